package org.convscape.io.python;

import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.convscape.op.Placement;
import org.convscape.tensor.Shape;
import org.convscape.weights.file.SafetensorsWriter.Outgoing;

/** Convolutions and poolings as PyTorch has them, and how layers with weights are kept. */
abstract class TorchWindowMath extends PythonMath {

    final String keep(String suffixedConstructor) {
        String at = nextLayer();
        layer(at, suffixedConstructor);
        return at;
    }

    final void keep(String layer, String name, List<Long> dimensions, Supplier<float[]> values) {
        array(new Outgoing(TorchNames.dotted(layer) + "." + name, dimensions, values));
    }

    final void vector(String layer, String name, PyValue value) {
        keep(
                layer,
                name,
                List.of((long) value.array().dimension(0)),
                value.array().values());
    }

    static PyValue called(String layer, String constructor, PyValue input, Shape shape) {
        return PyValue.of(Text.layer(layer) + "(" + input.text() + ")", true, shape)
                .asLayer(constructor, input);
    }

    private static PyValue padded(PyValue input, int top, int left, int bottom, int right, String more) {
        Shape from = input.shape();
        return PyValue.of(
                "F.pad(" + input.text() + ", (" + left + ", " + right + ", " + top + ", " + bottom + ")" + more + ")",
                true,
                Shape.maps(from.height() + top + bottom, from.width() + left + right, from.channels()));
    }

    static String optional(String name, String value, String usual) {
        return value.equals(usual) ? "" : ", " + name + "=" + value;
    }

    private PyValue convolution(
            PyValue input, PyValue bias, Placement window, int in, int out, int groups, Supplier<float[]> kernel) {
        PyValue taken = window.symmetric()
                ? input
                : padded(input, window.top(), window.left(), window.bottom(), window.right(), "");
        String constructor = "nn.Conv2d(" + in + ", " + out + ", " + Text.size(window.kernel())
                + optional("stride", Text.size(window.stride()), "1")
                + (window.symmetric() ? optional("padding", Text.size(window.top(), window.left()), "0") : "")
                + optional("dilation", Text.size(window.dilation()), "1")
                + optional("groups", Integer.toString(groups), "1")
                + (bias == null ? ", bias=False" : "")
                + ")";
        String layer = keep(constructor);
        keep(
                layer,
                "weight",
                List.of((long) out, (long) in / groups, (long) window.kernel().height(), (long)
                        window.kernel().width()),
                kernel);
        if (bias != null) {
            vector(layer, "bias", bias);
        }
        return called(layer, constructor, taken, under(window, out));
    }

    @Override
    public final PyValue convolve(PyValue input, PyValue kernel, PyValue bias, Placement window, int groups) {
        int in = input.shape().channels();
        int out = kernel.array().dimension(3);
        int rows = window.kernel().area() * in / groups;
        return convolution(input, bias, window, in, out, groups, () -> outputsFirst(kernel, rows, out, in / groups));
    }

    @Override
    public final PyValue convolveDepthwise(PyValue input, PyValue kernel, PyValue bias, Placement window) {
        int in = input.shape().channels();
        int out = in * kernel.array().dimension(3);
        return convolution(
                input,
                bias,
                window,
                in,
                out,
                in,
                () -> outputsFirst(kernel, window.kernel().area(), out, 1));
    }

    /** From places × channels × outputs to outputs × channels × places. */
    static float[] outputsFirst(PyValue kernel, int rows, int outputs, int channels) {
        float[] byOutput = transposed(kernel.array().values().get(), rows, outputs);
        float[] turned = new float[byOutput.length];
        for (int output = 0; output < outputs; output++) {
            float[] one = Arrays.copyOfRange(byOutput, output * rows, (output + 1) * rows);
            System.arraycopy(transposed(one, rows / channels, channels), 0, turned, output * rows, rows);
        }
        return turned;
    }

    @Override
    public final PyValue poolMaximum(PyValue input, Placement window) {
        Shape shape = under(window, input.shape().channels());
        String dilation = optional("dilation", Text.size(window.dilation()), "1");
        String sizes = Text.size(window.kernel()) + ", " + Text.size(window.stride());
        if (TorchWindows.plain(window)) {
            String rest = sizes + TorchWindows.padding(window) + dilation + TorchWindows.ceil(window);
            return PyValue.of("F.max_pool2d(" + input.text() + ", " + rest + ")", true, shape)
                    .asLayer("nn.MaxPool2d(" + rest + ")", input);
        }
        PyValue edged = padded(
                input,
                window.top(),
                window.left(),
                window.touchedBottom(),
                window.touchedRight(),
                ", value=float(\"-inf\")");
        return PyValue.of("F.max_pool2d(" + edged.text() + ", " + sizes + dilation + ")", true, shape);
    }

    @Override
    public final PyValue poolAverage(PyValue input, Placement window, boolean countPadding) {
        Shape shape = under(window, input.shape().channels());
        String sizes = Text.size(window.kernel()) + ", " + Text.size(window.stride());
        if (!window.dilation().is(1)) {
            throw new Unwritable("no average pooling with dilation");
        }
        if (TorchWindows.plain(window)) {
            String rest = sizes
                    + TorchWindows.padding(window)
                    + TorchWindows.ceil(window)
                    + (countPadding || !window.padded() ? "" : ", count_include_pad=False");
            return PyValue.of("F.avg_pool2d(" + input.text() + ", " + rest + ")", true, shape)
                    .asLayer("nn.AvgPool2d(" + rest + ")", input);
        }
        if (countPadding && !overhangs(window)) {
            PyValue edged = padded(input, window.top(), window.left(), window.bottom(), window.right(), "");
            return PyValue.of("F.avg_pool2d(" + edged.text() + ", " + sizes + ")", true, shape);
        }
        PyValue ones = PyValue.of("torch.ones_like(" + input.inner() + "[:1, :1])", true, input.shape());
        return infix(edgedMean(input, window, sizes), "/", counted(ones, window, sizes, countPadding));
    }

    /** Which share of each window counts. */
    private static PyValue counted(PyValue ones, Placement window, String sizes, boolean countPadding) {
        if (!countPadding) {
            return edgedMean(ones, window, sizes);
        }
        PyValue inside = padded(ones, window.top(), window.left(), window.bottom(), window.right(), ", value=1.0");
        PyValue edged = padded(inside, 0, 0, window.overhangBottom(), window.overhangRight(), "");
        return PyValue.of("F.avg_pool2d(" + edged.text() + ", " + sizes + ")", true, inside.shape());
    }

    private static PyValue edgedMean(PyValue input, Placement window, String sizes) {
        PyValue edged = padded(input, window.top(), window.left(), window.touchedBottom(), window.touchedRight(), "");
        return PyValue.of(
                "F.avg_pool2d(" + edged.text() + ", " + sizes + ")",
                true,
                under(window, input.shape().channels()));
    }
}
