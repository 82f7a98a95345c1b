package org.convscape.graph;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * What one node stands for after channel scalings behind a linear operation were folded into it: the nodes as they
 * were.
 *
 * @param linear the convolution or dense layer, at the path where the folded node stands now
 * @param scalings the scalings that followed it, in order
 */
public record Folded(Node linear, List<Node> scalings) {

    /** Keeps an unmodifiable copy. */
    public Folded {
        scalings = List.copyOf(scalings);
    }

    /**
     * The same as far as a graph has the folded node and none of those that went into it. Where another node has taken
     * the name of one that went in, that one would come back under a name of its own.
     */
    public Optional<Folded> standingIn(Graph graph) {
        boolean back = scalings.stream().anyMatch(scaling -> graph.find(scaling.path())
                .map(Node::origin)
                .filter(scaling.origin()::equals)
                .isPresent());
        if (back || graph.find(linear.path()).isEmpty()) {
            return Optional.empty();
        }
        boolean named =
                scalings.stream().noneMatch(node -> graph.find(node.path()).isPresent());
        return Optional.of(named ? this : new Folded(linear, underFreeNames(graph)));
    }

    private List<Node> underFreeNames(Graph graph) {
        Set<String> taken = new HashSet<>();
        scalings.forEach(node -> taken.add(node.path()));
        List<Node> named = new ArrayList<>();
        for (Node node : scalings) {
            String free = node.path();
            for (int n = 2; graph.find(free).isPresent() || (n > 2 && !taken.add(free)); n++) {
                free = node.path() + "-" + n;
            }
            named.add(new Node(free, node.operation(), node.inputs(), node.origin()));
        }
        return named;
    }

    /** The same with other paths. */
    public Folded renamed(UnaryOperator<String> path) {
        return new Folded(
                linear.moved(path),
                scalings.stream().map(node -> node.moved(path)).toList());
    }
}
