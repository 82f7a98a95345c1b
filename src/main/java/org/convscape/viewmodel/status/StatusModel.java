package org.convscape.viewmodel.status;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.convscape.analysis.Analysis;
import org.convscape.analysis.Convention;
import org.convscape.analysis.CostTable;
import org.convscape.analysis.NodeFacts;
import org.convscape.analysis.ReceptiveFields;
import org.convscape.engine.Activations;
import org.convscape.execution.RunResult;
import org.convscape.figures.Figures;
import org.convscape.scene.Explanation;
import org.convscape.task.LatestWork;
import org.convscape.tensor.Shape;
import org.convscape.viewmodel.desk.Focus;
import org.convscape.viewmodel.desk.OpenDocument;
import org.convscape.viewmodel.desk.Studio;
import org.convscape.weights.LoadedWeights;

/** The sums of the current document in one line, each number with unit, input, batch and rule. */
public final class StatusModel {

    /**
     * One entry of the line: a few words, and what they mean in full.
     *
     * @param asked what can be asked of the number, if anything
     */
    public record Entry(String words, String hint, Optional<Explanation.Quantity> asked) {
        Entry(String words, String hint) {
            this(words, hint, Optional.empty());
        }
    }

    /** A time that is shorter is that of steps that do nothing, in milliseconds. */
    private static final double SHORTEST = 0.005;

    private final Studio studio;
    private final ReadOnlyObjectWrapper<List<Entry>> entries = new ReadOnlyObjectWrapper<>(this, "entries", List.of());
    private final InvalidationListener follow = observable -> refresh();
    private final LatestWork working;
    private Analysis summed;
    private Convention rule;
    private List<Entry> sums = List.of();

    /** Follows the current document of a studio. */
    public StatusModel(Studio studio) {
        this.studio = studio;
        this.working = studio.latestWork();
        studio.conventionProperty().addListener(follow);
        Focus.follow(
                studio,
                focused -> List.of(
                        focused.workspace().documentProperty(),
                        focused.workspace().selectionProperty(),
                        focused.weights().loadedProperty(),
                        focused.runs().resultProperty()),
                this::refresh);
    }

    /** What stands there of a large network stays until its new sums have been worked out beside the screen. */
    private void refresh() {
        OpenDocument document = studio.focusedProperty().get();
        Analysis analysis = document == null ? null : document.workspace().analysis();
        Convention convention = studio.conventionProperty().get();
        boolean known = analysis == summed && convention == rule;
        if (analysis == null || analysis.nodes().isEmpty() || known) {
            working.cancel();
            entries.set(document == null ? List.of() : entriesOf(document));
            return;
        }
        working.sum(analysis.nodes().size(), () -> sum(analysis, convention), worked -> {
            summed = analysis;
            rule = convention;
            sums = worked;
            entries.set(entriesOf(document));
        });
    }

    private List<Entry> entriesOf(OpenDocument document) {
        Analysis analysis = document.workspace().analysis();
        if (analysis.nodes().isEmpty()) {
            return List.of(new Entry("The canvas is empty", "Drag a block or a layer from the palette onto it"));
        }
        List<Entry> all = new ArrayList<>(sums);
        field(document).ifPresent(all::add);
        all.add(weights(document));
        RunResult run = document.runs().resultProperty().get();
        if (run != null) {
            all.add(lastRun(run.activations()));
        }
        return all;
    }

    private static Entry weights(OpenDocument document) {
        LoadedWeights loaded = document.weights().loadedProperty().get();
        String drawn = "Nothing was trained: the weights are drawn at random, so maps show what the architecture does"
                + " to a picture, and classes mean nothing";
        String hint = loaded == null
                ? document.weights().trained() ? "The weights that the model was opened with" : drawn
                : loaded.file().path() + "\n" + loaded.match().sentence();
        return new Entry("weights " + document.weights().words(), hint);
    }

    /**
     * A run that found some outputs at hand says how much of the network its time is for; where it had nothing to
     * compute but what takes no time, there is no time to tell.
     */
    private static Entry lastRun(Activations left) {
        Activations.Steps steps = left.steps();
        double time = left.totalMilliseconds();
        boolean whole = steps.done() == steps.planned();
        String computed = steps.done() == 0
                ? "all " + steps.planned() + " steps at hand"
                : steps.done() + " of " + steps.planned() + " steps, the rest at hand";
        return new Entry(
                "last run" + (whole || time >= SHORTEST ? " " + Figures.milliseconds(time) : "")
                        + (whole ? "" : ": " + computed),
                "One forward pass of one picture, every map kept"
                        + (whole ? "" : "; outputs at hand from earlier runs were not computed again"));
    }

    /** The sums, which a selection does not change. */
    private static List<Entry> sum(Analysis analysis, Convention rule) {
        // They are looked up for the entry after these, and remembered by the analysis.
        ReceptiveFields.of(analysis);
        CostTable costs = CostTable.of(analysis, rule, CostTable.Grouping.TOTAL);
        String least = costs.complete() ? "" : "at least ";
        String input = costs.inputs().isEmpty()
                ? "no picture yet"
                : costs.inputs().stream().map(Shape::toString).distinct().collect(Collectors.joining(" and "));
        List<Entry> all = new ArrayList<>();
        all.add(new Entry(
                least + Figures.compact(costs.total().trainable()) + " params",
                least + Figures.whole(costs.total().trainable()) + " trained parameters; "
                        + Figures.whole(costs.total().total()) + " with running statistics",
                Optional.of(Explanation.Quantity.PARAMETERS)));
        all.add(new Entry(
                least + Figures.compact(costs.total().count()) + " " + costs.unit(),
                least + Figures.whole(costs.total().count()) + " " + costs.unit() + "\n" + rule.help(),
                Optional.of(Explanation.Quantity.COUNT)));
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
        return all;
    }

    /** What the selected layer sees; without one, the last map that still has more than one position. */
    private static Optional<Entry> field(OpenDocument document) {
        Analysis analysis = document.workspace().analysis();
        String path = document.workspace().selected().orElse("");
        boolean selected = analysis.graph().find(path).isPresent();
        Optional<String> of = selected
                ? Optional.of(path)
                : analysis.nodes().stream()
                        .filter(NodeFacts::known)
                        .filter(facts ->
                                facts.output().height() * facts.output().width() > 1)
                        .map(facts -> facts.node().path())
                        .reduce((before, after) -> after);
        return of.flatMap(layer -> ReceptiveFields.of(analysis)
                .at(layer)
                .map(field -> new Entry(
                        (selected ? "" : "last map ") + "sees " + field.size(),
                        "The receptive field of " + layer
                                + ": how much of the picture one value of it can depend on, in" + " pixels")));
    }

    /** Where a number of the whole network comes from. */
    public Explanation explain(Explanation.Quantity quantity) {
        return Explanation.of(
                studio.focusedProperty().get().workspace().analysis(),
                "",
                quantity,
                studio.conventionProperty().get());
    }

    /** What stands in the line, from the left. */
    public ReadOnlyObjectProperty<List<Entry>> entriesProperty() {
        return entries.getReadOnlyProperty();
    }
}
