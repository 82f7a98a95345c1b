package org.convscape.engine.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.convscape.analysis.Analysis;
import org.convscape.analysis.NodeFacts;
import org.convscape.graph.Node;
import org.convscape.graph.Scalings;

/**
 * The pass that finds what a linear operation can do at once: the channel scalings behind it become part of its kernel
 * and bias, and what is done value by value behind those is done before the values are written.
 */
final class Folding {
    private final Analysis analysis;
    private final Available available;
    private final PlanOptions options;

    Folding(Analysis analysis, Available available, PlanOptions options) {
        this.options = options;
        this.analysis = analysis;
        this.available = available;
    }

    /**
     * The nodes that one step computes: a linear one with the scalings and the value-by-value operations that only it
     * feeds, one behind the other; any other node alone. The outputs in between are given up.
     *
     * @param taken whether another step computes that node
     */
    List<NodeFacts> from(NodeFacts first, Predicate<NodeFacts> taken) {
        List<NodeFacts> nodes = new ArrayList<>(List.of(first));
        if (first.node().operation().withBias().isEmpty()) {
            return nodes;
        }
        if (options.fold()) {
            append(nodes, path -> Scalings.after(analysis.graph(), path), taken);
        }
        if (options.fuse()) {
            append(nodes, this::pointwiseAfter, taken);
        }
        return nodes;
    }

    private void append(List<NodeFacts> nodes, Function<String, Optional<Node>> after, Predicate<NodeFacts> taken) {
        NodeFacts at = nodes.get(nodes.size() - 1);
        Optional<NodeFacts> next = next(at, after, taken);
        while (next.isPresent() && available.drop(at)) {
            at = next.get();
            nodes.add(at);
            next = next(at, after, taken);
        }
    }

    private Optional<NodeFacts> next(NodeFacts at, Function<String, Optional<Node>> after, Predicate<NodeFacts> taken) {
        return after.apply(at.node().path())
                .map(node -> analysis.node(node.path()))
                .filter(facts -> !taken.test(facts));
    }

    private Optional<Node> pointwiseAfter(String path) {
        return analysis.graph()
                .soleTaker(path)
                .filter(taker -> taker.operation().pointwise().isPresent())
                .filter(taker -> taker.inputs().indexOf(path) == taker.inputs().lastIndexOf(path));
    }
}
