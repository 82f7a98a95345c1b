package org.convscape.analysis;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.convscape.graph.Graph;
import org.convscape.graph.Node;

/**
 * The nodes in an order in which every one comes after those it takes from, and the nodes for which there is no such
 * order because they stand on a cycle or behind one.
 *
 * <p>It is the order in which the network was written down wherever that is possible, so that the layers of a branch
 * stay together and an edit moves few rows: a node that stands too early waits until what it takes from has been
 * placed, which is a depth-first search (Tarjan 1976), with a stack of its own because chains are long.
 */
final class TopologicalOrder {
    private enum State {
        WAITING,
        PLACED,
        CYCLIC
    }

    private final Graph graph;
    private final State[] states;
    private final int[] ordered;
    private int placed;

    private TopologicalOrder(Graph graph) {
        this.graph = graph;
        this.states = new State[graph.size()];
        this.ordered = new int[graph.size()];
        for (int position = 0; position < graph.size(); position++) {
            place(position);
        }
    }

    static TopologicalOrder of(Graph graph) {
        return new TopologicalOrder(graph);
    }

    /** The positions of the nodes that have an order, in it. */
    int[] positions() {
        return Arrays.copyOf(ordered, placed);
    }

    /** The nodes that have an order, in it. */
    List<Node> ordered() {
        List<Node> nodes = new ArrayList<>(placed);
        for (int i = 0; i < placed; i++) {
            nodes.add(graph.node(ordered[i]));
        }
        return nodes;
    }

    /** The paths of the others, as they were written down. */
    Set<String> cyclic() {
        if (placed == graph.size()) {
            return Set.of();
        }
        Set<String> cyclic = new LinkedHashSet<>();
        for (int position = 0; position < states.length; position++) {
            if (states[position] == State.CYCLIC) {
                cyclic.add(graph.node(position).path());
            }
        }
        return Collections.unmodifiableSet(cyclic);
    }

    /** Places a node, and before it whatever it takes from that has not been placed. */
    private void place(int wanted) {
        if (states[wanted] != null) {
            return;
        }
        Visit visit = new Visit(wanted);
        ArrayDeque<Visit> waiting = new ArrayDeque<>(2);
        states[wanted] = State.WAITING;
        while (visit != null) {
            int missing = nextMissing(visit);
            if (missing < 0) {
                finish(visit);
                visit = waiting.poll();
            } else {
                waiting.push(visit);
                visit = new Visit(missing);
                states[missing] = State.WAITING;
            }
        }
    }

    /** The next input that has to be placed first; negative when there is none, or none that can be. */
    private int nextMissing(Visit visit) {
        int ports = graph.node(visit.position).inputs().size();
        for (; visit.port < ports; visit.port++) {
            int source = graph.source(visit.position, visit.port);
            if (source < 0 || states[source] == State.PLACED) {
                continue;
            }
            if (states[source] == null) {
                return source;
            }
            visit.endless = true; // it waits for itself, or for something that does
        }
        return -1;
    }

    private void finish(Visit visit) {
        states[visit.position] = visit.endless ? State.CYCLIC : State.PLACED;
        if (!visit.endless) {
            ordered[placed++] = visit.position;
        }
    }

    /** A node that waits for its inputs, the first {@code port} of which have been looked at. */
    private static final class Visit {
        private final int position;
        private int port;
        private boolean endless;

        Visit(int position) {
            this.position = position;
        }
    }
}
