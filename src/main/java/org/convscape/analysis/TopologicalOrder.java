package org.convscape.analysis;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.convscape.graph.Graph;
import org.convscape.graph.Node;

/**
 * The nodes in an order in which every one comes after those it takes from, and the nodes for which there is no such order
 * because they stand on a cycle or behind one.
 *
 * <p>It is the order in which the network was written down wherever that is possible, so that the layers of a branch stay
 * together and an edit moves few rows: a node that stands too early waits until what it takes from has been placed, which
 * is a depth-first search (Tarjan 1976), with a stack of its own because chains are long.
 */
record TopologicalOrder(List<Node> ordered, Set<String> cyclic) {

    static TopologicalOrder of(Graph graph) {
        Search search = new Search(graph);
        graph.nodes().forEach(search::place);
        Set<String> cyclic = new LinkedHashSet<>();
        for (Node node : graph.nodes()) {
            if (search.cyclic.contains(node.path())) {
                cyclic.add(node.path());
            }
        }
        return new TopologicalOrder(search.ordered, cyclic);
    }

    private static final class Search {
        private final Graph graph;
        private final List<Node> ordered;
        private final Set<String> placed;
        private final Set<String> cyclic = new HashSet<>();
        private final Set<String> waiting = new HashSet<>();

        Search(Graph graph) {
            this.graph = graph;
            this.ordered = new ArrayList<>(graph.size());
            this.placed = new HashSet<>(graph.size() * 2);
        }

        /** Places a node, and before it whatever it takes from that has not been placed. */
        void place(Node wanted) {
            if (placed.contains(wanted.path()) || cyclic.contains(wanted.path())) {
                return;
            }
            ArrayDeque<Visit> visits = new ArrayDeque<>();
            visits.push(new Visit(wanted));
            waiting.add(wanted.path());
            while (!visits.isEmpty()) {
                Visit visit = visits.peek();
                String missing = nextMissing(visit);
                if (missing == null) {
                    visits.pop();
                    finish(visit);
                } else {
                    visits.push(new Visit(graph.node(missing)));
                    waiting.add(missing);
                }
            }
        }

        /** The next input that has to be placed first; null when there is none, or none that can be. */
        private String nextMissing(Visit visit) {
            List<String> inputs = visit.node.inputs();
            for (; visit.port < inputs.size(); visit.port++) {
                String input = inputs.get(visit.port);
                if (input.equals(Node.OPEN) || placed.contains(input)) {
                    continue;
                }
                if (!waiting.contains(input) && !cyclic.contains(input)) {
                    return input;
                }
                visit.endless = true; // it waits for itself, or for something that does
            }
            return null;
        }

        private void finish(Visit visit) {
            waiting.remove(visit.node.path());
            if (visit.endless) {
                cyclic.add(visit.node.path());
            } else {
                placed.add(visit.node.path());
                ordered.add(visit.node);
            }
        }
    }

    /** A node that waits for its inputs, the first {@code port} of which have been looked at. */
    private static final class Visit {
        private final Node node;
        private int port;
        private boolean endless;

        Visit(Node node) {
            this.node = node;
        }
    }
}
