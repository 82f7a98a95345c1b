package org.convscape.engine.plan;

import java.util.ArrayList;
import java.util.List;
import org.convscape.analysis.Analysis;
import org.convscape.analysis.NodeFacts;
import org.convscape.graph.Node;

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
        NodeFacts at = first;
        for (NodeFacts next = scalingAfter(at); next != null && available.drop(at); next = scalingAfter(at)) {
            nodes.add(next);
            at = next;
        }
        return nodes;
    }

    private NodeFacts scalingAfter(NodeFacts facts) {
        Node taker = available.soleTaker(facts.node().path());
        boolean scales = taker != null
                && taker.inputs().size() == 1
                && taker.operation().channelAffine().isPresent();
        return scales ? analysis.node(taker.path()) : null;
    }
}
