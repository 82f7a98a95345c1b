package org.convscape.viewmodel.inspector;

import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import org.convscape.analysis.Analysis;
import org.convscape.analysis.Convention;
import org.convscape.inventory.Inventory;
import org.convscape.scene.Explanation;
import org.convscape.task.LatestWork;
import org.convscape.viewmodel.workspace.RunModel;
import org.convscape.viewmodel.workspace.Workspace;

/** The numbers of what is selected, anew after every change, run and choice of a counting rule. */
public final class InspectorModel {
    private final Workspace workspace;
    private final RunModel runs;
    private final ObservableValue<Convention> convention;
    private final Inventory inventory;
    private final LatestWork beside;
    private Analysis described;
    private final ReadOnlyObjectWrapper<InspectorContent> content = new ReadOnlyObjectWrapper<>(this, "content");

    /**
     * Follows a workspace and its runs.
     *
     * @param beside where the numbers of large networks are worked out
     */
    public InspectorModel(
            Workspace workspace,
            RunModel runs,
            ObservableValue<Convention> convention,
            Inventory inventory,
            LatestWork beside) {
        this.workspace = workspace;
        this.runs = runs;
        this.convention = convention;
        this.inventory = inventory;
        this.beside = beside;
        workspace.documentProperty().addListener((property, before, after) -> refresh());
        workspace.selectionProperty().addListener((property, before, after) -> refresh());
        workspace.fileProperty().addListener((property, before, after) -> refresh());
        runs.resultProperty().addListener((property, before, after) -> refresh());
        convention.addListener((property, before, after) -> refresh());
        refresh();
    }

    /** What stands there of a large network stays until the new numbers have been worked out beside the screen. */
    private void refresh() {
        InspectorWriter writer = new InspectorWriter(
                workspace.title(),
                workspace.analysis(),
                convention.getValue(),
                inventory,
                Optional.ofNullable(runs.resultProperty().get()));
        Set<String> selection = workspace.selection();
        // The first numbers are there at once, for they are never null.
        int layers = content.get() == null ? 0 : writer.analysis().nodes().size();
        beside.sum(layers, () -> writer.of(selection), written -> show(writer.analysis(), written));
    }

    private void show(Analysis analysis, InspectorContent written) {
        described = analysis;
        content.set(written);
    }

    /** What there is to say; never null. */
    public ReadOnlyObjectProperty<InspectorContent> contentProperty() {
        return content.getReadOnlyProperty();
    }

    /** Where a number of what is selected comes from; of the whole document where nothing is. */
    public Explanation explain(Explanation.Quantity quantity) {
        return Explanation.of(described, content.get().path(), quantity, convention.getValue());
    }

    /** Selects something that a line is about. */
    public void goTo(String path) {
        workspace.select(path);
    }
}
