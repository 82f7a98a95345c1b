package org.convscape.viewmodel.desk;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.convscape.analysis.Analysis;
import org.convscape.analysis.NodeFacts;
import org.convscape.document.Document;
import org.convscape.document.Edit;
import org.convscape.document.Provenance;
import org.convscape.figures.Figures;
import org.convscape.graph.Graph;
import org.convscape.graph.Node;
import org.convscape.io.LabelFile;
import org.convscape.labels.Labels;
import org.convscape.labels.Prediction;
import org.convscape.task.Failures;
import org.convscape.task.LatestWork;
import org.convscape.tensor.Tensor;
import org.convscape.viewmodel.workspace.Workspace;

/**
 * What an open document's result says about classes, and what those are called: as in a file of one's own, which is a
 * setting of the document, else as in the set that the network is usually trained on.
 */
public final class ClassesModel {
    /** The setting that names the file; empty for none. */
    static final String SETTING = "labels-file";

    private final Workspace workspace;
    private final WeightsModel weights;
    private final LatestWork reading;
    private final LatestWork following;
    private final Consumer<String> report;
    private final ReadOnlyObjectWrapper<Labels> own = new ReadOnlyObjectWrapper<>(this, "own");
    private String followed = "";

    /**
     * Follows a document.
     *
     * @param reading reads files beside the screen, and so does {@code following}
     * @param report takes a sentence that says what could not be done
     */
    ClassesModel(
            Workspace workspace,
            WeightsModel weights,
            LatestWork reading,
            LatestWork following,
            Consumer<String> report) {
        this.workspace = workspace;
        this.weights = weights;
        this.reading = reading;
        this.following = following;
        this.report = report;
        workspace.documentProperty().addListener(observable -> follow());
        follow();
    }

    /** Calls the classes as a file does, if it has as many names as a result of the network has values. */
    public void name(Path file) {
        Analysis analysis = workspace.analysis();
        reading.start(() -> LabelFile.read(file), (labels, failure) -> {
            if (failure != null) {
                report.accept(Failures.sentence(failure, "Reading the names"));
                return;
            }
            List<Integer> sizes = sizes(analysis);
            if (sizes.contains(labels.names().size())) {
                workspace.apply(
                        new Edit.SetSetting(SETTING, file.toAbsolutePath().toString()));
            } else {
                report.accept(file.getFileName() + " has "
                        + Figures.whole(labels.names().size()) + " names; "
                        + (sizes.isEmpty()
                                ? "this network has no result with a value for each class"
                                : "the result has "
                                        + sizes.stream().map(Figures::whole).collect(Collectors.joining(", "))
                                        + " values"));
            }
        });
    }

    private static List<Integer> sizes(Analysis analysis) {
        return analysis.outputs().stream()
                .filter(NodeFacts::known)
                .map(NodeFacts::output)
                .filter(shape -> shape.dimensions().length == 1)
                .map(shape -> shape.dimensions()[0])
                .toList();
    }

    private void follow() {
        String wanted = workspace.document().settings().getOrDefault(SETTING, "");
        if (wanted.equals(followed)) {
            return;
        }
        followed = wanted;
        if (wanted.isEmpty()) {
            following.cancel();
            own.set(null);
            return;
        }
        following.start(() -> LabelFile.read(Path.of(wanted)), (labels, failure) -> {
            own.set(labels);
            if (failure != null) {
                report.accept("The classes of this document have no names. "
                        + Failures.sentence(failure, "Reading the names"));
            }
        });
    }

    /** The names of a file of one's own; null where none was chosen, or none can be read. */
    public ReadOnlyObjectProperty<Labels> ownProperty() {
        return own.getReadOnlyProperty();
    }

    /**
     * The likeliest classes by the output of a node, where that is the result of a network that was trained as a
     * whole; empty for all else, where classes would mean nothing.
     */
    public List<Prediction> predictions(String path, Tensor output, int most) {
        Graph graph = workspace.document().graph();
        boolean result = output.rank() == 1
                && graph.find(path).isPresent()
                && graph.outgoing(path).isEmpty();
        return result
                        && weights.trained()
                        && !weights.missing(
                                graph.nodes().stream().map(Node::path).toList())
                ? Prediction.top(output, most, labels(output.size()))
                : List.of();
    }

    private Labels labels(int classes) {
        Labels named = own.get();
        Document document = workspace.document();
        return named != null && named.names().size() == classes
                ? named
                : Labels.suiting(document.provenance().map(Provenance::network), classes);
    }

    void close() {
        reading.cancel();
        following.cancel();
    }
}
