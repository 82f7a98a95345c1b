package org.convscape.engine.nd4j;

import java.util.List;
import org.convscape.attribute.Size;
import org.convscape.op.Placement;
import org.convscape.tensor.Shape;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.scalar.Pow;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The arithmetic on ND4J. Stacks of maps are {@code [batch, H, W, C]}, vectors {@code [batch, n]}; every value owns its
 * memory, lies in it row by row, and comes from a pool.
 */
class Nd4jMath extends Nd4jElements {

    private final ArrayPool arrays;
    private final NativeCalls calls;
    private final NativeProduct product;
    private final NativeConvolution convolution;
    private final NativePooling pooling;

    /**
     * The arithmetic.
     *
     * @param overwrites whether the verbs that take value by value write over their first input
     */
    Nd4jMath(ArrayPool arrays, NativeCalls calls, boolean overwrites) {
        super(arrays, calls, overwrites);
        this.arrays = arrays;
        this.calls = calls;
        this.product = new NativeProduct(calls);
        this.convolution = new NativeConvolution(calls);
        this.pooling = new NativePooling(calls);
    }

    @Override
    public Shape shapeOf(INDArray value) {
        return value.rank() == 2
                ? Shape.vector((int) value.size(1))
                : Shape.maps((int) value.size(1), (int) value.size(2), (int) value.size(3));
    }

    @Override
    public INDArray convolve(INDArray input, INDArray kernel, INDArray bias, Placement window, int groups) {
        INDArray output = takeFor(input, window, kernel.size(3));
        convolution.convolve(input, kernel, bias, window, groups, output);
        return output;
    }

    @Override
    public INDArray convolveDepthwise(INDArray input, INDArray kernel, INDArray bias, Placement window) {
        INDArray output = takeFor(input, window, kernel.size(2) * kernel.size(3));
        convolution.depthwise(input, kernel, bias, window, output);
        return output;
    }

    @Override
    public INDArray normalise(
            INDArray input, INDArray gamma, INDArray beta, INDArray mean, INDArray variance, double epsilon) {
        INDArray output = takeLike(input);
        calls.run(
                "batchnorm",
                output,
                new long[] {gamma == null ? 0 : 1, beta == null ? 0 : 1, input.rank() - 1},
                new double[] {epsilon},
                input,
                mean,
                variance,
                gamma,
                beta);
        return output;
    }

    @Override
    public INDArray poolMaximum(INDArray input, Placement window) {
        INDArray output = takeFor(input, window, input.size(3));
        pooling.maximum(input, window, output);
        return output;
    }

    @Override
    public INDArray poolAverage(INDArray input, Placement window, boolean countPadding) {
        INDArray output = takeFor(input, window, input.size(3));
        boolean overhangs = window.overhangBottom() > 0 || window.overhangRight() > 0;
        if (countPadding && window.padded() && overhangs) {
            // Padding counts but overhang does not: with the padding made part of the picture, only overhang is left
            // out.
            INDArray padded = padZeros(input, window.top(), window.left(), window.bottom(), window.right(), 0, 0);
            poolAverage(padded, withoutPadding(window), false, output);
            arrays.giveBack(padded);
        } else {
            poolAverage(input, window, countPadding && !overhangs, output);
        }
        return output;
    }

    /** The mean of all values under the window, which must not overhang then, or of those on the picture. */
    void poolAverage(INDArray input, Placement window, boolean ofAll, INDArray output) {
        if (ofAll) {
            pooling.averageOfAll(input, window, output);
        } else {
            pooling.averageOfPicture(input, window, output);
        }
    }

    /** The same windows on a picture that the padding is part of. */
    private static Placement withoutPadding(Placement window) {
        Size padded = new Size(
                window.input().height() + window.top() + window.bottom(),
                window.input().width() + window.left() + window.right());
        return new Placement(window.kernel(), window.stride(), window.dilation(), padded, window.output(), 0, 0, 0, 0);
    }

    @Override
    public INDArray averageMaps(INDArray input) {
        INDArray output = arrays.take(input.size(0), input.size(3));
        averageMaps(input, output);
        return output;
    }

    /** The mean of each map into an output. */
    void averageMaps(INDArray input, INDArray output) {
        pooling.averageMaps(input, output);
    }

    @Override
    public INDArray concatenate(List<INDArray> inputs) {
        long[] shape = inputs.get(0).shape().clone();
        int last = shape.length - 1;
        shape[last] = inputs.stream().mapToLong(input -> input.size(last)).sum();
        INDArray output = arrays.take(shape);
        concatenate(inputs, output);
        return output;
    }

    /** Lays channels behind one another in an output. */
    void concatenate(List<INDArray> inputs, INDArray output) {
        calls.run("concat", output, new long[] {output.rank() - 1}, inputs.toArray(INDArray[]::new));
    }

    @Override
    public INDArray multiply(INDArray input, INDArray kernel, INDArray bias) {
        INDArray output = arrays.take(input.size(0), kernel.size(1));
        product.multiply(input, kernel, bias, output);
        return output;
    }

    @Override
    public INDArray reshape(INDArray input, Shape shape) {
        // A copy: a view would share the memory of a value that is given back on its own.
        INDArray output = arrays.take(
                shape.vector()
                        ? new long[] {input.size(0), shape.channels()}
                        : new long[] {input.size(0), shape.height(), shape.width(), shape.channels()});
        output.assign(input.reshape(output.shape()));
        return output;
    }

    @Override
    public INDArray softmax(INDArray input) {
        INDArray output = takeLike(input);
        calls.run("softmax", output, new long[] {input.rank() - 1}, input);
        return output;
    }

    @Override
    public INDArray padZeros(
            INDArray input, int top, int left, int bottom, int right, int channelsBefore, int channelsAfter) {
        return Padded.zeros(arrays, calls, input, top, left, bottom, right, channelsBefore, channelsAfter);
    }

    /**
     * The window of squares as a product with a band of ones: ND4J's own verb knows odd sizes only.
     */
    @Override
    public INDArray normaliseAcrossChannels(INDArray input, int size, double alpha, double beta, double k) {
        int channels = (int) input.size(3);
        INDArray squares = takeLike(input);
        calls.run("multiply", squares, new long[0], input, input);
        INDArray output = takeLike(input);
        try (INDArray band = band(channels, size, (float) (alpha / size));
                INDArray constant = Nd4j.valueArrayOf(new long[] {channels}, k, DataType.FLOAT)) {
            product.multiply(arrays.matrix(squares), band, constant, arrays.matrix(output));
        }
        Nd4j.getExecutioner().exec(new Pow(output, output, -beta));
        calls.run("multiply", output, new long[0], input, output);
        arrays.giveBack(squares);
        return output;
    }

    private static INDArray band(int channels, int size, float value) {
        float[] band = new float[channels * channels];
        int before = (size - 1) / 2;
        for (int output = 0; output < channels; output++) {
            int first = Math.max(0, output - before);
            int last = Math.min(channels - 1, output - before + size - 1);
            for (int input = first; input <= last; input++) {
                band[input * channels + output] = value;
            }
        }
        return Nd4j.create(band, new long[] {channels, channels}, 'c');
    }

    /** An array for what a window over the input gives. */
    INDArray takeFor(INDArray input, Placement window, long channels) {
        return arrays.take(
                input.size(0), window.output().height(), window.output().width(), channels);
    }
}
