package org.convscape.engine.nd4j;

import org.convscape.op.TensorMath;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.scalar.LeakyReLU;
import org.nd4j.linalg.api.ops.impl.scalar.Relu6;
import org.nd4j.linalg.api.ops.impl.scalar.ScalarAdd;
import org.nd4j.linalg.api.ops.impl.scalar.ScalarMax;
import org.nd4j.linalg.api.ops.impl.scalar.ScalarMin;
import org.nd4j.linalg.api.ops.impl.scalar.ScalarMultiplication;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Sigmoid;
import org.nd4j.linalg.factory.Nd4j;

/** The verbs on ND4J that take value by value, or move values as they are. */
abstract class Nd4jElements implements TensorMath<INDArray> {

    /** ND4J has a verb for it that reads the values once instead of twice. */
    private static final double CUT_OFF_OF_RELU6 = 6;

    private final ArrayPool arrays;
    private final NativeCalls calls;
    private final NativeElements elements;
    private final boolean overwrites;

    /**
     * The verbs.
     *
     * @param overwrites whether those that take value by value write over their first input
     */
    Nd4jElements(ArrayPool arrays, NativeCalls calls, boolean overwrites) {
        this.arrays = arrays;
        this.calls = calls;
        this.elements = new NativeElements(calls);
        this.overwrites = overwrites;
    }

    @Override
    public INDArray clip(INDArray input, double low, double high) {
        if (Double.isInfinite(low) && Double.isInfinite(high)) {
            return input;
        }
        INDArray output = elementWise(input);
        clip(input, low, high, output);
        return output;
    }

    /** Limits into an output, which may be the input; one of the two bounds is finite at least. */
    void clip(INDArray input, double low, double high, INDArray output) {
        if (low == 0 && high == CUT_OFF_OF_RELU6) {
            Nd4j.getExecutioner().exec(new Relu6(input, output));
            return;
        }
        INDArray from = input;
        if (!Double.isInfinite(low)) {
            Nd4j.getExecutioner().exec(new ScalarMax(from, null, output, low));
            from = output;
        }
        if (!Double.isInfinite(high)) {
            Nd4j.getExecutioner().exec(new ScalarMin(from, null, output, high));
        }
    }

    @Override
    public INDArray sigmoid(INDArray input) {
        INDArray output = elementWise(input);
        sigmoid(input, output);
        return output;
    }

    /** The logistic function into an output, which may be the input. */
    void sigmoid(INDArray input, INDArray output) {
        Nd4j.getExecutioner().exec(new Sigmoid(input, output));
    }

    @Override
    public INDArray hardSigmoid(INDArray input, double slope, double offset) {
        INDArray output = elementWise(input);
        line(input, slope, offset, output);
        clip(output, 0, 1, output);
        return output;
    }

    /** {@code slope · x + offset} into an output, which may be the input. */
    void line(INDArray input, double slope, double offset, INDArray output) {
        scale(input, slope, output);
        shift(output, offset);
    }

    /** Adds a number to every value. */
    void shift(INDArray values, double offset) {
        Nd4j.getExecutioner().exec(new ScalarAdd(values, null, values, offset));
    }

    @Override
    public INDArray leak(INDArray input, double slope) {
        INDArray output = elementWise(input);
        leak(input, slope, output);
        return output;
    }

    /** Negative values times a slope into an output, which may be the input. */
    void leak(INDArray input, double slope, INDArray output) {
        Nd4j.getExecutioner().exec(new LeakyReLU(input, output, slope));
    }

    @Override
    public INDArray leakPerChannel(INDArray input, INDArray slopes) {
        INDArray output = elementWise(input);
        elements.leakPerChannel(input, slopes, output);
        return output;
    }

    @Override
    public INDArray add(INDArray left, INDArray right) {
        INDArray output = elementWise(left);
        add(left, right, output);
        return output;
    }

    /** Adds into an output, which may be the left one. */
    void add(INDArray left, INDArray right, INDArray output) {
        calls.run("add", output, new long[0], left, right);
    }

    @Override
    public INDArray subtract(INDArray left, INDArray right) {
        INDArray output = elementWise(left);
        subtract(left, right, output);
        return output;
    }

    /** Subtracts into an output, which may be the left one. */
    void subtract(INDArray left, INDArray right, INDArray output) {
        elements.run("subtract", left, right, output);
    }

    @Override
    public INDArray times(INDArray left, INDArray right) {
        INDArray output = elementWise(left);
        times(left, right, output);
        return output;
    }

    /** Multiplies value by value into an output, which may be the left one. */
    void times(INDArray left, INDArray right, INDArray output) {
        elements.run("multiply", left, right, output);
    }

    @Override
    public INDArray scale(INDArray input, double factor) {
        INDArray output = elementWise(input);
        scale(input, factor, output);
        return output;
    }

    /** Multiplies into an output, which may be the input. */
    void scale(INDArray input, double factor, INDArray output) {
        Nd4j.getExecutioner().exec(new ScalarMultiplication(input, null, output, factor));
    }

    @Override
    public INDArray shuffleChannels(INDArray input, int groups) {
        INDArray output = takeLike(input);
        elements.shuffleChannels(input, groups, output);
        return output;
    }

    @Override
    public INDArray enlarge(INDArray input, int rows, int columns) {
        INDArray output = arrays.take(input.size(0), input.size(1) * rows, input.size(2) * columns, input.size(3));
        elements.enlarge(input, rows, columns, output);
        return output;
    }

    INDArray elementWise(INDArray input) {
        return overwrites ? input : takeLike(input);
    }

    /** An array of that shape; what it holds is left over. */
    INDArray take(long... shape) {
        return arrays.take(shape);
    }

    /** Gives an array back that was taken. */
    void giveBack(INDArray array) {
        arrays.giveBack(array);
    }

    /** An array of the same shape. */
    INDArray takeLike(INDArray value) {
        return arrays.take(value.shape());
    }
}
