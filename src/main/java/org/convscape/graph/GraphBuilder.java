package org.convscape.graph;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.convscape.attribute.AttributeSchema;
import org.convscape.attribute.AttributeValues;
import org.convscape.op.Operation;

/**
 * Builds a graph from the input to the output. Every call returns the path of the node that carries the result, which
 * is what the next call takes as its source; {@link Node#OPEN} as a source leaves the port open.
 */
public final class GraphBuilder {
    private final Map<String, Node> nodes = new LinkedHashMap<>();
    private final Map<GroupPath, Group> groups = new LinkedHashMap<>();
    /** The nodes added here, in order: what a group holds is what was added since it began. */
    private final List<Node> added = new ArrayList<>();

    private GroupPath scope = GroupPath.ROOT;

    /** An empty graph to begin with. */
    public GraphBuilder() {}

    /** Goes on from a graph that exists. */
    public GraphBuilder(Graph graph) {
        graph.nodes().forEach(node -> nodes.put(node.path(), node));
        graph.groups().forEach(group -> groups.put(group.path(), group));
    }

    /**
     * Adds an operation of that name to the group that is open.
     *
     * @param sources paths of the nodes it takes from, or {@link Node#OPEN}
     * @return the path of the new node
     * @throws IllegalArgumentException when the name is taken
     */
    public String add(String name, Operation operation, String... sources) {
        return add(name, operation, List.of(sources));
    }

    /** Adds an operation of that name to the group that is open. */
    public String add(String name, Operation operation, List<String> sources) {
        String path = scope.child(name);
        Node node = new Node(path, operation, sources);
        if (nodes.put(path, node) != null) {
            throw new IllegalArgumentException("There is already a node \"" + path + "\"");
        }
        added.add(node);
        return path;
    }

    /**
     * Adds what {@code body} builds as a plain group, such as a stage.
     *
     * @param body from the path of the group's source to that of its result
     * @return the path of the group's result
     */
    public String group(String name, String source, UnaryOperator<String> body) {
        return block(name, "", AttributeSchema.EMPTY.defaults(), source, body);
    }

    /**
     * Adds what {@code body} builds as a group that remembers its template and attributes. The ports that take
     * {@code source} become the group's entries.
     */
    public String block(
            String name, String template, AttributeValues attributes, String source, UnaryOperator<String> body) {
        GroupPath outer = scope;
        GroupPath inner = scope.group(name);
        if (groups.containsKey(inner)) {
            throw new IllegalArgumentException("There is already a group \"" + inner + "\"");
        }
        groups.put(inner, new Group(inner, template, attributes, List.of(), ""));
        scope = inner;
        int begin = added.size();
        String exit;
        try {
            exit = body.apply(source);
        } finally {
            scope = outer;
        }
        List<Port> entries = new ArrayList<>();
        for (Node node : added.subList(begin, added.size())) {
            for (int port = 0; port < node.inputs().size(); port++) {
                if (node.inputs().get(port).equals(source)) {
                    entries.add(new Port(node.path(), port));
                }
            }
        }
        groups.put(inner, new Group(inner, template, attributes, entries, exit));
        return exit;
    }

    /** The group that is open. */
    public GroupPath scope() {
        return scope;
    }

    /** The graph as built so far. */
    public Graph build() {
        return new Graph(nodes.values(), groups.values());
    }
}
