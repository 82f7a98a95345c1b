package org.convscape.op.library;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.convscape.attribute.Attribute;
import org.convscape.attribute.Padding;
import org.convscape.attribute.Size;
import org.convscape.op.Category;
import org.convscape.op.Cost;
import org.convscape.op.Factor;
import org.convscape.op.InvalidShape;
import org.convscape.op.OpType;
import org.convscape.op.Operation;
import org.convscape.op.TensorMath;
import org.convscape.op.WeightSpec;
import org.convscape.op.Weights;
import org.convscape.op.Window;
import org.convscape.op.Work;
import org.convscape.tensor.Shape;

/**
 * A convolution: every output channel sees all channels of its group under a sliding window.
 *
 * <p>{@code H×W×C → H'×W'×channels}; kernel {@code [kH, kW, C/groups, channels]}. Groups: Krizhevsky et al. 2012; Xie
 * et al. 2016 (ResNeXt).
 */
public record Conv2d(int channels, Size kernel, Size stride, Padding padding, Size dilation, int groups, boolean bias)
        implements Operation {

    /** How many output channels a convolution may have. */
    public static final int MAXIMUM_CHANNELS = 65_536;

    /** Id, label and attributes. */
    public static final OpType<Conv2d> TYPE = OpType.of(Conv2d.class, "conv2d", "Convolution", Category.CONVOLUTION)
            .help("Slides a kernel over the picture; every output channel mixes all input channels of its group.")
            .attribute(Attribute.integer(
                    "channels", "Output channels", 1, MAXIMUM_CHANNELS, 64, "How many maps come out: one per filter."))
            .attribute(Attribute.size("kernel", "Kernel", 1, 255, Size.square(3), "Height and width of the window."))
            .attribute(Attribute.size("stride", "Stride", 1, 255, Size.square(1), "Pixels from window to window."))
            .attribute(Attribute.padding("padding", "Padding", 255, Padding.SAME, "Zeros around the picture."))
            .attribute(Attribute.size("dilation", "Dilation", 1, 255, Size.square(1), "Pixels between kernel taps."))
            .attribute(Attribute.integer(
                    "groups", "Groups", 1, MAXIMUM_CHANNELS, 1, "Channels are split into so many separate groups."))
            .attribute(Attribute.flag("bias", "Bias", true, "Adds one learned number per output channel."))
            .build();

    /** Checks the ranges. */
    public Conv2d {
        TYPE.schema().check(channels, kernel, stride, padding, dilation, groups, bias);
    }

    /** A convolution without dilation or groups. */
    public static Conv2d of(int channels, int kernel, int stride, Padding padding, boolean bias) {
        return new Conv2d(channels, Size.square(kernel), Size.square(stride), padding, Size.square(1), 1, bias);
    }

    @Override
    public OpType<?> type() {
        return TYPE;
    }

    private Window window() {
        return new Window(kernel, stride, padding, dilation, Window.Rounding.FLOOR);
    }

    @Override
    public Shape infer(List<Shape> inputs) {
        Shape in = Inputs.maps(inputs.get(0));
        if (in.channels() % groups != 0) {
            throw new InvalidShape("The " + in.channels() + " input channels cannot be split into " + groups
                    + " equal groups; a divisor of " + in.channels() + " would work");
        }
        if (channels % groups != 0) {
            throw new InvalidShape("The " + channels + " output channels cannot be split into " + groups
                    + " equal groups; a multiple of " + groups + " would work");
        }
        Size out = window().over(in.height(), in.width()).output();
        return Shape.maps(out.height(), out.width(), channels);
    }

    @Override
    public List<WeightSpec> weights(List<Shape> inputs) {
        int inPerGroup = inputs.get(0).channels() / groups;
        List<WeightSpec> weights = new ArrayList<>();
        weights.add(WeightSpec.kernel(
                (long) kernel.area() * inPerGroup, kernel.height(), kernel.width(), inPerGroup, channels));
        if (bias) {
            weights.add(WeightSpec.perChannel("bias", channels, WeightSpec.Role.BIAS));
        }
        return weights;
    }

    @Override
    public Cost cost(List<Shape> inputs, Shape output) {
        long perOutput = (long) kernel.area() * (inputs.get(0).channels() / groups);
        return Cost.of(Work.MULTIPLY_ADD, Math.multiplyExact(perOutput, output.elements()))
                .and(Work.BIAS_ADD, bias ? output.elements() : 0);
    }

    @Override
    public List<Factor> multiplyAddFactors(List<Shape> inputs, Shape output) {
        return Factor.join(kernelFactors(inputs.get(0)), Factor.positions(output));
    }

    @Override
    public List<Factor> weightFactors(WeightSpec weight, List<Shape> inputs) {
        return weight.role() == WeightSpec.Role.KERNEL ? kernelFactors(inputs.get(0)) : List.of(Factor.out(channels));
    }

    private List<Factor> kernelFactors(Shape in) {
        return Factor.join(Factor.kernel(kernel), List.of(Factor.in(in.channels(), groups), Factor.out(channels)));
    }

    @Override
    public Optional<Window> fieldOfView() {
        return Optional.of(window());
    }

    @Override
    public Optional<Operation> withBias() {
        return Optional.of(new Conv2d(channels, kernel, stride, padding, dilation, groups, true));
    }

    @Override
    public <T> T forward(TensorMath<T> math, List<T> inputs, Weights<T> weights) {
        T input = inputs.get(0);
        Shape in = math.shapeOf(input);
        return math.convolve(
                input,
                weights.get("kernel"),
                weights.getIf(bias, "bias"),
                window().over(in.height(), in.width()),
                groups);
    }

    @Override
    public String badge() {
        return window().badge() + (groups == 1 ? "" : ", " + groups + " groups");
    }
}
