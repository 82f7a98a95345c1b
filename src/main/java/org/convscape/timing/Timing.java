package org.convscape.timing;

import java.util.List;
import java.util.Optional;
import org.convscape.analysis.NodeFacts;

/**
 * How long a network took: every node, and the whole by the clock on the wall.
 *
 * @param nodes in the order of the run
 * @param total from the request to its answer, run by run
 * @param outside what of the total lay outside the nodes' steps, run by run: planning, bringing the picture in, waiting
 * @param warmUp what went before
 */
public record Timing(List<Node> nodes, Samples total, Samples outside, WarmUp warmUp) {

    /**
     * One node's step.
     *
     * @param foldedInto the node whose step computed this one too; then this one has no time of its own
     */
    public record Node(NodeFacts facts, Samples milliseconds, Optional<String> foldedInto) {

        /** Where the node stands. */
        public String path() {
            return facts.node().path();
        }
    }

    /** Keeps an unmodifiable copy. */
    public Timing {
        nodes = List.copyOf(nodes);
    }

    /**
     * What the median of the total has beyond the sum of the nodes' medians, in milliseconds: what lay outside the
     * steps, and that medians do not add up, the less so the more the times scatter. It can fall below zero.
     */
    public double overhead() {
        return total.median()
                - nodes.stream()
                        .mapToDouble(node -> node.milliseconds().median())
                        .sum();
    }
}
