package org.convscape.document;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.convscape.graph.Edge;
import org.convscape.graph.Graph;
import org.convscape.graph.Group;
import org.convscape.graph.GroupPath;
import org.convscape.graph.Node;
import org.convscape.graph.Port;
import org.convscape.op.OpType;

/** Making and taking away connections, with the reason where one cannot be made. */
public final class Connections {
    private Connections() {}

    /**
     * Why an output cannot be connected to a node, or null where it can: what a drag asks at every move.
     */
    public static String refusal(Graph graph, String from, String to) {
        OpType<?> type = graph.node(to).operation().type();
        if (type.isInput()) {
            return type.label() + " takes no input: it is where a picture enters";
        }
        if (from.equals(to) || reaches(graph, to, from)) {
            return "This would feed " + GroupPath.nameOf(to) + " its own output; a network runs from input to output"
                    + " without cycles";
        }
        return null;
    }

    /** True when there is a way along the connections from one node to another. */
    private static boolean reaches(Graph graph, String from, String to) {
        Set<String> seen = new HashSet<>(Set.of(from));
        ArrayDeque<String> open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            for (Edge edge : graph.outgoing(open.remove())) {
                if (edge.to().equals(to)) {
                    return true;
                }
                if (seen.add(edge.to())) {
                    open.add(edge.to());
                }
            }
        }
        return false;
    }

    static Graph connect(Graph graph, String from, String to, int port) {
        String refusal = refusal(graph, from, to);
        if (refusal != null) {
            throw new EditRefused(refusal);
        }
        Node node = graph.node(to);
        int maximum = node.operation().type().maximumInputs();
        int chosen = port == Edit.Connect.ANY_PORT ? freePort(node, maximum) : port;
        if (chosen >= maximum) {
            throw new EditRefused(node.operation().type().label() + " takes at most " + maximum + " inputs, and all are"
                    + " connected; disconnect one first");
        }
        return graph.with(node.withInput(chosen, from));
    }

    /**
     * The first open port; else a new one where there is room; else the only one there is, whose source is replaced.
     */
    private static int freePort(Node node, int maximum) {
        int open = node.inputs().indexOf(Node.OPEN);
        if (open >= 0) {
            return open;
        }
        return maximum == 1 ? 0 : node.inputs().size();
    }

    static Graph connectGroup(Graph graph, String from, GroupPath to) {
        if (to.contains(from)) {
            throw new EditRefused("This would feed " + to.name() + " its own output; a network runs from input to"
                    + " output without cycles");
        }
        Group group = graph.group(to)
                .filter(found -> !found.entries().isEmpty())
                .orElseThrow(() -> new EditRefused(to.name() + " has no input that takes a connection as a whole; open"
                        + " it and connect the layer that is meant"));
        Graph connected = graph;
        for (Port entry : group.entries()) {
            connected = connect(connected, from, entry.node(), entry.index());
        }
        return connected;
    }

    static Graph disconnect(Graph graph, Set<Edge> edges) {
        Map<String, Node> opened = new LinkedHashMap<>();
        for (Edge edge : edges) {
            List<String> inputs = graph.find(edge.to()).map(Node::inputs).orElse(List.of());
            if (edge.port() < inputs.size() && inputs.get(edge.port()).equals(edge.from())) {
                Node node = opened.getOrDefault(edge.to(), graph.node(edge.to()));
                opened.put(edge.to(), node.withInput(edge.port(), Node.OPEN));
            }
        }
        return graph.replacing(opened.values().stream()
                .map(node -> withoutSpareOpenPorts(graph, node))
                .toList());
    }

    /** Drops open ports at the end that the operation does not need, unless they are where a block is entered. */
    static Node withoutSpareOpenPorts(Graph graph, Node node) {
        List<String> inputs = new ArrayList<>(node.inputs());
        while (inputs.size() > node.operation().type().minimumInputs()
                && inputs.get(inputs.size() - 1).equals(Node.OPEN)
                && !isEntry(graph, node.path(), inputs.size() - 1)) {
            inputs.remove(inputs.size() - 1);
        }
        return node.taking(inputs);
    }

    private static boolean isEntry(Graph graph, String path, int port) {
        Port wanted = new Port(path, port);
        return graph.groups().stream().anyMatch(group -> group.entries().contains(wanted));
    }
}
