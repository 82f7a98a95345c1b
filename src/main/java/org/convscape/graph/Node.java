package org.convscape.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.convscape.op.Operation;

/**
 * One operation in a graph.
 *
 * @param path where it stands, unique in the graph; see {@link GroupPath}
 * @param inputs for each input port the path of the node it takes from, or {@link #OPEN}
 * @param origin the path under which it was made, unique in a document; it stays when the node is renamed or moved, and
 *     weights are drawn and looked up by it, because a name is not a seed
 */
public record Node(String path, Operation operation, List<String> inputs, String origin) {

    /** An input port that nothing is connected to. */
    public static final String OPEN = "";

    /** Keeps an unmodifiable copy of the inputs. */
    public Node {
        inputs = List.copyOf(inputs);
    }

    /** A node that was made where it stands. */
    public Node(String path, Operation operation, List<String> inputs) {
        this(path, operation, inputs, path);
    }

    /** The node's own name: the last part of its path. */
    public String name() {
        return GroupPath.nameOf(path);
    }

    /** The group it stands in. */
    public GroupPath group() {
        return GroupPath.of(path);
    }

    /** True for an input of the network, such as the picture: its values are given, not computed. */
    public boolean isInput() {
        return operation.type().isInput();
    }

    /** This node with another operation. */
    public Node with(Operation other) {
        return new Node(path, other, inputs, origin);
    }

    /** This node with one port connected to {@code source}; ports up to that one come into being, open. */
    public Node withInput(int port, String source) {
        List<String> changed = new ArrayList<>(inputs);
        while (changed.size() <= port) {
            changed.add(OPEN);
        }
        changed.set(port, source);
        return taking(changed);
    }

    /** This node taking from others. */
    public Node taking(List<String> others) {
        return new Node(path, operation, others, origin);
    }

    /** This node with every path in it mapped; it is still the one that was made where it was made. */
    public Node moved(UnaryOperator<String> mapping) {
        List<String> sources = inputs.stream()
                .map(input -> input.equals(OPEN) ? input : mapping.apply(input))
                .toList();
        return new Node(mapping.apply(path), operation, sources, origin);
    }

    /** This node as if it had been made elsewhere. */
    public Node from(String otherOrigin) {
        return otherOrigin.equals(origin) ? this : new Node(path, operation, inputs, otherOrigin);
    }
}
