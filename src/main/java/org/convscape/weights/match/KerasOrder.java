package org.convscape.weights.match;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.convscape.graph.Graph;
import org.convscape.graph.Node;

/**
 * The order in which Keras writes the layers of a model: by falling distance from the output, the longest way counted
 * in layers; equally distant ones as a walk from the output, inputs first to last and deep first, meets them.
 */
public final class KerasOrder {
    private final Graph graph;
    private final Function<Node, String> layerOf;
    private final boolean lastInputFirst;
    private final Map<String, Set<String>> inputs = new LinkedHashMap<>();
    private final Map<String, Integer> distance = new HashMap<>();
    private final Map<String, Integer> met = new HashMap<>();

    private KerasOrder(Graph graph, Function<Node, String> layerOf, boolean lastInputFirst) {
        this.graph = graph;
        this.layerOf = layerOf;
        this.lastInputFirst = lastInputFirst;
    }

    /**
     * The layers in that order.
     *
     * @param layerOf the layer that a node belongs to
     * @param lastInputFirst whether sums and the like were called with their inputs the other way round
     */
    public static List<String> of(Graph graph, Function<Node, String> layerOf, boolean lastInputFirst) {
        return new KerasOrder(graph, layerOf, lastInputFirst).order();
    }

    private List<String> order() {
        // Nodes stand in the order of computing, so every layer comes behind those that it takes from.
        for (Node node : graph.nodes()) {
            String layer = layerOf.apply(node);
            Set<String> from = inputs.computeIfAbsent(layer, key -> new LinkedHashSet<>());
            List<String> taken = new ArrayList<>(node.inputs());
            if (lastInputFirst) {
                Collections.reverse(taken);
            }
            taken.stream()
                    .map(path -> layerOf.apply(graph.node(path)))
                    .filter(other -> !other.equals(layer))
                    .forEach(from::add);
        }
        List<String> layers = new ArrayList<>(inputs.keySet());
        for (int i = layers.size() - 1; i >= 0; i--) {
            int here = distance.computeIfAbsent(layers.get(i), key -> 0);
            inputs.get(layers.get(i)).forEach(from -> distance.merge(from, here + 1, Math::max));
        }
        Set<String> taken = new LinkedHashSet<>();
        inputs.values().forEach(taken::addAll);
        layers.stream().filter(layer -> !taken.contains(layer)).forEach(this::walk);
        layers.sort(Comparator.comparingInt((String layer) -> -distance.get(layer))
                .thenComparingInt(layer -> met.getOrDefault(layer, Integer.MAX_VALUE)));
        return layers;
    }

    /** Deep first, without recursion: networks have thousands of layers. */
    private void walk(String output) {
        List<String> stack = new ArrayList<>(List.of(output));
        while (!stack.isEmpty()) {
            String layer = stack.remove(stack.size() - 1);
            if (met.putIfAbsent(layer, met.size()) == null) {
                List<String> from = new ArrayList<>(inputs.get(layer));
                for (int i = from.size() - 1; i >= 0; i--) {
                    stack.add(from.get(i));
                }
            }
        }
    }
}
