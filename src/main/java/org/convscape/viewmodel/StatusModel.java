package org.convscape.viewmodel;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.convscape.analysis.Analysis;
import org.convscape.analysis.CostTable;
import org.convscape.analysis.NodeFacts;
import org.convscape.figures.Figures;
import org.convscape.tensor.Shape;

/** The sums of the current document in one line, each number with unit, input, batch and rule. */
public final class StatusModel {

    /** One entry of the line: a few words, and what they mean in full. */
    public record Entry(String words, String hint) {}

    private final Studio studio;
    private final ReadOnlyObjectWrapper<List<Entry>> entries = new ReadOnlyObjectWrapper<>(this, "entries", List.of());
    private final InvalidationListener follow = observable -> refresh();

    /** Follows the current document of a studio. */
    public StatusModel(Studio studio) {
        this.studio = studio;
        studio.currentProperty().addListener((property, before, after) -> change(before, after));
        studio.conventionProperty().addListener(follow);
        change(null, studio.currentProperty().get());
    }

    private void change(OpenDocument before, OpenDocument after) {
        if (before != null) {
            before.workspace().documentProperty().removeListener(follow);
            before.runs().resultProperty().removeListener(follow);
        }
        if (after != null) {
            after.workspace().documentProperty().addListener(follow);
            after.runs().resultProperty().addListener(follow);
        }
        refresh();
    }

    private void refresh() {
        OpenDocument document = studio.currentProperty().get();
        entries.set(document == null ? List.of() : entriesOf(document));
    }

    private List<Entry> entriesOf(OpenDocument document) {
        Analysis analysis = document.workspace().analysis();
        if (analysis.nodes().isEmpty()) {
            return List.of(new Entry("The canvas is empty", "Drag a block or a layer from the palette onto it"));
        }
        CostTable costs = CostTable.of(analysis, studio.conventionProperty().get(), CostTable.Grouping.TOTAL);
        String least = costs.complete() ? "" : "at least ";
        String input = costs.inputs().isEmpty()
                ? "no picture yet"
                : costs.inputs().stream().map(Shape::toString).distinct().collect(Collectors.joining(" and "));
        List<Entry> all = new ArrayList<>();
        all.add(new Entry(
                least + Figures.compact(costs.total().trainable()) + " params",
                least + Figures.whole(costs.total().trainable()) + " trained parameters; "
                        + Figures.whole(costs.total().total()) + " with running statistics"));
        all.add(new Entry(
                least + Figures.compact(costs.total().count()) + " " + costs.unit(),
                least + Figures.whole(costs.total().count()) + " " + costs.unit() + "\n"
                        + studio.conventionProperty().get().help()));
        all.add(new Entry(
                input + ", batch 1, " + costs.convention(),
                "What the counts are for: the shape of the picture, one picture at a time, and the counting rule"));
        long elements = analysis.nodes().stream()
                .filter(NodeFacts::known)
                .mapToLong(facts -> facts.output().elements())
                .sum();
        all.add(new Entry(
                least + Figures.bytes(4 * elements) + " of maps",
                "Every output of every layer kept, as 32-bit floats: " + Figures.whole(elements) + " values"));
        RunResult run = document.runs().resultProperty().get();
        if (run != null) {
            all.add(new Entry(
                    "last run " + Figures.milliseconds(run.activations().totalMilliseconds()),
                    "One forward pass of one picture, every map kept"));
        }
        return all;
    }

    /** What stands in the line, from the left. */
    public ReadOnlyObjectProperty<List<Entry>> entriesProperty() {
        return entries.getReadOnlyProperty();
    }
}
