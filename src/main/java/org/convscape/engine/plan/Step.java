package org.convscape.engine.plan;

import java.util.List;
import java.util.Optional;
import org.convscape.analysis.NodeFacts;
import org.convscape.op.Operation;
import org.convscape.op.WeightSpec;
import org.convscape.weights.Fold;

/**
 * One turn of a run: a node, or a linear node with the channel scalings folded into it.
 *
 * @param nodes the nodes it computes, in order; the output is that of the last
 * @param overwrite whether the output may be written over the first input
 * @param reused whether the output is at hand from an earlier run and nothing is computed
 * @param stored whether the output stays after the run
 * @param releases the paths whose outputs nobody needs once this step is done; this step's own may be among them
 */
public record Step(List<NodeFacts> nodes, boolean overwrite, boolean reused, boolean stored, List<String> releases) {

    /** Keeps unmodifiable copies. */
    public Step {
        nodes = List.copyOf(nodes);
        releases = List.copyOf(releases);
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
        return head().node().inputs().isEmpty();
    }

    /** What is computed. */
    public Operation operation() {
        return fold().map(Fold::operation).orElse(head().node().operation());
    }

    /** The arrays that are needed for it. */
    public List<WeightSpec> weights() {
        return fold().map(fold -> fold.operation().weights(head().inputs())).orElse(head().weights());
    }

    /** What is folded together; empty where a node stands alone. */
    public Optional<Fold> fold() {
        return nodes.size() == 1
                ? Optional.empty()
                : Optional.of(new Fold(
                        part(head()),
                        nodes.subList(1, nodes.size()).stream().map(Step::part).toList()));
    }

    private static Fold.Part part(NodeFacts facts) {
        return new Fold.Part(facts.node().path(), facts.node().operation(), facts.weights());
    }
}
