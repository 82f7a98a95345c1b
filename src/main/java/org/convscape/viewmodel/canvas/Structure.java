package org.convscape.viewmodel.canvas;

import java.util.Iterator;
import org.convscape.graph.Graph;
import org.convscape.graph.Node;

/** Tells whether a change of a graph changes what is drawn where, or only what is written on it. */
final class Structure {
    private Structure() {}

    /** True when both have the same nodes of the same categories, the same connections and the same groups. */
    static boolean same(Graph one, Graph other) {
        if (one == other) {
            return true;
        }
        if (one.size() != other.size() || one.groups().size() != other.groups().size()) {
            return false;
        }
        Iterator<Node> others = other.nodes().iterator();
        for (Node node : one.nodes()) {
            if (!same(node, others.next())) {
                return false;
            }
        }
        var groups = other.groups().iterator();
        return one.groups().stream().allMatch(group -> {
            var counterpart = groups.next();
            return group == counterpart || group.equals(counterpart);
        });
    }

    private static boolean same(Node one, Node other) {
        return one == other
                || (one.path().equals(other.path())
                        && one.inputs().equals(other.inputs())
                        && one.operation().type() == other.operation().type());
    }
}
