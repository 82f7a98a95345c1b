package org.convscape.viewmodel.picture;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.convscape.analysis.NodeFacts;
import org.convscape.execution.RunSettings;
import org.convscape.image.InputPreparation;
import org.convscape.image.Picture;
import org.convscape.task.Failures;
import org.convscape.task.LatestWork;
import org.convscape.tensor.Shape;
import org.convscape.viewmodel.workspace.Workspace;

/** What one document's network sees of the picture, always as its settings say now. */
public final class PreviewModel {
    private record Wanted(Picture picture, InputPreparation preparation, Shape input) {}

    private final Workspace workspace;
    private final PictureModel pictures;
    private final LatestWork beside;
    private final ReadOnlyObjectWrapper<Preview> preview = new ReadOnlyObjectWrapper<>(this, "preview");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
    private Wanted wanted;

    /** Follows the document and the picture. */
    public PreviewModel(Workspace workspace, PictureModel pictures) {
        this.workspace = workspace;
        this.pictures = pictures;
        this.beside = pictures.latestPreparation();
        workspace.documentProperty().addListener((property, before, after) -> refresh());
        pictures.pictureProperty().addListener((property, before, after) -> refresh());
        refresh();
    }

    private void refresh() {
        Optional<Shape> input = workspace.analysis().nodes().stream()
                .filter(facts -> facts.node().isInput())
                .filter(NodeFacts::known)
                .map(NodeFacts::output)
                .findFirst();
        Picture picture = pictures.pictureProperty().get();
        if (input.isEmpty() || picture == null) {
            wanted = null;
            beside.cancel();
            preview.set(null);
            problem.set("");
            return;
        }
        Wanted now = new Wanted(picture, RunSettings.of(workspace.document()).preparation(), input.get());
        if (!now.equals(wanted)) {
            wanted = now;
            beside.start(() -> Preview.of(now.picture(), now.preparation(), now.input()), this::show);
        }
    }

    private void show(Preview made, Throwable failure) {
        preview.set(made);
        problem.set(failure == null ? "" : Failures.sentence(failure, "Preparing the picture"));
    }

    /** What the network sees; null where there is no picture or no input. */
    public ReadOnlyObjectProperty<Preview> previewProperty() {
        return preview.getReadOnlyProperty();
    }

    /** Why there is no preview; empty when there is one, or when nothing is wrong. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }
}
