package org.convscape.weights;

import java.util.Arrays;
import org.convscape.op.WeightSpec;
import org.convscape.tensor.Tensor;

/**
 * Weights as at the start of training, drawn from a seed: kernels from a normal distribution with variance 2 / fan-in
 * (He et al. 2015, "Delving deep into rectifiers", equation 10), scales and variances one, the rest zero.
 *
 * <p>A value depends on the seed, the node's path, the array's name and the position only: not on the machine, the order
 * of asking, or what else is in the graph.
 */
public record SeededWeights(long seed) implements WeightStore {

    @Override
    public Tensor get(String node, WeightSpec spec) {
        int[] dimensions =
                spec.dimensions().stream().mapToInt(Integer::intValue).toArray();
        float[] values = new float[Math.toIntExact(spec.elements())];
        switch (spec.role()) {
            case KERNEL -> fillNormal(values, new SplitMix(seed, node, spec.name()), Math.sqrt(2.0 / spec.fanIn()));
            case SCALE, RUNNING_VARIANCE -> Arrays.fill(values, 1);
            case BIAS, SHIFT, RUNNING_MEAN -> {
                // Zero, as the array already is.
            }
        }
        return Tensor.of(dimensions, values);
    }

    private static void fillNormal(float[] values, SplitMix random, double deviation) {
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (deviation * NormalQuantile.of(random.nextBetweenZeroAndOne()));
        }
    }
}
