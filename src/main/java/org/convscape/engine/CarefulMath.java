package org.convscape.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.convscape.op.Placement;
import org.convscape.op.TensorMath;
import org.convscape.tensor.Shape;
import org.convscape.tensor.Tensor;

/**
 * The verbs of a backend for values among which some are infinite or no numbers (NaN). Fast arithmetics lose those
 * where they compare: of NaN and zero they take zero, so that a fault far in front looks like a dark map. The verbs
 * that do so go through plain loops here, where NaN stays NaN; all others keep it anyway.
 */
final class CarefulMath<T> implements TensorMath<T> {
    private final Backend<T> backend;
    private final TensorMath<T> math;
    private final int pictures;
    private final TensorMath<Tensor> loops = new ReferenceMath();

    CarefulMath(Backend<T> backend, TensorMath<T> math, int pictures) {
        this.backend = backend;
        this.math = math;
        this.pictures = pictures;
    }

    @Override
    public T clip(T input, double low, double high) {
        return careful(input, each -> loops.clip(each, low, high), () -> math.clip(input, low, high));
    }

    @Override
    public T sigmoid(T input) {
        return careful(input, loops::sigmoid, () -> math.sigmoid(input));
    }

    @Override
    public T hardSigmoid(T input, double slope, double offset) {
        return careful(
                input, each -> loops.hardSigmoid(each, slope, offset), () -> math.hardSigmoid(input, slope, offset));
    }

    @Override
    public T leak(T input, double slope) {
        return careful(input, each -> loops.leak(each, slope), () -> math.leak(input, slope));
    }

    @Override
    public T poolMaximum(T input, Placement window) {
        return careful(input, each -> loops.poolMaximum(each, window), () -> math.poolMaximum(input, window));
    }

    @Override
    public T softmax(T input) {
        return careful(input, loops::softmax, () -> math.softmax(input));
    }

    @Override
    public T normaliseAcrossChannels(T input, int size, double alpha, double beta, double k) {
        return careful(
                input,
                each -> loops.normaliseAcrossChannels(each, size, alpha, beta, k),
                () -> math.normaliseAcrossChannels(input, size, alpha, beta, k));
    }

    private T careful(T input, UnaryOperator<Tensor> inLoops, Supplier<T> otherwise) {
        List<Tensor> values = downloaded(input);
        return values.stream().allMatch(NotFinite::finite)
                ? otherwise.get()
                : backend.upload(values.stream().map(inLoops).toList());
    }

    private List<Tensor> downloaded(T value) {
        List<Tensor> values = new ArrayList<>();
        for (int picture = 0; picture < pictures; picture++) {
            values.add(backend.download(value, picture));
        }
        return values;
    }

    @Override
    public Shape shapeOf(T value) {
        return math.shapeOf(value);
    }

    @Override
    public T convolve(T input, T kernel, T bias, Placement window, int groups) {
        return math.convolve(input, kernel, bias, window, groups);
    }

    @Override
    public T convolveDepthwise(T input, T kernel, T bias, Placement window) {
        return math.convolveDepthwise(input, kernel, bias, window);
    }

    @Override
    public T normalise(T input, T gamma, T beta, T mean, T variance, double epsilon) {
        return math.normalise(input, gamma, beta, mean, variance, epsilon);
    }

    @Override
    public T poolAverage(T input, Placement window, boolean countPadding) {
        return math.poolAverage(input, window, countPadding);
    }

    @Override
    public T averageMaps(T input) {
        return math.averageMaps(input);
    }

    @Override
    public T add(T left, T right) {
        return math.add(left, right);
    }

    @Override
    public T leakPerChannel(T input, T slopes) {
        return math.leakPerChannel(input, slopes);
    }

    @Override
    public T subtract(T left, T right) {
        return math.subtract(left, right);
    }

    @Override
    public T times(T left, T right) {
        return math.times(left, right);
    }

    @Override
    public T shuffleChannels(T input, int groups) {
        return math.shuffleChannels(input, groups);
    }

    @Override
    public T enlarge(T input, int rows, int columns) {
        return math.enlarge(input, rows, columns);
    }

    @Override
    public T scale(T input, double factor) {
        return math.scale(input, factor);
    }

    @Override
    public T concatenate(List<T> inputs) {
        return math.concatenate(inputs);
    }

    @Override
    public T multiply(T input, T kernel, T bias) {
        return math.multiply(input, kernel, bias);
    }

    @Override
    public T reshape(T input, Shape shape) {
        return math.reshape(input, shape);
    }

    @Override
    public T padZeros(T input, int top, int left, int bottom, int right, int channelsBefore, int channelsAfter) {
        return math.padZeros(input, top, left, bottom, right, channelsBefore, channelsAfter);
    }
}
