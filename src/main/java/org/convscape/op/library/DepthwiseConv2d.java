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
import org.convscape.op.OpType;
import org.convscape.op.Operation;
import org.convscape.op.TensorMath;
import org.convscape.op.WeightSpec;
import org.convscape.op.Weights;
import org.convscape.op.Window;
import org.convscape.op.Work;
import org.convscape.tensor.Shape;

/**
 * A depthwise convolution: every channel is filtered on its own by {@code multiplier} kernels, and nothing is mixed.
 *
 * <p>{@code H×W×C → H'×W'×(C·multiplier)}; kernel {@code [kH, kW, C, multiplier]}; channel c gives the outputs
 * c·multiplier and following. With a 1×1 convolution behind it, it is the separable convolution of Chollet 2016
 * (section 1) and Howard et al. 2017 (section 3.1).
 */
public record DepthwiseConv2d(int multiplier, Size kernel, Size stride, Padding padding, Size dilation, boolean bias)
        implements Operation {

    /** Id, label and attributes. */
    public static final OpType<DepthwiseConv2d> TYPE = OpType.of(
                    DepthwiseConv2d.class, "depthwise-conv2d", "Depthwise convolution", Category.CONVOLUTION)
            .help(
                    "Filters every channel on its own, without mixing channels: the cheap half of a separable convolution.")
            .attribute(Attribute.integer(
                    "multiplier", "Multiplier", 1, 1024, 1, "How many output channels each input channel gives."))
            .attribute(Attribute.size("kernel", "Kernel", 1, 255, Size.square(3), "Height and width of the window."))
            .attribute(Attribute.size("stride", "Stride", 1, 255, Size.square(1), "Pixels from window to window."))
            .attribute(Attribute.padding("padding", "Padding", 255, Padding.SAME, "Zeros around the picture."))
            .attribute(Attribute.size("dilation", "Dilation", 1, 255, Size.square(1), "Pixels between kernel taps."))
            .attribute(Attribute.flag("bias", "Bias", false, "Adds one learned number per output channel."))
            .build();

    /** Checks the ranges. */
    public DepthwiseConv2d {
        TYPE.schema().check(multiplier, kernel, stride, padding, dilation, bias);
    }

    /** One kernel per channel, without dilation or bias. */
    public static DepthwiseConv2d of(int kernel, int stride, Padding padding) {
        return new DepthwiseConv2d(1, Size.square(kernel), Size.square(stride), padding, Size.square(1), false);
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
        Size out = window().over(in.height(), in.width()).output();
        int channels = Inputs.countable(
                (long) in.channels() * multiplier,
                "channels",
                "with " + in.channels() + " input channels a multiplier of at most " + Integer.MAX_VALUE / in.channels()
                        + " would work");
        return Shape.maps(out.height(), out.width(), channels);
    }

    @Override
    public List<WeightSpec> weights(List<Shape> inputs) {
        int channels = inputs.get(0).channels();
        List<WeightSpec> weights = new ArrayList<>();
        weights.add(WeightSpec.kernel(kernel.area(), kernel.height(), kernel.width(), channels, multiplier));
        if (bias) {
            weights.add(WeightSpec.perChannel("bias", channels * multiplier, WeightSpec.Role.BIAS));
        }
        return weights;
    }

    @Override
    public Cost cost(List<Shape> inputs, Shape output) {
        return Cost.of(Work.MULTIPLY_ADD, Math.multiplyExact(output.elements(), kernel.area()))
                .and(Work.BIAS_ADD, bias ? output.elements() : 0);
    }

    @Override
    public List<Factor> multiplyAddFactors(List<Shape> inputs, Shape output) {
        return Factor.join(kernelFactors(inputs.get(0)), Factor.positions(output));
    }

    @Override
    public List<Factor> weightFactors(WeightSpec weight, List<Shape> inputs) {
        return weight.role() == WeightSpec.Role.KERNEL ? kernelFactors(inputs.get(0)) : channelFactors(inputs.get(0));
    }

    private List<Factor> kernelFactors(Shape in) {
        return Factor.join(Factor.kernel(kernel), channelFactors(in));
    }

    private List<Factor> channelFactors(Shape in) {
        return List.of(Factor.in(in.channels(), 1), Factor.of("multiplier", "m", multiplier));
    }

    @Override
    public Optional<Window> fieldOfView() {
        return Optional.of(window());
    }

    @Override
    public Optional<Operation> withBias() {
        return Optional.of(new DepthwiseConv2d(multiplier, kernel, stride, padding, dilation, true));
    }

    @Override
    public <T> T forward(TensorMath<T> math, List<T> inputs, Weights<T> weights) {
        T input = inputs.get(0);
        Shape in = math.shapeOf(input);
        return math.convolveDepthwise(
                input, weights.get("kernel"), weights.getIf(bias, "bias"), window().over(in.height(), in.width()));
    }

    @Override
    public String badge() {
        return window().badge() + (multiplier == 1 ? "" : ", × " + multiplier);
    }
}
