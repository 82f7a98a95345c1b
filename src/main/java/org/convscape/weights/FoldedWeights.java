package org.convscape.weights;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.convscape.graph.Folded;
import org.convscape.graph.Node;
import org.convscape.op.WeightSpec;
import org.convscape.tensor.Shape;
import org.convscape.tensor.Tensor;

/**
 * The weights of a graph in which some nodes stand for several: those of the nodes they stand for, taken together.
 *
 * @param base the weights of all other nodes, and of the nodes as they were
 * @param folds by the origin of the node that stands for all
 */
public record FoldedWeights(WeightStore base, Map<String, Entry> folds) implements WeightStore {

    /** A fold with the arrays of the node that stands for all. */
    record Entry(Fold fold, List<WeightSpec> specs) {}

    /** Keeps an unmodifiable copy. */
    public FoldedWeights {
        folds = Map.copyOf(folds);
    }

    /**
     * Weights over others.
     *
     * @param folds by path
     * @param specs the arrays of a folded node as it stands in the graph now
     * @return {@code base} itself where nothing is folded
     */
    public static WeightStore over(
            WeightStore base, Map<String, Folded> folds, Function<String, List<WeightSpec>> specs) {
        Map<String, Entry> entries = new HashMap<>();
        folds.forEach((path, folded) -> {
            List<WeightSpec> now = specs.apply(path);
            if (now.stream().anyMatch(spec -> spec.role() == WeightSpec.Role.BIAS)) {
                entries.put(folded.linear().origin(), new Entry(fold(folded, now), now));
            }
        });
        return entries.isEmpty() ? base : new FoldedWeights(base, entries);
    }

    /** The weights of the layers as they were before any were folded: those that files have. */
    public static WeightStore unfolded(WeightStore store) {
        return store instanceof FoldedWeights folded ? folded.base() : store;
    }

    private static Fold fold(Folded folded, List<WeightSpec> now) {
        boolean hadBias = folded.linear()
                .operation()
                .withBias()
                .filter(folded.linear().operation()::equals)
                .isPresent();
        List<WeightSpec> linear = now.stream()
                .filter(spec -> hadBias || spec.role() != WeightSpec.Role.BIAS)
                .toList();
        int channels = (int) now.stream()
                .filter(spec -> spec.role() == WeightSpec.Role.BIAS)
                .findFirst()
                .orElseThrow()
                .elements();
        return new Fold(
                part(folded.linear(), linear),
                folded.scalings().stream()
                        .map(node -> part(node, node.operation().weights(List.of(Shape.vector(channels)))))
                        .toList());
    }

    private static Fold.Part part(Node node, List<WeightSpec> specs) {
        return new Fold.Part(node.origin(), node.operation(), specs);
    }

    @Override
    public Tensor get(String origin, WeightSpec spec) {
        Entry entry = folds.get(origin);
        return entry == null ? base.get(origin, spec) : entry.fold().array(base, entry.specs(), spec);
    }
}
