package org.convscape.engine.nd4j;

import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.convscape.attribute.Padding;
import org.convscape.attribute.Size;
import org.convscape.engine.onednn.Elementwise;
import org.convscape.engine.onednn.Maps;
import org.convscape.engine.onednn.OneDnn;
import org.convscape.engine.onednn.Pairing;
import org.convscape.engine.onednn.Weight;
import org.convscape.op.Afterwards;
import org.convscape.op.FusedMath;
import org.convscape.op.Placement;
import org.convscape.op.Pointwise;
import org.convscape.op.Window;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The arithmetic where oneDNN is called itself on the memory of ND4J's arrays; what it does not know, ND4J computes.
 */
final class DirectMath extends Nd4jMath implements FusedMath<INDArray> {

    private final OneDnn oneDnn;

    /**
     * The arithmetic.
     *
     * @param overwrites whether the verbs that take value by value write over their first input
     */
    DirectMath(ArrayPool arrays, NativeCalls calls, OneDnn oneDnn, boolean overwrites) {
        super(arrays, calls, overwrites);
        this.oneDnn = oneDnn;
    }

    private static Maps maps(INDArray array) {
        return array.rank() == 2
                ? Maps.vectors(array.data().pointer(), array.size(0), array.size(1))
                : new Maps(array.data().pointer(), array.size(0), array.size(1), array.size(2), array.size(3));
    }

    /** An array of weights as oneDNN finds it again; null where there is none. */
    static Weight weight(INDArray array) {
        return array == null ? null : new Weight(array, array.data().pointer());
    }

    private static List<Afterwards<Maps>> maps(List<Afterwards<INDArray>> afterwards) {
        return afterwards.stream()
                .map(each -> new Afterwards<>(
                        each.what(),
                        each.others().stream().map(DirectMath::maps).toList()))
                .toList();
    }

    @Override
    public INDArray convolve(INDArray input, INDArray kernel, INDArray bias, Placement window, int groups) {
        return convolve(input, kernel, bias, window, groups, List.of());
    }

    @Override
    public INDArray convolve(
            INDArray input,
            INDArray kernel,
            INDArray bias,
            Placement window,
            int groups,
            List<Afterwards<INDArray>> afterwards) {
        return linear(
                takeFor(input, window, kernel.size(3)),
                kernel,
                afterwards,
                (behind, output) ->
                        oneDnn.convolve(maps(input), weight(kernel), weight(bias), window, groups, behind, output),
                () -> super.convolve(input, kernel, bias, window, groups));
    }

    @Override
    public INDArray convolveDepthwise(INDArray input, INDArray kernel, INDArray bias, Placement window) {
        return convolveDepthwise(input, kernel, bias, window, List.of());
    }

    @Override
    public INDArray convolveDepthwise(
            INDArray input, INDArray kernel, INDArray bias, Placement window, List<Afterwards<INDArray>> afterwards) {
        int channels = Math.toIntExact(kernel.size(2));
        return linear(
                takeFor(input, window, channels * kernel.size(3)),
                kernel,
                afterwards,
                (behind, output) ->
                        oneDnn.convolve(maps(input), weight(kernel), weight(bias), window, channels, behind, output),
                () -> super.convolveDepthwise(input, kernel, bias, window));
    }

    @Override
    public INDArray multiply(INDArray input, INDArray kernel, INDArray bias) {
        return multiply(input, kernel, bias, List.of());
    }

    @Override
    public INDArray multiply(INDArray input, INDArray kernel, INDArray bias, List<Afterwards<INDArray>> afterwards) {
        return linear(
                take(input.size(0), kernel.size(1)),
                kernel,
                afterwards,
                (behind, output) -> oneDnn.multiply(maps(input), weight(kernel), weight(bias), behind, output),
                () -> super.multiply(input, kernel, bias));
    }

    /** A linear verb of oneDNN, with what is done behind it; it answers whether it has computed. */
    private interface Linear {
        boolean computed(List<Afterwards<Maps>> afterwards, Maps output);
    }

    /**
     * A linear verb: by oneDNN at once with what follows, else by oneDNN alone, else by ND4J's operations, which take
     * the kernel as it was given.
     */
    private INDArray linear(
            INDArray output,
            INDArray kernel,
            List<Afterwards<INDArray>> afterwards,
            Linear direct,
            Supplier<INDArray> operations) {
        if (direct.computed(maps(afterwards), maps(output))) {
            return output;
        }
        if (!afterwards.isEmpty() && direct.computed(List.of(), maps(output))) {
            return behind(output, afterwards);
        }
        giveBack(output);
        oneDnn.restore(weight(kernel));
        return behind(operations.get(), afterwards);
    }

    /** Any other verb: by oneDNN into an output that was taken for it, else by ND4J's operations. */
    private INDArray directly(INDArray output, Predicate<Maps> direct, Supplier<INDArray> operations) {
        if (direct.test(maps(output))) {
            return output;
        }
        giveBack(output);
        return operations.get();
    }

    /** What follows a verb, where oneDNN cannot do it at once, written over the verb's result. */
    private INDArray behind(INDArray value, List<Afterwards<INDArray>> afterwards) {
        for (Afterwards<INDArray> each : afterwards) {
            if (each.what() instanceof Pointwise.Limit limit) {
                clip(value, limit.low(), limit.high(), value);
            }
            each.others().forEach(other -> add(value, other, value));
        }
        return value;
    }

    @Override
    void clip(INDArray input, double low, double high, INDArray output) {
        if (!oneDnn.each(Elementwise.LIMIT, maps(input), low, high, maps(output))) {
            super.clip(input, low, high, output);
        }
    }

    @Override
    void add(INDArray left, INDArray right, INDArray output) {
        if (!oneDnn.pair(Pairing.SUM, maps(left), maps(right), maps(output))) {
            super.add(left, right, output);
        }
    }

    @Override
    public INDArray poolMaximum(INDArray input, Placement window) {
        return directly(
                takeFor(input, window, input.size(3)),
                output -> oneDnn.poolMaximum(maps(input), window, output),
                () -> super.poolMaximum(input, window));
    }

    @Override
    void poolAverage(INDArray input, Placement window, boolean ofAll, INDArray output) {
        if (!oneDnn.poolAverage(maps(input), window, ofAll, maps(output))) {
            super.poolAverage(input, window, ofAll, output);
        }
    }

    @Override
    void averageMaps(INDArray input, INDArray output) {
        Size whole = new Size(Math.toIntExact(input.size(1)), Math.toIntExact(input.size(2)));
        Placement window = Window.of(whole, Size.square(1), Padding.VALID).over(whole.height(), whole.width());
        if (!oneDnn.poolAverage(maps(input), window, true, maps(output))) {
            super.averageMaps(input, output);
        }
    }

    @Override
    void scale(INDArray input, double factor, INDArray output) {
        line(input, factor, 0, output);
    }

    @Override
    void line(INDArray input, double slope, double offset, INDArray output) {
        if (!oneDnn.each(Elementwise.LINE, maps(input), slope, offset, maps(output))) {
            super.scale(input, slope, output);
            super.shift(output, offset);
        }
    }

    @Override
    void sigmoid(INDArray input, INDArray output) {
        if (!oneDnn.each(Elementwise.SIGMOID, maps(input), 0, 0, maps(output))) {
            super.sigmoid(input, output);
        }
    }

    @Override
    void leak(INDArray input, double slope, INDArray output) {
        if (!oneDnn.each(Elementwise.LEAK, maps(input), slope, 0, maps(output))) {
            super.leak(input, slope, output);
        }
    }

    @Override
    void subtract(INDArray left, INDArray right, INDArray output) {
        if (!oneDnn.pair(Pairing.DIFFERENCE, maps(left), maps(right), maps(output))) {
            super.subtract(left, right, output);
        }
    }

    @Override
    void times(INDArray left, INDArray right, INDArray output) {
        if (!oneDnn.pair(Pairing.PRODUCT, maps(left), maps(right), maps(output))) {
            super.times(left, right, output);
        }
    }

    @Override
    void concatenate(List<INDArray> inputs, INDArray output) {
        if (!oneDnn.concatenate(inputs.stream().map(DirectMath::maps).toList(), maps(output))) {
            super.concatenate(inputs, output);
        }
    }

    @Override
    public INDArray padZeros(
            INDArray input, int top, int left, int bottom, int right, int channelsBefore, int channelsAfter) {
        return directly(
                take(
                        input.size(0),
                        top + input.size(1) + bottom,
                        left + input.size(2) + right,
                        channelsBefore + input.size(3) + channelsAfter),
                output -> oneDnn.padZeros(maps(input), top, left, channelsBefore, output),
                () -> super.padZeros(input, top, left, bottom, right, channelsBefore, channelsAfter));
    }

    @Override
    public INDArray normalise(
            INDArray input, INDArray gamma, INDArray beta, INDArray mean, INDArray variance, double epsilon) {
        return directly(
                takeLike(input),
                output -> oneDnn.normalise(
                        maps(input), weight(gamma), weight(beta), weight(mean), weight(variance), epsilon, output),
                () -> super.normalise(input, gamma, beta, mean, variance, epsilon));
    }

    @Override
    public INDArray softmax(INDArray input) {
        return directly(takeLike(input), output -> oneDnn.shares(maps(input), output), () -> super.softmax(input));
    }

    @Override
    public INDArray normaliseAcrossChannels(INDArray input, int size, double alpha, double beta, double k) {
        return directly(
                takeLike(input),
                output -> oneDnn.normaliseAcrossChannels(maps(input), size, alpha, beta, k, output),
                () -> super.normaliseAcrossChannels(input, size, alpha, beta, k));
    }
}
