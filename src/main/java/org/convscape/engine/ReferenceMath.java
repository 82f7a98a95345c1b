package org.convscape.engine;

import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import org.convscape.op.Cost;
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
        return map(input, value -> Math.min(Math.max(value, low), high), Cost.of(Work.COMPARE, comparisons));
    }

    @Override
    public Tensor sigmoid(Tensor input) {
        return map(
                input,
                value -> 1 / (1 + Math.exp(-value)),
                Cost.of(Work.EXPONENTIAL, 1).and(Work.ADD, 1).and(Work.DIVIDE, 1));
    }

    @Override
    public Tensor hardSigmoid(Tensor input, double slope, double offset) {
        return map(
                input,
                value -> Math.min(Math.max(slope * value + offset, 0), 1),
                Cost.of(Work.MULTIPLY, 1).and(Work.ADD, 1).and(Work.COMPARE, 2));
    }

    @Override
    public Tensor leak(Tensor input, double slope) {
        return leakPerChannel(input, Tensor.of(new int[] {1}, new float[] {(float) slope}));
    }

    @Override
    public Tensor leakPerChannel(Tensor input, Tensor slopes) {
        return pairs(
                input,
                slopes,
                (value, slope) -> {
                    double less = value * slope;
                    return value < 0 ? less : value;
                },
                Cost.of(Work.COMPARE, 1).and(Work.MULTIPLY, 1));
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
        return pairs(left, right, Double::sum, Cost.of(Work.ADD, 1));
    }

    @Override
    public Tensor subtract(Tensor left, Tensor right) {
        return pairs(left, right, (value, less) -> value - less, Cost.of(Work.ADD, 1));
    }

    @Override
    public Tensor times(Tensor left, Tensor right) {
        return pairs(left, right, (value, factor) -> value * factor, Cost.of(Work.MULTIPLY, 1));
    }

    @Override
    public Tensor scale(Tensor input, double factor) {
        return map(input, value -> value * factor, Cost.of(Work.MULTIPLY, 1));
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
    public Tensor shuffleChannels(Tensor input, int groups) {
        int channels = input.dimension(input.rank() - 1);
        int inGroup = channels / groups;
        Tensor output = Tensor.zeros(input.dimensions());
        for (int i = 0; i < input.size(); i++) {
            int channel = i % channels;
            int becomes = channel % inGroup * groups + channel / inGroup;
            output.values()[i - channel + becomes] = input.values()[i];
        }
        return output;
    }

    @Override
    public Tensor enlarge(Tensor input, int rows, int columns) {
        int height = input.dimension(0) * rows;
        int width = input.dimension(1) * columns;
        int channels = input.dimension(2);
        Tensor output = Tensor.zeros(height, width, channels);
        for (int row = 0; row < height; row++) {
            for (int column = 0; column < width; column++) {
                int from = (row / rows * input.dimension(1) + column / columns) * channels;
                System.arraycopy(input.values(), from, output.values(), (row * width + column) * channels, channels);
            }
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

    private Tensor map(Tensor input, DoubleUnaryOperator function, Cost each) {
        Tensor output = Tensor.zeros(input.dimensions());
        for (int i = 0; i < input.size(); i++) {
            output.values()[i] = (float) function.applyAsDouble(input.values()[i]);
            each.amounts().forEach(tally::performed);
        }
        return output;
    }

    /** Of every value and the one in its place; where there are fewer on the right, they are one for each channel. */
    private Tensor pairs(Tensor left, Tensor right, DoubleBinaryOperator function, Cost each) {
        Tensor output = Tensor.zeros(left.dimensions());
        for (int i = 0; i < left.size(); i++) {
            output.values()[i] = (float) function.applyAsDouble(left.values()[i], right.values()[i % right.size()]);
            each.amounts().forEach(tally::performed);
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
