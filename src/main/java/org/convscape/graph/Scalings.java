package org.convscape.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds channel scalings that can be folded into the linear operation before them. */
public final class Scalings {
    private Scalings() {}

    /** The scaling that is the only one to take this node's output, and takes nothing else. */
    public static Optional<Node> after(Graph graph, String path) {
        return graph.soleTaker(path)
                .filter(taker -> taker.inputs().size() == 1
                        && taker.operation().channelAffine().isPresent());
    }

    /** All scalings behind a node, one behind the other; none when it cannot take them in. */
    public static List<Node> behind(Graph graph, Node linear) {
        List<Node> scalings = new ArrayList<>();
        if (linear.operation().withBias().isPresent()) {
            Optional<Node> next = after(graph, linear.path());
            while (next.isPresent()) {
                scalings.add(next.get());
                next = after(graph, next.get().path());
            }
        }
        return scalings;
    }
}
