package org.convscape.analysis;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.convscape.graph.Graph;
import org.convscape.graph.GroupPath;

/**
 * What of a graph without a topological order is itself at fault: the nodes that take from their own output, directly
 * or through others, which are the strongly connected components (Tarjan 1972, with a stack of its own because chains
 * are long). The others only follow one of them. Linear in nodes and connections.
 */
final class Cycles {
    /** So many nodes of a cycle are named at either end of the sentence; what lies between is counted. */
    private static final int NAMED = 3;

    private static final int SHOWN = 40;
    private static final int NONE = -1;

    private final Graph graph;
    private final boolean[] without;
    private final int[] index;
    private final int[] lowest;
    private final boolean[] open;
    private final ArrayDeque<Integer> waiting = new ArrayDeque<>();
    /** For each node the number of its component; negative outside. */
    private final int[] component;

    private final List<int[]> components = new ArrayList<>();
    /** What is said of all but the first of each component. */
    private final String[] others;

    private int visited;

    /**
     * Looks at the nodes that have no topological order.
     *
     * @param cyclic their positions
     */
    Cycles(Graph graph, int[] cyclic) {
        this.graph = graph;
        this.without = new boolean[graph.size()];
        this.index = new int[graph.size()];
        this.lowest = new int[graph.size()];
        this.open = new boolean[graph.size()];
        this.component = new int[graph.size()];
        Arrays.fill(component, NONE);
        for (int position : cyclic) {
            without[position] = true;
        }
        for (int position : cyclic) {
            if (index[position] == 0) {
                visit(position);
            }
        }
        this.others = new String[components.size()];
    }

    private void visit(int root) {
        ArrayDeque<int[]> path = new ArrayDeque<>(); // position, next port
        enter(root, path);
        while (!path.isEmpty()) {
            int[] at = path.peek();
            if (at[1] < graph.node(at[0]).inputs().size()) {
                int source = graph.source(at[0], at[1]++);
                if (source >= 0 && without[source]) {
                    if (index[source] == 0) {
                        enter(source, path);
                    } else if (open[source]) {
                        lowest[at[0]] = Math.min(lowest[at[0]], index[source]);
                    }
                }
            } else {
                path.pop();
                leave(at[0]);
                if (!path.isEmpty()) {
                    lowest[path.peek()[0]] = Math.min(lowest[path.peek()[0]], lowest[at[0]]);
                }
            }
        }
    }

    private void enter(int position, ArrayDeque<int[]> path) {
        index[position] = ++visited;
        lowest[position] = visited;
        open[position] = true;
        waiting.push(position);
        path.push(new int[] {position, 0});
    }

    private void leave(int position) {
        if (lowest[position] != index[position]) {
            return;
        }
        List<Integer> members = new ArrayList<>();
        int member;
        do {
            member = waiting.pop();
            open[member] = false;
            members.add(member);
        } while (member != position);
        if (members.size() > 1 || takesFromItself(position)) {
            int[] found = members.stream().mapToInt(Integer::intValue).sorted().toArray();
            for (int each : found) {
                component[each] = components.size();
            }
            components.add(found);
        }
    }

    private boolean takesFromItself(int position) {
        for (int port = 0; port < graph.node(position).inputs().size(); port++) {
            if (graph.source(position, port) == position) {
                return true;
            }
        }
        return false;
    }

    /** True for a node that takes from its own output; false for one that only follows such a node. */
    boolean holds(int position) {
        return component[position] != NONE;
    }

    /**
     * What is wrong with a node that stands on a cycle: the first is told the cycle and how to mend it, the others that
     * they belong to it, so that the canvas says it once.
     */
    String sentence(int position) {
        int which = component[position];
        int[] members = components.get(which);
        if (position == members[0]) {
            return "This layer takes, directly or through others, from its own output; remove one connection of the cycle "
                    + words(cycle(which));
        }
        if (others[which] == null) {
            others[which] = String.format(
                    Locale.ROOT,
                    "One of %,d layers that take from their own output; see %s",
                    members.length,
                    named(members[0]));
        }
        return others[which];
    }

    /** A shortest cycle through the first node of a component, in the direction of the data; without its end again. */
    private List<Integer> cycle(int which) {
        int first = components.get(which)[0];
        int[] next = new int[graph.size()]; // towards the first
        Arrays.fill(next, NONE);
        ArrayDeque<Integer> reached = new ArrayDeque<>(List.of(first));
        while (!reached.isEmpty()) {
            int at = reached.remove();
            for (int port = 0; port < graph.node(at).inputs().size(); port++) {
                int source = graph.source(at, port);
                if (source < 0 || component[source] != which) {
                    continue;
                }
                if (source == first) {
                    List<Integer> cycle = new ArrayList<>(List.of(first));
                    for (int on = at; on != first; on = next[on]) {
                        cycle.add(on);
                    }
                    return cycle;
                }
                if (next[source] == NONE) {
                    next[source] = at;
                    reached.add(source);
                }
            }
        }
        throw new IllegalStateException("A component is reached from each of its nodes");
    }

    private String words(List<Integer> cycle) {
        List<String> words = new ArrayList<>();
        int left = cycle.size() - 2 * NAMED;
        for (int i = 0; i < cycle.size(); i++) {
            if (left > 1 && i == NAMED) {
                words.add("… " + left + " more …");
                i += left;
            }
            words.add(named(cycle.get(i)));
        }
        words.add(named(cycle.get(0)));
        return String.join(" → ", words);
    }

    /** The end of a path, which tells more than its beginning. */
    private String named(int position) {
        String path = graph.node(position).path();
        if (path.length() <= SHOWN) {
            return path;
        }
        String name = GroupPath.nameOf(path);
        return name.length() <= SHOWN
                ? "…/" + name
                : name.substring(0, name.offsetByCodePoints(0, name.codePointCount(0, SHOWN / 2))) + "…";
    }
}
