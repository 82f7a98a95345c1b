package org.convscape.analysis;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.convscape.graph.Edge;
import org.convscape.graph.Graph;
import org.convscape.graph.Node;

/**
 * The nodes in an order in which every one comes after those it takes from (Kahn 1962), and the nodes for which there is
 * no such order because they stand on a cycle or behind one.
 */
record TopologicalOrder(List<Node> ordered, Set<String> cyclic) {

    static TopologicalOrder of(Graph graph) {
        Map<String, Integer> waiting = new HashMap<>();
        ArrayDeque<Node> ready = new ArrayDeque<>();
        for (Node node : graph.nodes()) {
            int connected = (int) node.inputs().stream()
                    .filter(input -> !input.equals(Node.OPEN))
                    .count();
            waiting.put(node.path(), connected);
            if (connected == 0) {
                ready.add(node);
            }
        }
        List<Node> ordered = new ArrayList<>(graph.size());
        while (!ready.isEmpty()) {
            Node node = ready.remove();
            ordered.add(node);
            for (Edge edge : graph.outgoing(node.path())) {
                if (waiting.merge(edge.to(), -1, Integer::sum) == 0) {
                    ready.add(graph.node(edge.to()));
                }
            }
        }
        Set<String> cyclic = new LinkedHashSet<>();
        for (Node node : graph.nodes()) {
            if (waiting.get(node.path()) > 0) {
                cyclic.add(node.path());
            }
        }
        return new TopologicalOrder(ordered, cyclic);
    }
}
