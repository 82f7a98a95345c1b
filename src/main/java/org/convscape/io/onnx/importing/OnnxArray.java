package org.convscape.io.onnx.importing;

import java.util.Arrays;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Numbers that a model holds or that follow from it: small ones enter shapes and settings, large ones are weights,
 * which are read when they are asked for.
 *
 * @param dimensions from the slowest on; none for a single number
 * @param floats gives all of them as 32-bit floats
 * @param doubles gives all of them exactly
 */
record OnnxArray(String name, long[] dimensions, Supplier<float[]> floats, Supplier<double[]> doubles)
        implements Value {

    /** So many can enter shapes and settings. */
    private static final int SMALL = 1 << 16;

    static OnnxArray of(long[] dimensions, double... values) {
        return new OnnxArray(
                "",
                dimensions,
                () -> {
                    float[] floats = new float[values.length];
                    for (int i = 0; i < values.length; i++) {
                        floats[i] = (float) values[i];
                    }
                    return floats;
                },
                () -> values);
    }

    static OnnxArray of(long... values) {
        return of(
                new long[] {values.length},
                Arrays.stream(values).asDoubleStream().toArray());
    }

    /** How many numbers there are. */
    static long elements(long... dimensions) {
        long product = 1;
        for (long extent : dimensions) {
            if (extent < 0) {
                throw new Refused("an array has " + extent + " as a dimension");
            }
            try {
                product = Math.multiplyExact(product, extent);
            } catch (ArithmeticException e) {
                throw new Refused("an array has dimensions whose product is beyond counting");
            }
        }
        return product;
    }

    long elements() {
        return elements(dimensions);
    }

    int rank() {
        return dimensions.length;
    }

    String shapeText() {
        return dimensions.length == 0
                ? "a single number"
                : Arrays.stream(dimensions).mapToObj(Long::toString).collect(Collectors.joining("×"));
    }

    boolean small() {
        return elements() <= SMALL;
    }

    /** The numbers, exactly; refused where there are too many to enter a shape. */
    double[] numbers() {
        if (!small()) {
            throw new Refused(
                    "it computes with an array of " + shapeText() + ", which is more than a shape or a setting");
        }
        return doubles.get();
    }

    /** As whole numbers. */
    long[] whole() {
        double[] numbers = numbers();
        long[] whole = new long[numbers.length];
        for (int i = 0; i < whole.length; i++) {
            whole[i] = (long) numbers[i];
        }
        return whole;
    }

    /** The same numbers under other dimensions. */
    OnnxArray reshaped(long... other) {
        return new OnnxArray(name, other, floats, doubles);
    }

    /** With dimension {@code order[i]} in place i. */
    OnnxArray permuted(int... order) {
        long[] turned = new long[order.length];
        Arrays.setAll(turned, i -> dimensions[order[i]]);
        return new OnnxArray(
                name,
                turned,
                () -> {
                    float[] from = floats.get();
                    float[] to = new float[from.length];
                    Turn turn = new Turn(dimensions, order);
                    for (int i = 0; i < to.length; i++) {
                        to[i] = from[turn.next()];
                    }
                    return to;
                },
                () -> {
                    double[] from = doubles.get();
                    double[] to = new double[from.length];
                    Turn turn = new Turn(dimensions, order);
                    for (int i = 0; i < to.length; i++) {
                        to[i] = from[turn.next()];
                    }
                    return to;
                });
    }

    /** Goes through an array in the order of another one of its dimensions. */
    private static final class Turn {
        private final int[] extents;
        private final int[] steps;
        private final int[] at;
        private int position;

        Turn(long[] dimensions, int... order) {
            int rank = order.length;
            extents = new int[rank];
            steps = new int[rank];
            at = new int[rank];
            for (int i = 0; i < rank; i++) {
                extents[i] = (int) dimensions[order[i]];
                int step = 1;
                for (int inner = order[i] + 1; inner < rank; inner++) {
                    step *= (int) dimensions[inner];
                }
                steps[i] = step;
            }
        }

        int next() {
            int now = position;
            for (int axis = extents.length - 1; axis >= 0; axis--) {
                position += steps[axis];
                if (++at[axis] < extents[axis]) {
                    break;
                }
                position -= steps[axis] * extents[axis];
                at[axis] = 0;
            }
            return now;
        }
    }
}
