package org.convscape.weights;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.convscape.op.WeightSpec;
import org.convscape.tensor.Tensor;

/**
 * Weights as before training, drawn from a seed: kernels from a normal distribution with variance 2 / fan-in (He et al.
 * 2015, "Delving deep into rectifiers", equation 10), scales one half, variances one, the rest zero.
 *
 * <p>The half is there for the deepest residual networks. Batch normalisation whose statistics nobody has measured lets
 * everything through, so with a scale of one every residual block would double the variance, and six hundred of them
 * would leave the range of a float. With one half, a branch of two convolutions adds an eighth, close to what
 * normalisation does to the branches of a network in training (De and Smith 2020, "Batch normalization biases residual
 * blocks towards the identity function").
 *
 * <p>A value depends on the seed, the node's origin, the array's name and the position only: not on the machine, the
 * order of asking, or what else is in the graph.
 */
public record SeededWeights(long seed) implements WeightStore {

    /** What learned slopes begin with (He et al. 2015, section 2.1). */
    private static final float FIRST_SLOPE = 0.25f;

    private static final int BLOCK = 1 << 14;

    @Override
    public Tensor get(String origin, WeightSpec spec) {
        float[] values = new float[Math.toIntExact(spec.elements())];
        switch (spec.role()) {
            case KERNEL -> fillNormal(values, new SplitMix(seed, origin, spec.name()), Math.sqrt(2.0 / spec.fanIn()));
            case SCALE -> Arrays.fill(values, 0.5f);
            case SLOPE -> Arrays.fill(values, FIRST_SLOPE);
            case RUNNING_VARIANCE -> Arrays.fill(values, 1);
            case BIAS, SHIFT, RUNNING_MEAN -> {
                // Zero, as the array already is.
            }
        }
        return spec.tensor(values);
    }

    /** Drawn in blocks on all processors: somebody may be waiting for the map that a large kernel gives. */
    private static void fillNormal(float[] values, SplitMix random, double deviation) {
        IntStream.range(0, (values.length + BLOCK - 1) / BLOCK).parallel().forEach(block -> {
            SplitMix here = random.skipping((long) block * BLOCK);
            int end = Math.min(values.length, (block + 1) * BLOCK);
            for (int i = block * BLOCK; i < end; i++) {
                values[i] = (float) (deviation * NormalQuantile.of(here.nextBetweenZeroAndOne()));
            }
        });
    }
}
