package org.convscape.graph;

import java.util.ArrayList;
import java.util.List;
import org.convscape.op.Operation;

/**
 * One operation in a graph.
 *
 * @param path where it stands, unique in the graph; see {@link GroupPath}
 * @param inputs for each input port the path of the node it takes from, or {@link #OPEN}
 */
public record Node(String path, Operation operation, List<String> inputs) {

    /** An input port that nothing is connected to. */
    public static final String OPEN = "";

    /** Keeps an unmodifiable copy of the inputs. */
    public Node {
        inputs = List.copyOf(inputs);
    }

    /** The node's own name: the last part of its path. */
    public String name() {
        return GroupPath.nameOf(path);
    }

    /** The group it stands in. */
    public GroupPath group() {
        return GroupPath.of(path);
    }

    /** This node with another operation. */
    public Node with(Operation other) {
        return new Node(path, other, inputs);
    }

    /** This node with one port connected to {@code source}; ports up to that one come into being, open. */
    public Node withInput(int port, String source) {
        List<String> changed = new ArrayList<>(inputs);
        while (changed.size() <= port) {
            changed.add(OPEN);
        }
        changed.set(port, source);
        return new Node(path, operation, changed);
    }
}
