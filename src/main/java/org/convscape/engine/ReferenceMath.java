package org.convscape.engine;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.convscape.op.Placement;
import org.convscape.op.TensorMath;
import org.convscape.op.Work;
import org.convscape.tensor.Shape;
import org.convscape.tensor.Tensor;

/**
 * The arithmetic in plain loops on the heap, written to be obviously right rather than fast: the oracle for every other
 * arithmetic. Sums are kept in double precision and rounded once.
 */
public class ReferenceMath implements TensorMath<Tensor> {
    private final Tally tally;
    private final ConvolutionLoops convolutions;
    private final PoolingLoops pooling;
    private final NormalisationLoops normalisations;

    /** Plain loops that nobody counts. */
    public ReferenceMath() {
        this(Tally.NONE);
    }

    ReferenceMath(Tally tally) {
        this.tally = tally;
        this.convolutions = new ConvolutionLoops(tally);
        this.pooling = new PoolingLoops(tally);
        this.normalisations = new NormalisationLoops(tally);
    }

    @Override
    public Shape shapeOf(Tensor value) {
        return value.shape();
    }

    @Override
    public Tensor convolve(Tensor input, Tensor kernel, Tensor bias, Placement window, int groups) {
        return convolutions.convolve(input, kernel, bias, window, groups);
    }

    @Override
    public Tensor convolveDepthwise(Tensor input, Tensor kernel, Tensor bias, Placement window) {
        return convolutions.convolveDepthwise(input, kernel, bias, window);
    }

    @Override
    public Tensor normalise(Tensor input, Tensor gamma, Tensor beta, Tensor mean, Tensor variance, double epsilon) {
        return normalisations.batch(input, gamma, beta, mean, variance, epsilon);
    }

    @Override
    public Tensor clip(Tensor input, double low, double high) {
        int comparisons = (Double.isInfinite(low) ? 0 : 1) + (Double.isInfinite(high) ? 0 : 1);
        return map(input, value -> Math.min(Math.max(value, low), high), Work.COMPARE, comparisons);
    }

    @Override
    public Tensor poolMaximum(Tensor input, Placement window) {
        return pooling.maximum(input, window);
    }

    @Override
    public Tensor poolAverage(Tensor input, Placement window, boolean countPadding) {
        return pooling.average(input, window, countPadding);
    }

    @Override
    public Tensor averageMaps(Tensor input) {
        return pooling.averageMaps(input);
    }

    @Override
    public Tensor add(Tensor left, Tensor right) {
        Tensor output = Tensor.zeros(left.dimensions());
        for (int i = 0; i < left.size(); i++) {
            output.values()[i] = left.values()[i] + right.values()[i];
            tally.performed(Work.ADD, 1);
        }
        return output;
    }

    @Override
    public Tensor scale(Tensor input, double factor) {
        return map(input, value -> value * factor, Work.MULTIPLY, 1);
    }

    @Override
    public Tensor concatenate(List<Tensor> inputs) {
        int rank = inputs.get(0).rank();
        int channels =
                inputs.stream().mapToInt(input -> input.dimension(rank - 1)).sum();
        int[] dimensions = inputs.get(0).dimensions();
        dimensions[rank - 1] = channels;
        Tensor output = Tensor.zeros(dimensions);
        int offset = 0;
        for (Tensor input : inputs) {
            copyChannels(input, output, offset);
            offset += input.dimension(rank - 1);
        }
        return output;
    }

    @Override
    public Tensor multiply(Tensor input, Tensor kernel, Tensor bias) {
        return convolutions.multiply(input, kernel, bias);
    }

    @Override
    public Tensor reshape(Tensor input, Shape shape) {
        return input.reshaped(shape.dimensions());
    }

    @Override
    public Tensor softmax(Tensor input) {
        return normalisations.softmax(input);
    }

    @Override
    public Tensor padZeros(
            Tensor input, int top, int left, int bottom, int right, int channelsBefore, int channelsAfter) {
        Tensor padded = Margins.around(input, top, left, bottom, right, 0);
        Tensor output = Tensor.zeros(
                padded.dimension(0), padded.dimension(1), channelsBefore + padded.dimension(2) + channelsAfter);
        copyChannels(padded, output, channelsBefore);
        return output;
    }

    @Override
    public Tensor normaliseAcrossChannels(Tensor input, int size, double alpha, double beta, double k) {
        return normalisations.acrossChannels(input, size, alpha, beta, k);
    }

    private Tensor map(Tensor input, DoubleUnaryOperator function, Work work, int performed) {
        Tensor output = Tensor.zeros(input.dimensions());
        for (int i = 0; i < input.size(); i++) {
            output.values()[i] = (float) function.applyAsDouble(input.values()[i]);
            tally.performed(work, performed);
        }
        return output;
    }

    /** Copies all channels of one picture to channels {@code offset} and following of another of the same extent. */
    private static void copyChannels(Tensor from, Tensor to, int offset) {
        int narrow = from.dimension(from.rank() - 1);
        int wide = to.dimension(to.rank() - 1);
        for (int position = 0; position < from.size() / narrow; position++) {
            System.arraycopy(from.values(), position * narrow, to.values(), position * wide + offset, narrow);
        }
    }
}
