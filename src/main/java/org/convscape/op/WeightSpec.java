package org.convscape.op;

import java.util.List;
import org.convscape.tensor.Tensor;

/**
 * One array of an operation: its name, its dimensions in the engine's layout, and the part it plays.
 *
 * @param fanIn how many inputs feed one output value: what He's initialisation scales by
 */
public record WeightSpec(String name, List<Integer> dimensions, Role role, long fanIn) {

    /** The part an array plays. It decides whether it is trained and how it starts. */
    public enum Role {
        /** Kernel of a convolution or of a dense layer. */
        KERNEL(true),
        /** One number added per output channel. */
        BIAS(true),
        /** Batch normalisation's gamma. */
        SCALE(true),
        /** Batch normalisation's beta. */
        SHIFT(true),
        /** What a rectifier multiplies negative values by. */
        SLOPE(true),
        /** Batch normalisation's running mean: kept, not trained. */
        RUNNING_MEAN(false),
        /** Batch normalisation's running variance: kept, not trained. */
        RUNNING_VARIANCE(false);

        private final boolean trainable;

        Role(boolean trainable) {
            this.trainable = trainable;
        }

        /** True when training changes such an array. */
        public boolean trainable() {
            return trainable;
        }
    }

    /** A kernel of the given dimensions. */
    public static WeightSpec kernel(long fanIn, Integer... dimensions) {
        return new WeightSpec("kernel", List.of(dimensions), Role.KERNEL, fanIn);
    }

    /** A vector with one value per channel. */
    public static WeightSpec perChannel(String name, int channels, Role role) {
        return new WeightSpec(name, List.of(channels), role, 1);
    }

    /** The array with those numbers, row by row. */
    public Tensor tensor(float... values) {
        return Tensor.of(dimensions.stream().mapToInt(Integer::intValue).toArray(), values);
    }

    /** How many numbers the array holds. */
    public long elements() {
        long product = 1;
        for (int dimension : dimensions) {
            product = Math.multiplyExact(product, dimension);
        }
        return product;
    }
}
