package org.convscape.io.onnx.importing;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.convscape.op.WeightSpec;
import org.convscape.tensor.Tensor;

/** The weights of a model by the origin of the node that has them; read from the file whenever they are asked for. */
public final class OnnxWeights {
    private final Map<String, Map<String, Layer.Weight>> byOrigin;

    OnnxWeights(Map<String, Map<String, Layer.Weight>> byOrigin) {
        this.byOrigin = Map.copyOf(byOrigin);
    }

    /** The array of a node; empty where the file has none of that name and those dimensions. */
    public Optional<Tensor> get(String origin, WeightSpec spec) {
        Layer.Weight weight = byOrigin.getOrDefault(origin, Map.of()).get(spec.name());
        List<Integer> dimensions = spec.dimensions();
        if (weight == null || !weight.dimensions().equals(dimensions)) {
            return Optional.empty();
        }
        int[] extents = dimensions.stream().mapToInt(Integer::intValue).toArray();
        return Optional.of(Tensor.of(extents, weight.values().get()));
    }

    /** How many arrays there are. */
    public int arrays() {
        return byOrigin.values().stream().mapToInt(Map::size).sum();
    }
}
