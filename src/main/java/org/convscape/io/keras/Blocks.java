package org.convscape.io.keras;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.convscape.op.Category;

/**
 * The parts of a model between which a single value passes, where branches part and join again: residual blocks and
 * inception modules of a model whose names say nothing of them. An activation that follows where they join belongs to
 * them.
 */
final class Blocks {
    private static final int LEAST = 2;

    private Blocks() {}

    /** The group of each layer that is in such a part; none where there are fewer than two. */
    static Map<Layer, String> of(List<Layer> layers) {
        Map<Layer, Integer> position = new IdentityHashMap<>();
        layers.forEach(layer -> position.put(layer, position.size()));
        int[] reach = new int[layers.size()];
        for (Layer layer : layers) {
            for (Layer input : layer.inputs()) {
                reach[position.get(input)] = Math.max(reach[position.get(input)], position.get(layer));
            }
        }
        List<List<Layer>> blocks = new ArrayList<>();
        int farthest = 0;
        int waist = -1;
        for (int at = 0; at < reach.length; at++) {
            // Nothing that stands before goes past this one.
            if (farthest <= at) {
                if (at - waist > 1 && waist >= 0) {
                    blocks.add(new ArrayList<>(layers.subList(waist + 1, withActivation(layers, at) + 1)));
                }
                waist = at;
            }
            farthest = Math.max(farthest, reach[at]);
        }
        Map<Layer, String> named = new HashMap<>();
        if (blocks.size() >= LEAST) {
            String name = layers.stream().anyMatch(layer -> layer.name().startsWith("block")) ? "module" : "block";
            for (int i = 0; i < blocks.size(); i++) {
                for (Layer layer : blocks.get(i)) {
                    named.put(layer, name + (i + 1));
                }
            }
        }
        return named;
    }

    private static int withActivation(List<Layer> layers, int at) {
        boolean follows = at + 1 < layers.size()
                && layers.get(at + 1).operation().type().category() == Category.ACTIVATION
                && layers.get(at + 1).inputs().equals(List.of(layers.get(at)))
                && layers.stream()
                                .filter(layer -> layer.inputs().contains(layers.get(at)))
                                .count()
                        == 1;
        return follows ? at + 1 : at;
    }
}
