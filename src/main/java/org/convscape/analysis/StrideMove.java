package org.convscape.analysis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.convscape.attribute.AttributeValues;
import org.convscape.attribute.Size;

/**
 * A stride that stands in another layer of the same block: one layer of the left network has given it up, one of the right
 * network has taken it over.
 *
 * @param from the layer that has the stride in the left network
 * @param to the layer that has it in the right one
 */
record StrideMove(Alignment.Pair from, Alignment.Pair to, String reason) {

    /** The moves of all blocks, by block. */
    static Map<Integer, StrideMove> in(List<Alignment.Pair> pairs) {
        Map<Integer, List<Alignment.Pair>> blocks = new HashMap<>();
        for (Alignment.Pair pair : pairs) {
            if (pair.left() != null
                    && pair.right() != null
                    && strideOf(pair.left()).isPresent()) {
                blocks.computeIfAbsent(pair.block(), block -> new ArrayList<>()).add(pair);
            }
        }
        Map<Integer, StrideMove> moves = new HashMap<>();
        blocks.forEach((block, windows) -> {
            List<Alignment.Pair> lost =
                    windows.stream().filter(pair -> change(pair) < 0).toList();
            List<Alignment.Pair> gained =
                    windows.stream().filter(pair -> change(pair) > 0).toList();
            if (lost.size() == 1 && gained.size() == 1) {
                String reason = "stride in the " + nameOf(gained.get(0), windows) + " instead of the "
                        + nameOf(lost.get(0), windows);
                moves.put(block, new StrideMove(lost.get(0), gained.get(0), reason));
            }
        });
        return moves;
    }

    private static int change(Alignment.Pair pair) {
        return strideOf(pair.right()).orElseThrow().area()
                - strideOf(pair.left()).orElseThrow().area();
    }

    private static Optional<Size> strideOf(NodeFacts node) {
        return sizeOf(node, "stride");
    }

    private static Optional<Size> sizeOf(NodeFacts node, String attribute) {
        AttributeValues values = node.node().operation().attributes();
        return values.schema()
                .find(attribute)
                .map(found -> values.get(attribute))
                .map(Size.class::cast);
    }

    /** {@code first 1×1}, or {@code 3×3} where the block has only one of that size. */
    private static String nameOf(Alignment.Pair pair, List<Alignment.Pair> windows) {
        String kernel = kernelOf(pair.left());
        List<Alignment.Pair> same = windows.stream()
                .filter(other -> kernelOf(other.left()).equals(kernel))
                .toList();
        if (same.size() == 1) {
            return kernel;
        }
        int place = same.indexOf(pair);
        return (place == 0 ? "first " : place == same.size() - 1 ? "last " : "middle ") + kernel;
    }

    static String kernelOf(NodeFacts node) {
        return sizeOf(node, "kernel")
                .map(Size::toString)
                .orElse(node.node().operation().type().label());
    }
}
