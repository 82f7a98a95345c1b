package org.convscape.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What one node stands for after channel scalings behind a linear operation were folded into it: the nodes as they were.
 *
 * @param linear the convolution or dense layer, at the path where the folded node stands now
 * @param scalings the scalings that followed it, in order
 */
public record Folded(Node linear, List<Node> scalings) {

    /** Keeps an unmodifiable copy. */
    public Folded {
        scalings = List.copyOf(scalings);
    }

    /** True when a graph has the folded node and none of those that went into it. */
    public boolean standsIn(Graph graph) {
        return graph.find(linear.path()).isPresent()
                && scalings.stream().noneMatch(node -> graph.find(node.path()).isPresent());
    }

    /** The same with other paths. */
    public Folded renamed(UnaryOperator<String> path) {
        List<Node> renamed = new ArrayList<>();
        for (Node node : scalings) {
            renamed.add(renamed(node, path));
        }
        return new Folded(renamed(linear, path), renamed);
    }

    private static Node renamed(Node node, UnaryOperator<String> path) {
        return new Node(
                path.apply(node.path()),
                node.operation(),
                node.inputs().stream()
                        .map(input -> input.equals(Node.OPEN) ? input : path.apply(input))
                        .toList());
    }
}
