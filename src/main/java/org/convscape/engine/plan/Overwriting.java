package org.convscape.engine.plan;

import org.convscape.analysis.Analysis;
import org.convscape.analysis.NodeFacts;
import org.convscape.graph.Node;

/** The pass that finds outputs which may be written over an input that nobody else needs. */
final class Overwriting {
    private final Analysis analysis;
    private final Available available;

    Overwriting(Analysis analysis, Available available) {
        this.analysis = analysis;
        this.available = available;
    }

    /** True when the node may write over its first input, whose output is given up then. */
    boolean may(NodeFacts facts) {
        Node node = facts.node();
        if (!node.operation().overwritesInput()) {
            return false;
        }
        String input = node.inputs().get(0);
        boolean alone = analysis.graph().soleTaker(input).filter(node::equals).isPresent();
        return alone && available.drop(analysis.node(input));
    }
}
