package org.convscape.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.convscape.op.Afterwards;
import org.convscape.op.FusedMath;
import org.convscape.op.Placement;
import org.convscape.op.Pointwise;
import org.convscape.op.TensorMath;
import org.convscape.tensor.Shape;

/**
 * The verbs of a backend for the length of one step: remembers every value it makes, so that those in between (the
 * first sum of three) are given back when the step is done, and ends a linear verb in what the step does behind it.
 */
final class StepMath<T> implements TensorMath<T> {
    private final TensorMath<T> math;
    private final TensorMath<T> overwriting;
    private final Optional<FusedMath<T>> fused;
    private final List<Afterwards<T>> afterwards;
    private final List<T> made = new ArrayList<>();

    /**
     * For a step that ends in more.
     *
     * @param overwriting for what follows, if {@code fused} is empty
     */
    StepMath(
            TensorMath<T> math,
            TensorMath<T> overwriting,
            Optional<FusedMath<T>> fused,
            List<Afterwards<T>> afterwards) {
        this.math = math;
        this.overwriting = overwriting;
        this.fused = fused;
        this.afterwards = afterwards;
    }

    /** A linear verb at once with what follows, or one after the other. */
    private T linear(Function<FusedMath<T>, T> atOnce, Supplier<T> alone) {
        if (afterwards.isEmpty() || fused.isEmpty()) {
            T value = made(alone.get());
            for (Afterwards<T> each : afterwards) {
                if (each.what() instanceof Pointwise.Limit limit) {
                    value = made(overwriting.clip(value, limit.low(), limit.high()));
                }
                for (T other : each.others()) {
                    value = made(overwriting.add(value, other));
                }
            }
            return value;
        }
        return made(atOnce.apply(fused.get()));
    }

    /** The values made so far, in order; one that a verb passed through may be among them. */
    List<T> made() {
        return made;
    }

    private T made(T value) {
        made.add(value);
        return value;
    }

    @Override
    public Shape shapeOf(T value) {
        return math.shapeOf(value);
    }

    @Override
    public T convolve(T input, T kernel, T bias, Placement window, int groups) {
        return linear(
                verbs -> verbs.convolve(input, kernel, bias, window, groups, afterwards),
                () -> math.convolve(input, kernel, bias, window, groups));
    }

    @Override
    public T convolveDepthwise(T input, T kernel, T bias, Placement window) {
        return linear(
                verbs -> verbs.convolveDepthwise(input, kernel, bias, window, afterwards),
                () -> math.convolveDepthwise(input, kernel, bias, window));
    }

    @Override
    public T normalise(T input, T gamma, T beta, T mean, T variance, double epsilon) {
        return made(math.normalise(input, gamma, beta, mean, variance, epsilon));
    }

    @Override
    public T clip(T input, double low, double high) {
        return made(math.clip(input, low, high));
    }

    @Override
    public T sigmoid(T input) {
        return made(math.sigmoid(input));
    }

    @Override
    public T hardSigmoid(T input, double slope, double offset) {
        return made(math.hardSigmoid(input, slope, offset));
    }

    @Override
    public T leak(T input, double slope) {
        return made(math.leak(input, slope));
    }

    @Override
    public T leakPerChannel(T input, T slopes) {
        return made(math.leakPerChannel(input, slopes));
    }

    @Override
    public T poolMaximum(T input, Placement window) {
        return made(math.poolMaximum(input, window));
    }

    @Override
    public T poolAverage(T input, Placement window, boolean countPadding) {
        return made(math.poolAverage(input, window, countPadding));
    }

    @Override
    public T averageMaps(T input) {
        return made(math.averageMaps(input));
    }

    @Override
    public T add(T left, T right) {
        return made(math.add(left, right));
    }

    @Override
    public T subtract(T left, T right) {
        return made(math.subtract(left, right));
    }

    @Override
    public T times(T left, T right) {
        return made(math.times(left, right));
    }

    @Override
    public T scale(T input, double factor) {
        return made(math.scale(input, factor));
    }

    @Override
    public T concatenate(List<T> inputs) {
        return made(math.concatenate(inputs));
    }

    @Override
    public T shuffleChannels(T input, int groups) {
        return made(math.shuffleChannels(input, groups));
    }

    @Override
    public T enlarge(T input, int rows, int columns) {
        return made(math.enlarge(input, rows, columns));
    }

    @Override
    public T multiply(T input, T kernel, T bias) {
        return linear(
                verbs -> verbs.multiply(input, kernel, bias, afterwards), () -> math.multiply(input, kernel, bias));
    }

    @Override
    public T reshape(T input, Shape shape) {
        return made(math.reshape(input, shape));
    }

    @Override
    public T softmax(T input) {
        return made(math.softmax(input));
    }

    @Override
    public T padZeros(T input, int top, int left, int bottom, int right, int channelsBefore, int channelsAfter) {
        return made(math.padZeros(input, top, left, bottom, right, channelsBefore, channelsAfter));
    }

    @Override
    public T normaliseAcrossChannels(T input, int size, double alpha, double beta, double k) {
        return made(math.normaliseAcrossChannels(input, size, alpha, beta, k));
    }
}
