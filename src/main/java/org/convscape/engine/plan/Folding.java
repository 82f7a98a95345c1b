package org.convscape.engine.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.convscape.analysis.Analysis;
import org.convscape.analysis.NodeFacts;
import org.convscape.graph.Node;
import org.convscape.graph.Scalings;

/** The pass that finds channel scalings which can become part of the linear operation before them. */
final class Folding {
    private final Analysis analysis;
    private final Available available;

    Folding(Analysis analysis, Available available) {
        this.analysis = analysis;
        this.available = available;
    }

    /**
     * The nodes that one step computes: a linear one with the scalings that only it feeds, one behind the other; any
     * other node alone. The outputs in between are given up.
     */
    List<NodeFacts> from(NodeFacts first) {
        List<NodeFacts> nodes = new ArrayList<>(List.of(first));
        if (first.node().operation().withBias().isEmpty()) {
            return nodes;
        }
        Optional<Node> next = Scalings.after(analysis.graph(), first.node().path());
        NodeFacts at = first;
        while (next.isPresent() && available.drop(at)) {
            at = analysis.node(next.get().path());
            nodes.add(at);
            next = Scalings.after(analysis.graph(), at.node().path());
        }
        return nodes;
    }
}
