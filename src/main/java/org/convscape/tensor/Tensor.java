package org.convscape.tensor;

import java.util.Arrays;

/**
 * An array of 32-bit floats on the heap, row-major, the last dimension fastest.
 *
 * <p>Activations are {@code [H, W, C]} or {@code [n]}; convolution kernels {@code [kH, kW, in, out]}, depthwise kernels
 * {@code [kH, kW, in, multiplier]}, dense kernels {@code [in, out]}. The array is handed over, not copied: whoever
 * makes a tensor must not write to the array afterwards.
 */
public final class Tensor {
    private final int[] dimensions;
    private final float[] values;

    private Tensor(int[] dimensions, float[] values) {
        this.dimensions = dimensions;
        this.values = values;
    }

    /**
     * Wraps values.
     *
     * @throws IllegalArgumentException when the number of values is not the product of the dimensions
     */
    public static Tensor of(int[] dimensions, float[] values) {
        long expected = elements(dimensions);
        if (expected != values.length) {
            throw new IllegalArgumentException("A tensor of dimensions " + Arrays.toString(dimensions) + " holds "
                    + expected + " values, found " + values.length);
        }
        return new Tensor(dimensions.clone(), values);
    }

    /** Wraps the values of one activation of the given shape. */
    public static Tensor of(Shape shape, float[] values) {
        return of(shape.dimensions(), values);
    }

    /** A tensor of zeros. */
    public static Tensor zeros(int... dimensions) {
        return new Tensor(dimensions.clone(), new float[Math.toIntExact(elements(dimensions))]);
    }

    /** The product of the dimensions. */
    public static long elements(int... dimensions) {
        long product = 1;
        for (int dimension : dimensions) {
            product = Math.multiplyExact(product, dimension);
        }
        return product;
    }

    /** The dimensions, as a copy. */
    public int[] dimensions() {
        return dimensions.clone();
    }

    /** How many dimensions there are. */
    public int rank() {
        return dimensions.length;
    }

    /** The extent of one dimension. */
    public int dimension(int index) {
        return dimensions[index];
    }

    /** How many values there are. */
    public int size() {
        return values.length;
    }

    /** The values themselves, not a copy: for reading only. */
    public float[] values() {
        return values;
    }

    /**
     * The shape of an activation.
     *
     * @throws IllegalStateException for a tensor that is not one (rank 1 or 3)
     */
    public Shape shape() {
        return switch (dimensions.length) {
            case 1 -> Shape.vector(dimensions[0]);
            case 3 -> Shape.maps(dimensions[0], dimensions[1], dimensions[2]);
            default ->
                throw new IllegalStateException(
                        "Only a vector or a stack of maps has a shape; this tensor is " + Arrays.toString(dimensions));
        };
    }

    /** The value of one channel at one position of a stack of maps. */
    public float at(int row, int column, int channel) {
        return values[(row * dimensions[1] + column) * dimensions[2] + channel];
    }

    /** The same values under other dimensions of the same product. */
    public Tensor reshaped(int... other) {
        return of(other, values);
    }

    /**
     * Every value times the factor of its channel.
     *
     * @param factors of the last dimension, or of the last ones taken together (a depthwise kernel's channels and
     *     multipliers)
     */
    public Tensor timesChannels(float[] factors) {
        float[] products = new float[values.length];
        for (int i = 0; i < products.length; ) {
            for (int channel = 0; channel < factors.length; channel++, i++) {
                products[i] = values[i] * factors[channel];
            }
        }
        return new Tensor(dimensions, products);
    }

    @Override
    public String toString() {
        return "Tensor" + Arrays.toString(dimensions);
    }
}
