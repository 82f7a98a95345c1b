package org.convscape.analysis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.convscape.analysis.Reason.StrideMoved.Position;
import org.convscape.attribute.AttributeValues;
import org.convscape.attribute.Size;
import org.convscape.op.OpType;

/**
 * A stride that stands in another layer of the same block: one layer of the left network has given it up, one of the
 * right network has taken it over.
 *
 * @param from the layer that has the stride in the left network
 * @param to the layer that has it in the right one
 */
record StrideMove(Alignment.Pair from, Alignment.Pair to, Reason.StrideMoved reason) {

    /** The moves of all blocks, by block. */
    static Map<Integer, StrideMove> in(List<Alignment.Pair> pairs) {
        Map<Integer, List<Alignment.Pair>> blocks = new HashMap<>();
        for (Alignment.Pair pair : pairs) {
            if (pair.matched() && strideOf(pair.left()).isPresent()) {
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
                Reason.StrideMoved reason =
                        new Reason.StrideMoved(placeOf(gained.get(0), windows), placeOf(lost.get(0), windows));
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

    private static Reason.StrideMoved.Place placeOf(Alignment.Pair pair, List<Alignment.Pair> windows) {
        Optional<Size> kernel = kernelOf(pair);
        Optional<OpType<?>> type = typeOf(pair);
        List<Alignment.Pair> same = windows.stream()
                .filter(other -> kernelOf(other).equals(kernel) && typeOf(other).equals(type))
                .toList();
        int place = same.indexOf(pair);
        Position position = same.size() == 1
                ? Position.ALONE
                : place == 0 ? Position.FIRST : place == same.size() - 1 ? Position.LAST : Position.MIDDLE;
        return new Reason.StrideMoved.Place(kernel, type, position);
    }

    private static Optional<Size> kernelOf(Alignment.Pair pair) {
        return sizeOf(pair.left(), "kernel");
    }

    /** The kind of a layer that has no kernel to name it by. */
    private static Optional<OpType<?>> typeOf(Alignment.Pair pair) {
        return kernelOf(pair).isPresent()
                ? Optional.empty()
                : Optional.of(pair.left().node().operation().type());
    }
}
