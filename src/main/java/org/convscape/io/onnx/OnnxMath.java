package org.convscape.io.onnx;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.convscape.op.Placement;
import org.convscape.op.TensorMath;
import org.convscape.tensor.Shape;
import org.convscape.tensor.Tensor;

/**
 * The verbs as a writer of ONNX nodes: each call adds the nodes that compute it, in ONNX's channels-first layout. So
 * whatever an operation computes by verbs can be exported, and no list of operations has to be kept here.
 */
final class OnnxMath implements TensorMath<OnnxValue> {
    private static final Consumer<OnnxAttributes> NONE = attributes -> {};

    private final OnnxGraphWriter writer;

    OnnxMath(OnnxGraphWriter writer) {
        this.writer = writer;
    }

    @Override
    public Shape shapeOf(OnnxValue value) {
        return value.shape();
    }

    @Override
    public OnnxValue convolve(OnnxValue input, OnnxValue kernel, OnnxValue bias, Placement window, int groups) {
        int out = kernel.weight().dimension(3);
        return windowed(
                "Conv",
                inputs(input, writer.weight(kernel.name(), KernelLayout.convolution(kernel.weight())), bias),
                window,
                out,
                attributes -> attributes.integer("group", groups));
    }

    @Override
    public OnnxValue convolveDepthwise(OnnxValue input, OnnxValue kernel, OnnxValue bias, Placement window) {
        int channels = kernel.weight().dimension(2);
        int out = channels * kernel.weight().dimension(3);
        return windowed(
                "Conv",
                inputs(input, writer.weight(kernel.name(), KernelLayout.depthwise(kernel.weight())), bias),
                window,
                out,
                attributes -> attributes.integer("group", channels));
    }

    private List<String> inputs(OnnxValue input, String kernel, OnnxValue bias) {
        List<String> names = new ArrayList<>(List.of(input.name(), kernel));
        if (bias != null) {
            names.add(writer.weight(bias.name(), bias.weight()));
        }
        return names;
    }

    private OnnxValue windowed(
            String type, List<String> inputs, Placement window, int channels, Consumer<OnnxAttributes> more) {
        Shape shape = Shape.maps(window.output().height(), window.output().width(), channels);
        return writer.node(type, inputs, shape, attributes -> {
            attributes
                    .integers(
                            "kernel_shape",
                            window.kernel().height(),
                            window.kernel().width())
                    .integers(
                            "strides", window.stride().height(), window.stride().width());
            if (!window.dilation().is(1)) {
                attributes.integers(
                        "dilations",
                        window.dilation().height(),
                        window.dilation().width());
            }
            // What a ceil-mode window reaches beyond the padding is written as padding: it never wins or counts there.
            // Padding that no window touches is not written: a pooling of ONNX Runtime refuses as much as its kernel.
            attributes.integers("pads", window.top(), window.left(), window.touchedBottom(), window.touchedRight());
            more.accept(attributes);
        });
    }

    @Override
    public OnnxValue normalise(
            OnnxValue input, OnnxValue gamma, OnnxValue beta, OnnxValue mean, OnnxValue variance, double epsilon) {
        int channels = input.shape().channels();
        List<String> inputs = List.of(
                input.name(),
                gamma == null ? constant(channels, 1) : writer.weight(gamma.name(), gamma.weight()),
                beta == null ? constant(channels, 0) : writer.weight(beta.name(), beta.weight()),
                writer.weight(mean.name(), mean.weight()),
                writer.weight(variance.name(), variance.weight()));
        return writer.node(
                "BatchNormalization", inputs, input.shape(), attributes -> attributes.decimal("epsilon", epsilon));
    }

    private String constant(int channels, float value) {
        float[] values = new float[channels];
        Arrays.fill(values, value);
        return writer.constant(Tensor.of(new int[] {channels}, values));
    }

    private String scalar(double value) {
        return writer.constant(Tensor.of(new int[0], new float[] {(float) value}));
    }

    @Override
    public OnnxValue clip(OnnxValue input, double low, double high) {
        if (low == 0 && Double.isInfinite(high)) {
            return writer.node("Relu", List.of(input.name()), input.shape(), NONE);
        }
        return writer.node("Clip", List.of(input.name(), scalar(low), scalar(high)), input.shape(), NONE);
    }

    @Override
    public OnnxValue sigmoid(OnnxValue input) {
        return writer.node("Sigmoid", List.of(input.name()), input.shape(), NONE);
    }

    @Override
    public OnnxValue hardSigmoid(OnnxValue input, double slope, double offset) {
        return writer.node("HardSigmoid", List.of(input.name()), input.shape(), attributes -> attributes
                .decimal("alpha", slope)
                .decimal("beta", offset));
    }

    @Override
    public OnnxValue leak(OnnxValue input, double slope) {
        return writer.node(
                "LeakyRelu", List.of(input.name()), input.shape(), attributes -> attributes.decimal("alpha", slope));
    }

    @Override
    public OnnxValue leakPerChannel(OnnxValue input, OnnxValue slopes) {
        int count = slopes.weight().dimension(0);
        Numbers numbers = input.shape().vector()
                ? slopes.weight()
                : new Numbers(
                        List.of(count, 1, 1),
                        () -> slopes.weight().values().get().reshaped(count, 1, 1));
        return writer.node("PRelu", List.of(input.name(), writer.weight(slopes.name(), numbers)), input.shape(), NONE);
    }

    @Override
    public OnnxValue poolMaximum(OnnxValue input, Placement window) {
        return windowed("MaxPool", List.of(input.name()), window, input.shape().channels(), NONE);
    }

    @Override
    public OnnxValue poolAverage(OnnxValue input, Placement window, boolean countPadding) {
        if (!countPadding || !window.padded()) {
            return windowed(
                    "AveragePool", List.of(input.name()), window, input.shape().channels(), NONE);
        }
        // Zeros that count are made part of the picture, so that what overhangs them can be left out of the divisor.
        // What no window touches is left out here too: ONNX Runtime puts such a Pad into the pooling and then refuses
        // it.
        int bottom = Math.min(window.bottom(), window.touchedBottom());
        int right = Math.min(window.right(), window.touchedRight());
        OnnxValue padded = padZeros(input, window.top(), window.left(), bottom, right, 0, 0);
        Placement inside = new Placement(
                window.kernel(),
                window.stride(),
                window.dilation(),
                new org.convscape.attribute.Size(
                        padded.shape().height(), padded.shape().width()),
                window.output(),
                0,
                0,
                0,
                0);
        return windowed(
                "AveragePool", List.of(padded.name()), inside, input.shape().channels(), NONE);
    }

    @Override
    public OnnxValue averageMaps(OnnxValue input) {
        int channels = input.shape().channels();
        OnnxValue pooled = writer.node("GlobalAveragePool", List.of(input.name()), Shape.maps(1, 1, channels), NONE);
        return reshape(pooled, Shape.vector(channels));
    }

    @Override
    public OnnxValue add(OnnxValue left, OnnxValue right) {
        return writer.node("Add", List.of(left.name(), right.name()), left.shape(), NONE);
    }

    @Override
    public OnnxValue maximumOfMaps(OnnxValue input) {
        int channels = input.shape().channels();
        OnnxValue pooled = writer.node("GlobalMaxPool", List.of(input.name()), Shape.maps(1, 1, channels), NONE);
        return reshape(pooled, Shape.vector(channels));
    }

    @Override
    public OnnxValue subtract(OnnxValue left, OnnxValue right) {
        return pair("Sub", left, right);
    }

    @Override
    public OnnxValue times(OnnxValue left, OnnxValue right) {
        return pair("Mul", left, right);
    }

    /** ONNX spreads a picture of one pixel itself; a vector has to become one. */
    private OnnxValue pair(String type, OnnxValue left, OnnxValue right) {
        boolean spread = !left.shape().vector() && right.shape().vector();
        OnnxValue laid = spread ? reshape(right, Shape.maps(1, 1, right.shape().channels())) : right;
        return writer.node(type, List.of(left.name(), laid.name()), left.shape(), NONE);
    }

    @Override
    public OnnxValue scale(OnnxValue input, double factor) {
        return writer.node("Mul", List.of(input.name(), scalar(factor)), input.shape(), NONE);
    }

    @Override
    public OnnxValue concatenate(List<OnnxValue> inputs) {
        Shape first = inputs.get(0).shape();
        int channels =
                inputs.stream().mapToInt(input -> input.shape().channels()).sum();
        Shape shape = new Shape(first.height(), first.width(), channels, first.vector());
        return writer.node(
                "Concat",
                inputs.stream().map(OnnxValue::name).toList(),
                shape,
                attributes -> attributes.integer("axis", 1));
    }

    @Override
    public OnnxValue shuffleChannels(OnnxValue input, int groups) {
        Shape shape = input.shape();
        long inGroup = shape.channels() / groups;
        OnnxValue table = reshaped(input, shape, 1, groups, inGroup, shape.positions());
        OnnxValue turned = writer.node("Transpose", List.of(table.name()), shape, a -> a.integers("perm", 0, 2, 1, 3));
        return shape.vector()
                ? reshaped(turned, shape, 1, shape.channels())
                : reshaped(turned, shape, 1, shape.channels(), shape.height(), shape.width());
    }

    @Override
    public OnnxValue enlarge(OnnxValue input, int rows, int columns) {
        Shape from = input.shape();
        Shape shape = Shape.maps(from.height() * rows, from.width() * columns, from.channels());
        String scales = writer.constant(Tensor.of(new int[] {4}, new float[] {1, 1, rows, columns}));
        return writer.node("Resize", List.of(input.name(), "", scales), shape, attributes -> attributes
                .text("mode", "nearest")
                .text("coordinate_transformation_mode", "asymmetric")
                .text("nearest_mode", "floor"));
    }

    @Override
    public OnnxValue multiply(OnnxValue input, OnnxValue kernel, OnnxValue bias) {
        String weights = writer.weight(kernel.name(), kernel.weight());
        return writer.node(
                "Gemm",
                inputs(input, weights, bias),
                Shape.vector(kernel.weight().dimension(1)),
                NONE);
    }

    @Override
    public OnnxValue reshape(OnnxValue input, Shape shape) {
        Shape from = input.shape();
        OnnxValue ordered = input;
        if (!from.vector() && from.positions() > 1) {
            ordered = writer.node("Transpose", List.of(input.name()), from, a -> a.integers("perm", 0, 2, 3, 1));
        }
        if (shape.vector()) {
            return reshaped(ordered, shape, 1, shape.channels());
        }
        if (shape.positions() == 1) {
            return reshaped(ordered, shape, 1, shape.channels(), 1, 1);
        }
        OnnxValue last = reshaped(ordered, shape, 1, shape.height(), shape.width(), shape.channels());
        return writer.node("Transpose", List.of(last.name()), shape, a -> a.integers("perm", 0, 3, 1, 2));
    }

    private OnnxValue reshaped(OnnxValue input, Shape shape, long... dimensions) {
        return writer.node("Reshape", List.of(input.name(), writer.integers(dimensions)), shape, NONE);
    }

    @Override
    public OnnxValue softmax(OnnxValue input) {
        return writer.node(
                "Softmax", List.of(input.name()), input.shape(), attributes -> attributes.integer("axis", 1));
    }

    @Override
    public OnnxValue padZeros(
            OnnxValue input, int top, int left, int bottom, int right, int channelsBefore, int channelsAfter) {
        Shape from = input.shape();
        Shape shape = Shape.maps(
                from.height() + top + bottom,
                from.width() + left + right,
                from.channels() + channelsBefore + channelsAfter);
        String pads = writer.integers(0, channelsBefore, top, left, 0, channelsAfter, bottom, right);
        return writer.node("Pad", List.of(input.name(), pads), shape, NONE);
    }

    @Override
    public OnnxValue normaliseAcrossChannels(OnnxValue input, int size, double alpha, double beta, double k) {
        if ((float) alpha == 0 || (float) beta == 0) {
            // ONNX Runtime takes neither factor as 0; the divisor is then the same everywhere.
            return scale(input, Math.pow(k, -beta));
        }
        return writer.node("LRN", List.of(input.name()), input.shape(), attributes -> attributes
                .integer("size", size)
                .decimal("alpha", alpha)
                .decimal("beta", beta)
                .decimal("bias", k));
    }
}
