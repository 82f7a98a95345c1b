package org.convscape.graph;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An immutable directed graph of operations with its groups, in the order in which they were added.
 *
 * <p>A graph may be unfinished (open ports) or wrong (shapes that do not fit, cycles in a file): it holds what a person
 * has built so far, and the analysis says what is the matter with it. Only this much always holds: paths are unique, and
 * every connected port names a node of the graph.
 */
public final class Graph {

    /** No nodes at all. */
    public static final Graph EMPTY = new Graph(List.of(), List.of());

    private final Map<String, Node> nodes;
    private final Map<GroupPath, Group> groups;
    private Map<String, List<Edge>> outgoing;

    /**
     * A graph of these nodes and groups.
     *
     * @throws IllegalArgumentException for a path used twice, or a port connected to a node that is not there
     */
    public Graph(Collection<Node> nodes, Collection<Group> groups) {
        Map<String, Node> byPath = new LinkedHashMap<>();
        for (Node node : nodes) {
            if (node.path().isEmpty() || byPath.put(node.path(), node) != null) {
                throw new IllegalArgumentException("Two nodes have the path \"" + node.path() + "\"");
            }
        }
        for (Node node : nodes) {
            for (String input : node.inputs()) {
                if (!input.equals(Node.OPEN) && !byPath.containsKey(input)) {
                    throw new IllegalArgumentException(
                            "Node \"" + node.path() + "\" takes from \"" + input + "\", which is not in the graph");
                }
            }
        }
        Map<GroupPath, Group> byGroup = new LinkedHashMap<>();
        groups.forEach(group -> byGroup.put(group.path(), group));
        this.nodes = Collections.unmodifiableMap(byPath);
        this.groups = Collections.unmodifiableMap(byGroup);
    }

    /** The nodes, in order. */
    public Collection<Node> nodes() {
        return nodes.values();
    }

    /** The groups that carry provenance, in order. */
    public Collection<Group> groups() {
        return groups.values();
    }

    /** The node of that path, if there is one. */
    public Optional<Node> find(String path) {
        return Optional.ofNullable(nodes.get(path));
    }

    /**
     * The node of that path.
     *
     * @throws IllegalArgumentException when there is none
     */
    public Node node(String path) {
        Node node = nodes.get(path);
        if (node == null) {
            throw new IllegalArgumentException("There is no node \"" + path + "\"");
        }
        return node;
    }

    /** The group of that path, if one was recorded. */
    public Optional<Group> group(GroupPath path) {
        return Optional.ofNullable(groups.get(path));
    }

    /** The nodes in a group, at any depth, in order. */
    public List<Node> nodesIn(GroupPath group) {
        return nodes.values().stream()
                .filter(node -> group.contains(node.path()))
                .toList();
    }

    /** Every connection, in the order of the nodes they lead to. */
    public List<Edge> edges() {
        List<Edge> edges = new ArrayList<>();
        for (Node node : nodes.values()) {
            for (int port = 0; port < node.inputs().size(); port++) {
                if (!node.inputs().get(port).equals(Node.OPEN)) {
                    edges.add(new Edge(node.inputs().get(port), node.path(), port));
                }
            }
        }
        return edges;
    }

    /** The connections that leave a node. */
    public List<Edge> outgoing(String path) {
        if (outgoing == null) {
            // Benign race: a graph is immutable, so two threads compute the same index.
            Map<String, List<Edge>> index = new HashMap<>();
            edges().forEach(edge -> index.computeIfAbsent(edge.from(), from -> new ArrayList<>())
                    .add(edge));
            outgoing = index;
        }
        return Collections.unmodifiableList(outgoing.getOrDefault(path, List.of()));
    }

    /** The only node that takes a node's output; empty where there is none, several, or one that takes it twice. */
    public Optional<Node> soleTaker(String path) {
        List<Edge> outgoing = outgoing(path);
        return outgoing.size() == 1 ? Optional.of(node(outgoing.get(0).to())) : Optional.empty();
    }

    /** How many nodes there are. */
    public int size() {
        return nodes.size();
    }

    /** This graph with a node added at the end, or replaced where one of that path stands. */
    public Graph with(Node node) {
        Map<String, Node> changed = new LinkedHashMap<>(nodes);
        changed.put(node.path(), node);
        return new Graph(changed.values(), groups.values());
    }

    /** This graph with a group added, or replaced where one of that path stands. */
    public Graph with(Group group) {
        Map<GroupPath, Group> changed = new LinkedHashMap<>(groups);
        changed.put(group.path(), group);
        return new Graph(nodes.values(), changed.values());
    }

    /** Two graphs are equal when they have the same nodes and groups in the same order. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Graph that
                && new ArrayList<>(nodes.values()).equals(new ArrayList<>(that.nodes.values()))
                && new ArrayList<>(groups.values()).equals(new ArrayList<>(that.groups.values()));
    }

    @Override
    public int hashCode() {
        return nodes.hashCode();
    }

    @Override
    public String toString() {
        return "Graph of " + nodes.size() + " nodes";
    }
}
