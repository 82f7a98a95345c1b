package org.convscape.engine;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.convscape.analysis.NodeFacts;
import org.convscape.op.Operation;
import org.convscape.tensor.Tensor;
import org.convscape.weights.WeightStore;

/**
 * Numbers that stand for values: two nodes of two graphs get the same number when they are sure to compute the same,
 * because operation, arrays and inputs are the same. So an edit changes the numbers of what follows it and no others,
 * and undoing it brings the old ones back.
 */
final class ValueKeys {
    /** How many are remembered; more than that and old ones are forgotten, which costs only a computation. */
    private static final int MOST = 100_000;

    /** A node's arrays depend on where it was made, so that counts where it has any; its name never does. */
    private record Computed(Operation operation, String origin, WeightStore weights, List<Long> inputs) {}

    private record Given(List<Tensor> pictures, int hash) {
        static Given of(List<Tensor> pictures) {
            return new Given(
                    pictures,
                    pictures.stream()
                            .mapToInt(picture -> Arrays.hashCode(picture.values()))
                            .reduce(1, (before, hash) -> 31 * before + hash));
        }

        @Override
        public boolean equals(Object other) {
            if (!(other instanceof Given given) || given.hash != hash || given.pictures.size() != pictures.size()) {
                return false;
            }
            for (int i = 0; i < pictures.size(); i++) {
                if (!same(pictures.get(i), given.pictures.get(i))) {
                    return false;
                }
            }
            return true;
        }

        private static boolean same(Tensor one, Tensor other) {
            return Arrays.equals(one.dimensions(), other.dimensions()) && Arrays.equals(one.values(), other.values());
        }

        @Override
        public int hashCode() {
            return hash;
        }
    }

    private final Map<Object, Long> numbers = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Object, Long> eldest) {
            return size() > MOST;
        }
    };

    private long next;

    /** The numbers of all nodes of a request, by path. */
    Map<String, Long> of(ForwardRequest request) {
        Map<String, Long> keys = new HashMap<>();
        for (NodeFacts facts : request.analysis().nodes()) {
            String path = facts.node().path();
            boolean bare = facts.weights().isEmpty();
            Object key = facts.node().isInput()
                    ? Given.of(request.batch().stream()
                            .map(pictures -> pictures.get(path))
                            .toList())
                    : new Computed(
                            facts.node().operation(),
                            bare ? "" : facts.node().origin(),
                            bare ? null : request.weights(),
                            facts.node().inputs().stream().map(keys::get).toList());
            keys.put(path, numbers.computeIfAbsent(key, unknown -> next++));
        }
        return keys;
    }
}
