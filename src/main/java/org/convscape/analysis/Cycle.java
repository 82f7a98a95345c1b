package org.convscape.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.convscape.graph.Graph;

/** Finds a cycle to show: by walking backwards inside the nodes that have no topological order. */
final class Cycle {
    private Cycle() {}

    /** The cycle that is reached from {@code path} by going backwards, as {@code a → b → a}. */
    static String through(Graph graph, String path, Set<String> cyclic) {
        List<String> walked = new ArrayList<>();
        String at = path;
        while (!walked.contains(at)) {
            walked.add(at);
            at = graph.node(at).inputs().stream()
                    .filter(cyclic::contains)
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("A node without order has a predecessor without one"));
        }
        List<String> cycle = new ArrayList<>(walked.subList(walked.indexOf(at), walked.size()));
        java.util.Collections.reverse(cycle);
        cycle.add(0, at);
        return String.join(" → ", cycle);
    }
}
