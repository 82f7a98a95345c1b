package org.convscape.op.library;

import java.util.List;
import java.util.Optional;
import org.convscape.attribute.Attribute;
import org.convscape.attribute.Padding;
import org.convscape.attribute.Size;
import org.convscape.op.Category;
import org.convscape.op.Cost;
import org.convscape.op.OpType;
import org.convscape.op.Operation;
import org.convscape.op.TensorMath;
import org.convscape.op.Weights;
import org.convscape.op.Window;
import org.convscape.op.Work;
import org.convscape.tensor.Shape;

/**
 * Average pooling: the mean under a sliding window, channel by channel.
 *
 * <p>{@code H×W×C → H'×W'×C}. Whether the zeros of the padding count in the divisor differs between frameworks: PyTorch
 * counts them by default, TensorFlow and Keras never do.
 */
public record AveragePool(Size kernel, Size stride, Padding padding, Window.Rounding rounding, boolean countPadding)
        implements Operation {

    /** Id, label and attributes. */
    public static final OpType<AveragePool> TYPE = OpType.of(
                    AveragePool.class, "average-pool", "Average pooling", Category.POOLING)
            .help("Takes the mean of the values under the window.")
            .attribute(Attribute.size("kernel", "Kernel", 1, 255, Size.square(2), "Height and width of the window."))
            .attribute(Attribute.size("stride", "Stride", 1, 255, Size.square(2), "Pixels from window to window."))
            .attribute(Attribute.padding("padding", "Padding", 255, Padding.VALID, "Room around the picture."))
            .attribute(Attribute.choice(
                    "rounding",
                    "Rounding",
                    Window.Rounding.FLOOR,
                    "Whether pixels that do not fill a whole stride are dropped (floor) or get a window (ceil)."))
            .attribute(Attribute.flag(
                    "countPadding", "Count padding", false, "Padding counts as zeros in the mean, as in PyTorch."))
            .build();

    /** Checks the ranges. */
    public AveragePool {
        TYPE.schema().check(kernel, stride, padding, rounding, countPadding);
    }

    /** A square window that drops remainders and leaves padding out of the mean. */
    public static AveragePool of(int kernel, int stride, Padding padding) {
        return of(kernel, stride, padding, false);
    }

    /** A square window that drops remainders. */
    public static AveragePool of(int kernel, int stride, Padding padding, boolean countPadding) {
        return new AveragePool(Size.square(kernel), Size.square(stride), padding, Window.Rounding.FLOOR, countPadding);
    }

    @Override
    public OpType<?> type() {
        return TYPE;
    }

    private Window window() {
        return new Window(kernel, stride, padding, Size.square(1), rounding);
    }

    @Override
    public Shape infer(List<Shape> inputs) {
        return Inputs.pooled(inputs.get(0), window());
    }

    @Override
    public Cost cost(List<Shape> inputs, Shape output) {
        return Cost.of(Work.WINDOW_ADD, Math.multiplyExact(output.elements(), kernel.area()))
                .and(Work.DIVIDE, output.elements());
    }

    @Override
    public Optional<Window> fieldOfView() {
        return Optional.of(window());
    }

    @Override
    public <T> T forward(TensorMath<T> math, List<T> inputs, Weights<T> weights) {
        T input = inputs.get(0);
        Shape in = math.shapeOf(input);
        return math.poolAverage(input, window().over(in.height(), in.width()), countPadding);
    }

    @Override
    public String badge() {
        return window().badge() + (countPadding && !padding.equals(Padding.VALID) ? ", padding counts" : "");
    }
}
