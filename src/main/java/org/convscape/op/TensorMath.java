package org.convscape.op;

import java.util.List;
import org.convscape.attribute.Padding;
import org.convscape.attribute.Size;
import org.convscape.tensor.Shape;

/**
 * The verbs that operations are written in: one arithmetic, with values of type {@code T}.
 *
 * <p>Values are channels-last: stacks of maps {@code [H, W, C]} and vectors {@code [n]}; an implementation may carry a
 * batch in front. Results are new values, or an input itself where nothing has to be done; inputs are never changed.
 * A {@code null} weight means that there is none. Callers have checked the shapes by {@link Operation#infer}.
 *
 * <p>What a verb costs in {@link Work} is what its plain loops do with all padding, overhang included, materialised; a
 * counting twin counts that and {@link Operation#cost} must say the same.
 *
 * @param <T> a value of this arithmetic: a heap tensor, a native array
 */
public interface TensorMath<T> {

    /** The shape that one picture has in this value. */
    Shape shapeOf(T value);

    /**
     * Cross-correlation, as deep learning means "convolution": {@code [H,W,C] → [H',W',N]}.
     *
     * @param kernel {@code [kH, kW, C/groups, N]}; output group g sees input group g only
     * @param bias {@code [N]} or null
     */
    T convolve(T input, T kernel, T bias, Placement window, int groups);

    /**
     * One or more kernels per channel, no mixing of channels: {@code [H,W,C] → [H',W',C·m]}; channel c gives outputs
     * c·m … c·m+m-1.
     *
     * @param kernel {@code [kH, kW, C, m]}
     * @param bias {@code [C·m]} or null
     */
    T convolveDepthwise(T input, T kernel, T bias, Placement window);

    /** {@code gamma · (x - mean) / √(variance + epsilon) + beta} per channel; gamma and beta may be null. */
    T normalise(T input, T gamma, T beta, T mean, T variance, double epsilon);

    /**
     * Every value limited to {@code low … high}; {@code clip(0, ∞)} is ReLU, {@code clip(0, 6)} is ReLU6. One
     * comparison per finite bound.
     */
    T clip(T input, double low, double high);

    /**
     * {@code 1 / (1 + e^-x)}: the logistic function. Per value one exponential, one addition and one division.
     */
    T sigmoid(T input);

    /**
     * {@code slope · x + offset}, limited to 0 … 1: the straight line that stands in for {@link #sigmoid}. Per value
     * one multiplication, one addition and two comparisons.
     */
    T hardSigmoid(T input, double slope, double offset);

    /** Negative values times a slope, others as they are. Per value one comparison and one multiplication. */
    T leak(T input, double slope);

    /**
     * The same with a slope for each channel.
     *
     * @param slopes {@code [C]}, or {@code [1]} for all channels
     */
    T leakPerChannel(T input, T slopes);

    /** The largest value under the window; padding never wins. One comparison per place in the window. */
    T poolMaximum(T input, Placement window);

    /**
     * The mean under the window; the divisor counts padding only when asked to, and never what overhangs it. One window
     * addition per place in the window and one division per output.
     */
    T poolAverage(T input, Placement window, boolean countPadding);

    /** The mean of each map: {@code [H,W,C] → [C]}. */
    T averageMaps(T input);

    /** The largest value of each map: {@code [H,W,C] → [C]}. One comparison per value. */
    default T maximumOfMaps(T input) {
        Shape in = shapeOf(input);
        Size whole = new Size(in.height(), in.width());
        Placement window = Window.of(whole, Size.square(1), Padding.VALID).over(in.height(), in.width());
        return reshape(poolMaximum(input, window), Shape.vector(in.channels()));
    }

    /** Element by element. */
    T add(T left, T right);

    /**
     * The left value less the right one, element by element; a right one of one pixel or a vector stands for a map of
     * that value in each channel. One addition per value.
     */
    T subtract(T left, T right);

    /**
     * The left value times the right one, element by element; a right one of one pixel or a vector stands for a map of
     * that value in each channel. One multiplication per value.
     */
    T times(T left, T right);

    /** Every value times a constant. */
    T scale(T input, double factor);

    /** Channels one behind the other. */
    T concatenate(List<T> inputs);

    /**
     * The channels in another order: as a table of {@code groups} rows they are read column by column. Channel
     * {@code g · C/groups + i} becomes channel {@code i · groups + g}.
     */
    T shuffleChannels(T input, int groups);

    /** Every pixel so many rows high and so many columns wide: {@code [H,W,C] → [H·rows, W·columns, C]}. */
    T enlarge(T input, int rows, int columns);

    /**
     * A fully connected layer: {@code [in] → [out]}.
     *
     * @param kernel {@code [in, out]}
     * @param bias {@code [out]} or null
     */
    T multiply(T input, T kernel, T bias);

    /** The same values in the same (channels-last) order under another shape. */
    T reshape(T input, Shape shape);

    /**
     * Exponentials divided by their sum, along the channels of each position. Per value one comparison and one
     * subtraction (the largest is taken off so that nothing overflows), one exponential, one addition and one division.
     */
    T softmax(T input);

    /** Zeros around the picture, and before and after the channels. */
    T padZeros(T input, int top, int left, int bottom, int right, int channelsBefore, int channelsAfter);

    /**
     * Local response normalisation across channels (Krizhevsky et al. 2012, section 3.3):
     * {@code x / (k + alpha/size · Σ x²)^beta} over {@code size} neighbouring channels; beyond the first and last they
     * are zeros. Per value two multiplications (its square; the factor), {@code size + 1} additions (the squares; k),
     * one power and one division.
     */
    T normaliseAcrossChannels(T input, int size, double alpha, double beta, double k);
}
