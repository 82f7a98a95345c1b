package org.convscape.graph;

import java.util.ArrayList;
import java.util.Arrays;
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
 * has built so far, and the analysis says what is the matter with it. Only this much always holds: paths are unique,
 * and every connected port names a node of the graph.
 */
public final class Graph {

    /** No nodes at all. */
    public static final Graph EMPTY = new Graph(List.of(), List.of());

    private static final int NONE = -1;

    private final Node[] nodes;
    /** Where each path stands; graphs that differ only in what their nodes are share it. */
    private final Map<String, Integer> positions;
    /** The innermost group of each node, the same object for all of them. */
    private final GroupPath[] around;
    /** For each node and port the position of the node it takes from. */
    private final int[][] sources;

    private final Map<GroupPath, Group> groups;
    private List<Edge>[] outgoing;

    /**
     * A graph of these nodes and groups.
     *
     * @throws IllegalArgumentException for a path used twice, or a port connected to a node that is not there
     */
    public Graph(Collection<Node> nodes, Collection<Group> groups) {
        this(nodes.toArray(Node[]::new), byPath(groups));
    }

    private Graph(Node[] nodes, Map<GroupPath, Group> groups) {
        this.nodes = nodes;
        this.groups = groups;
        this.positions = new HashMap<>(2 * nodes.length);
        for (int at = 0; at < nodes.length; at++) {
            String path = nodes[at].path();
            if (path.isEmpty() || positions.put(path, at) != null) {
                throw new IllegalArgumentException("Two nodes have the path \"" + path + "\"");
            }
        }
        this.around = groupsAround(nodes);
        this.sources = new int[nodes.length][];
        for (int at = 0; at < nodes.length; at++) {
            sources[at] = sourcesOf(nodes[at]);
        }
    }

    private Graph(Graph before, Node[] nodes, int[][] sources, Map<GroupPath, Group> groups) {
        this.nodes = nodes;
        this.positions = before.positions;
        this.around = before.around;
        this.sources = sources;
        this.groups = groups;
        this.outgoing = sources == before.sources ? before.outgoing : null;
    }

    private static Map<GroupPath, Group> byPath(Collection<Group> groups) {
        Map<GroupPath, Group> byPath = new LinkedHashMap<>();
        groups.forEach(group -> byPath.put(group.path(), group));
        return Collections.unmodifiableMap(byPath);
    }

    private static GroupPath[] groupsAround(Node[] nodes) {
        Map<GroupPath, GroupPath> known = new HashMap<>();
        GroupPath[] around = new GroupPath[nodes.length];
        for (int at = 0; at < nodes.length; at++) {
            // Neighbours mostly share their group, which then need not be looked up.
            around[at] = at > 0 && GroupPath.same(nodes[at].path(), nodes[at - 1].path())
                    ? around[at - 1]
                    : known.computeIfAbsent(nodes[at].group(), group -> group);
        }
        return around;
    }

    private int[] sourcesOf(Node node) {
        int[] found = new int[node.inputs().size()];
        for (int port = 0; port < found.length; port++) {
            String input = node.inputs().get(port);
            found[port] = input.equals(Node.OPEN) ? NONE : positions.getOrDefault(input, NONE);
            if (found[port] == NONE && !input.equals(Node.OPEN)) {
                throw new IllegalArgumentException(
                        "Node \"" + node.path() + "\" takes from \"" + input + "\", which is not in the graph");
            }
        }
        return found;
    }

    /** The nodes, in order. */
    public List<Node> nodes() {
        return Collections.unmodifiableList(Arrays.asList(nodes));
    }

    /** The groups that carry provenance, in order. */
    public Collection<Group> groups() {
        return groups.values();
    }

    /** The node of that path, if there is one. */
    public Optional<Node> find(String path) {
        Integer at = positions.get(path);
        return at == null ? Optional.empty() : Optional.of(nodes[at]);
    }

    /**
     * The node of that path.
     *
     * @throws IllegalArgumentException when there is none
     */
    public Node node(String path) {
        return nodes[position(path)];
    }

    /** The node at a position in the order, 0 … size - 1. */
    public Node node(int position) {
        return nodes[position];
    }

    /**
     * Where a node stands in the order: 0 … size - 1. What goes over all nodes works with positions, which need no path
     * to be looked up.
     *
     * @throws IllegalArgumentException when there is no node of that path
     */
    public int position(String path) {
        Integer at = positions.get(path);
        if (at == null) {
            throw new IllegalArgumentException("There is no node \"" + path + "\"");
        }
        return at;
    }

    /** The position of the node that a port takes from; negative for an open port. */
    public int source(int position, int port) {
        return sources[position][port];
    }

    /** The innermost group of the node at a position: the same object for all nodes of a group. */
    public GroupPath groupAround(int position) {
        return around[position];
    }

    /**
     * True when the same paths stand at the same positions as in another graph, seen without comparing them one by one.
     */
    public boolean aligned(Graph other) {
        return positions == other.positions;
    }

    /** True when also every port is connected as in the other graph, seen without comparing them one by one. */
    public boolean sameConnections(Graph other) {
        return aligned(other) && sources == other.sources;
    }

    /** The group of that path, if one was recorded. */
    public Optional<Group> group(GroupPath path) {
        return Optional.ofNullable(groups.get(path));
    }

    /** The nodes in a group, at any depth, in order. */
    public List<Node> nodesIn(GroupPath group) {
        return nodes().stream().filter(node -> group.contains(node.path())).toList();
    }

    /** Every connection, in the order of the nodes they lead to. */
    public List<Edge> edges() {
        List<Edge> edges = new ArrayList<>();
        for (Node node : nodes) {
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
        Integer at = positions.get(path);
        return at == null ? List.of() : outgoing(at);
    }

    /** The connections that leave the node at a position. */
    public List<Edge> outgoing(int position) {
        if (outgoing == null) {
            // Benign race: a graph is immutable, so two threads compute the same index.
            outgoing = leaving();
        }
        return Collections.unmodifiableList(outgoing[position]);
    }

    private List<Edge>[] leaving() {
        @SuppressWarnings({"unchecked", "rawtypes"}) // arrays of a generic type cannot be made otherwise
        List<Edge>[] leaving = new List[nodes.length];
        Arrays.fill(leaving, List.of());
        for (int to = 0; to < nodes.length; to++) {
            for (int port = 0; port < sources[to].length; port++) {
                int from = sources[to][port];
                if (from != NONE) {
                    Edge edge = new Edge(nodes[from].path(), nodes[to].path(), port);
                    leaving[from] = and(leaving[from], edge);
                }
            }
        }
        return leaving;
    }

    /** Most outputs go to one node or two, for which the smallest lists are made. */
    private static List<Edge> and(List<Edge> edges, Edge another) {
        if (edges.isEmpty()) {
            return List.of(another);
        }
        List<Edge> more = edges instanceof ArrayList<Edge> ? edges : new ArrayList<>(edges);
        more.add(another);
        return more;
    }

    /** The only node that takes a node's output; empty where there is none, several, or one that takes it twice. */
    public Optional<Node> soleTaker(String path) {
        List<Edge> outgoing = outgoing(path);
        return outgoing.size() == 1 ? Optional.of(node(outgoing.get(0).to())) : Optional.empty();
    }

    /** How many nodes there are. */
    public int size() {
        return nodes.length;
    }

    /** This graph with a node added at the end, or replaced where one of that path stands. */
    public Graph with(Node node) {
        if (positions.containsKey(node.path())) {
            return replacing(List.of(node));
        }
        Node[] more = Arrays.copyOf(nodes, nodes.length + 1);
        more[nodes.length] = node;
        return new Graph(more, groups);
    }

    /**
     * This graph with nodes replaced by others of the same paths; what did not change is shared.
     *
     * @throws IllegalArgumentException for a node that takes the place of none, or takes from one that is not there
     */
    public Graph replacing(Collection<Node> others) {
        Node[] changed = nodes.clone();
        int[][] rewired = sources;
        for (Node other : others) {
            int at = position(other.path());
            if (!other.inputs().equals(nodes[at].inputs())) {
                rewired = rewired == sources ? sources.clone() : rewired;
                rewired[at] = sourcesOf(other);
            }
            changed[at] = other;
        }
        return new Graph(this, changed, rewired, groups);
    }

    /** This graph with a group added, or replaced where one of that path stands. */
    public Graph with(Group group) {
        Map<GroupPath, Group> changed = new LinkedHashMap<>(groups);
        changed.put(group.path(), group);
        return new Graph(this, nodes, sources, Collections.unmodifiableMap(changed));
    }

    /** Two graphs are equal when they have the same nodes and groups in the same order. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Graph that
                && Arrays.equals(nodes, that.nodes)
                && new ArrayList<>(groups.values()).equals(new ArrayList<>(that.groups.values()));
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(nodes);
    }

    @Override
    public String toString() {
        return "Graph of " + nodes.length + " nodes";
    }
}
