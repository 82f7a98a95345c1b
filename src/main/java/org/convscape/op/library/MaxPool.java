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
 * Max pooling: the largest value under a sliding window, channel by channel; padding never wins.
 *
 * <p>{@code H×W×C → H'×W'×C}. A 1×1 kernel with a stride picks single pixels at that distance (the shortcut without
 * weights of He et al. 2015, section 4.2).
 */
public record MaxPool(Size kernel, Size stride, Padding padding, Window.Rounding rounding) implements Operation {

    /** Id, label and attributes. */
    public static final OpType<MaxPool> TYPE = OpType.of(MaxPool.class, "max-pool", "Max pooling", Category.POOLING)
            .help("Keeps the largest value under the window.")
            .attribute(Attribute.size("kernel", "Kernel", 1, 255, Size.square(2), "Height and width of the window."))
            .attribute(Attribute.size("stride", "Stride", 1, 255, Size.square(2), "Pixels from window to window."))
            .attribute(Attribute.padding(
                    "padding", "Padding", 255, Padding.VALID, "Room around the picture; it never wins."))
            .attribute(Attribute.choice(
                    "rounding",
                    "Rounding",
                    Window.Rounding.FLOOR,
                    "Whether pixels that do not fill a whole stride are dropped (floor) or get a window (ceil)."))
            .build();

    /** Checks the ranges. */
    public MaxPool {
        TYPE.schema().check(kernel, stride, padding, rounding);
    }

    /** A square window that drops remainders. */
    public static MaxPool of(int kernel, int stride, Padding padding) {
        return of(kernel, stride, padding, Window.Rounding.FLOOR);
    }

    /** A square window. */
    public static MaxPool of(int kernel, int stride, Padding padding, Window.Rounding rounding) {
        return new MaxPool(Size.square(kernel), Size.square(stride), padding, rounding);
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
        return Cost.of(Work.COMPARE, Math.multiplyExact(output.elements(), kernel.area()));
    }

    @Override
    public Optional<Window> fieldOfView() {
        return Optional.of(window());
    }

    @Override
    public <T> T forward(TensorMath<T> math, List<T> inputs, Weights<T> weights) {
        T input = inputs.get(0);
        Shape in = math.shapeOf(input);
        return math.poolMaximum(input, window().over(in.height(), in.width()));
    }

    @Override
    public String badge() {
        return window().badge();
    }
}
