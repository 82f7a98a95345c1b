package org.convscape.engine.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.convscape.analysis.NodeFacts;
import org.convscape.graph.Node;
import org.convscape.op.Operation;
import org.convscape.op.Pointwise;
import org.convscape.op.WeightSpec;
import org.convscape.weights.Fold;

/**
 * One turn of a run: a node, or a linear node with the channel scalings folded into it and what is done value by value
 * behind them.
 */
public final class Step {
    private final List<NodeFacts> nodes;
    private final Fold fold;
    private final List<Ending> endings;
    private final Operation operation;
    private final List<WeightSpec> weights;
    private final boolean overwrite;
    private final boolean reused;
    private final boolean stored;
    private final List<String> releases;

    private Step(
            List<NodeFacts> nodes,
            Fold fold,
            List<Ending> endings,
            boolean overwrite,
            boolean reused,
            boolean stored,
            List<String> releases) {
        this.nodes = nodes;
        this.fold = fold;
        this.endings = endings;
        this.operation = fold == null ? head().node().operation() : fold.operation();
        this.weights = fold == null ? head().weights() : operation.weights(head().inputs());
        this.overwrite = overwrite;
        this.reused = reused;
        this.stored = stored;
        this.releases = releases;
    }

    /**
     * A step.
     *
     * @param nodes the nodes it computes, in order; the output is that of the last
     * @param overwrite whether the output may be written over the first input
     * @param reused whether the output is at hand from an earlier run and nothing is computed
     * @param stored whether the output stays after the run
     */
    static Step of(List<NodeFacts> nodes, boolean overwrite, boolean reused, boolean stored) {
        int linear = 1;
        while (linear < nodes.size()
                && nodes.get(linear).node().operation().channelAffine().isPresent()) {
            linear++;
        }
        Fold fold = linear == 1
                ? null
                : new Fold(
                        part(nodes.get(0)),
                        nodes.subList(1, linear).stream().map(Step::part).toList());
        List<Ending> endings = new ArrayList<>();
        for (int i = linear; i < nodes.size(); i++) {
            endings.add(Ending.of(nodes.get(i).node(), nodes.get(i - 1).node().path()));
        }
        return new Step(List.copyOf(nodes), fold, List.copyOf(endings), overwrite, reused, stored, List.of());
    }

    /**
     * What is done to every value before it is written.
     *
     * @param others the paths of the other outputs that enter
     */
    public record Ending(Pointwise what, List<String> others) {
        private static Ending of(Node node, String before) {
            List<String> others = new ArrayList<>(node.inputs());
            others.remove(before);
            return new Ending(node.operation().pointwise().orElseThrow(), List.copyOf(others));
        }
    }

    private static Fold.Part part(NodeFacts facts) {
        return new Fold.Part(facts.node().origin(), facts.node().operation(), facts.weights());
    }

    /** The same, letting those outputs go. */
    Step releasing(List<String> paths) {
        return new Step(nodes, fold, endings, overwrite, reused, stored, List.copyOf(paths));
    }

    /** The nodes it computes, in order. */
    public List<NodeFacts> nodes() {
        return nodes;
    }

    /** The node whose inputs enter. */
    public NodeFacts head() {
        return nodes.get(0);
    }

    /** The node whose output leaves. */
    public NodeFacts last() {
        return nodes.get(nodes.size() - 1);
    }

    /** The path of the node whose output leaves. */
    public String path() {
        return last().node().path();
    }

    /** True for an input node: its value is given. */
    public boolean given() {
        return head().node().isInput();
    }

    /** What is computed. */
    public Operation operation() {
        return operation;
    }

    /** The arrays that are needed for it. */
    public List<WeightSpec> weights() {
        return weights;
    }

    /** What is done to every value before it is written, in order. */
    public List<Ending> endings() {
        return endings;
    }

    /** The paths of all outputs that enter. */
    public List<String> inputs() {
        List<String> inputs = new ArrayList<>(head().node().inputs());
        endings.forEach(ending -> inputs.addAll(ending.others()));
        return inputs;
    }

    /** What is folded together; empty where a node stands alone. */
    public Optional<Fold> fold() {
        return Optional.ofNullable(fold);
    }

    /** True when the output may be written over the first input. */
    public boolean overwrite() {
        return overwrite;
    }

    /** True when the output is at hand from an earlier run and nothing is computed. */
    public boolean reused() {
        return reused;
    }

    /** True when the output stays after the run. */
    public boolean stored() {
        return stored;
    }

    /** The paths whose outputs nobody needs once this step is done; this step's own may be among them. */
    public List<String> releases() {
        return releases;
    }
}
