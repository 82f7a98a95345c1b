package org.convscape.io.python;

import java.util.Arrays;
import java.util.List;
import org.convscape.op.Placement;
import org.convscape.tensor.Shape;
import org.convscape.weights.file.SafetensorsWriter.Outgoing;

/** Convolutions and poolings as Keras has them, and how layers are made. */
abstract class KerasWindowMath extends PythonMath {

    /** A layer with weights, which are kept in the order in which Keras lists them. */
    final PyValue weighted(String kind, String arguments, PyValue input, Shape shape, List<Outgoing> weights) {
        String at = nextLayer();
        layer(at, "");
        weights.forEach(each ->
                array(new Outgoing(KerasNames.layer(at) + "/" + each.name(), each.dimensions(), each.values())));
        String separator = arguments.isEmpty() ? "" : ", ";
        return PyValue.of(
                "layers." + kind + "(" + arguments + separator + "name=" + Text.layer(at) + ")(" + input.text() + ")",
                true,
                shape);
    }

    static PyValue layer(String constructor, PyValue input, Shape shape) {
        return PyValue.of("layers." + constructor + "(" + input.text() + ")", true, shape);
    }

    static Outgoing vector(String name, PyValue value) {
        return new Outgoing(
                name, List.of((long) value.array().dimension(0)), value.array().values());
    }

    static Outgoing kernel(PyValue value, Integer... dimensions) {
        return new Outgoing(
                "kernel",
                Arrays.stream(dimensions).map(Integer::longValue).toList(),
                value.array().values());
    }

    static List<Outgoing> with(Outgoing kernel, PyValue bias) {
        return bias == null ? List.of(kernel) : List.of(kernel, vector("bias", bias));
    }

    private static String optional(String name, String value, String usual) {
        return value.equals(usual) ? "" : ", " + name + "=" + value;
    }

    private static String pairs(int top, int left, int bottom, int right) {
        return "((" + top + ", " + bottom + "), (" + left + ", " + right + "))";
    }

    static PyValue padded(PyValue input, int top, int left, int bottom, int right) {
        Shape from = input.shape();
        return layer(
                "ZeroPadding2D(" + pairs(top, left, bottom, right) + ")",
                input,
                Shape.maps(from.height() + top + bottom, from.width() + left + right, from.channels()));
    }

    /** Padded by a value that is not zero, or padded in front of a function. */
    private static PyValue edged(PyValue input, int top, int left, int bottom, int right, String more) {
        Shape from = input.shape();
        return PyValue.of(
                "ops.pad(" + input.text() + ", ((0, 0), (" + top + ", " + bottom + "), (" + left + ", " + right
                        + "), (0, 0))" + more + ")",
                true,
                Shape.maps(from.height() + top + bottom, from.width() + left + right, from.channels()));
    }

    /** What comes before the input of a windowed layer, and what the layer is told of the padding. */
    private record Edges(PyValue input, String padding) {}

    private static Edges edges(PyValue input, Placement window) {
        if (!window.padded()) {
            return new Edges(input, "");
        }
        return KerasNames.same(window)
                ? new Edges(input, ", padding=\"same\"")
                : new Edges(padded(input, window.top(), window.left(), window.bottom(), window.right()), "");
    }

    private static void check(Placement window) {
        if (!window.stride().is(1) && !window.dilation().is(1)) {
            throw new Unwritable("no window with a stride and a dilation");
        }
    }

    @Override
    public final PyValue convolve(PyValue input, PyValue kernel, PyValue bias, Placement window, int groups) {
        check(window);
        Edges edges = edges(input, window);
        int out = kernel.array().dimension(3);
        return weighted(
                "Conv2D",
                out + ", " + Text.size(window.kernel())
                        + optional("strides", Text.size(window.stride()), "1")
                        + edges.padding()
                        + optional("dilation_rate", Text.size(window.dilation()), "1")
                        + optional("groups", Integer.toString(groups), "1")
                        + (bias == null ? ", use_bias=False" : ""),
                edges.input(),
                under(window, out),
                with(kernel(kernel, kernel.array().dimensions().toArray(new Integer[0])), bias));
    }

    @Override
    public final PyValue convolveDepthwise(PyValue input, PyValue kernel, PyValue bias, Placement window) {
        check(window);
        Edges edges = edges(input, window);
        int multiplier = kernel.array().dimension(3);
        int in = kernel.array().dimension(2);
        int out = in * multiplier;
        String rest = optional("strides", Text.size(window.stride()), "1")
                + edges.padding()
                + optional("dilation_rate", Text.size(window.dilation()), "1")
                + (bias == null ? ", use_bias=False" : "");
        int height = window.kernel().height();
        int width = window.kernel().width();
        // TensorFlow's depthwise convolution has one stride for both directions; one in groups computes the same.
        boolean square = window.stride().height() == window.stride().width();
        return square
                ? weighted(
                        "DepthwiseConv2D",
                        Text.size(window.kernel())
                                + optional("depth_multiplier", Integer.toString(multiplier), "1")
                                + rest,
                        edges.input(),
                        under(window, out),
                        with(kernel(kernel, height, width, in, multiplier), bias))
                : weighted(
                        "Conv2D",
                        out + ", " + Text.size(window.kernel()) + ", groups=" + in + rest,
                        edges.input(),
                        under(window, out),
                        with(kernel(kernel, height, width, 1, out), bias));
    }

    @Override
    public final PyValue poolMaximum(PyValue input, Placement window) {
        if (!window.dilation().is(1)) {
            throw new Unwritable("no pooling with dilation");
        }
        Shape shape = under(window, input.shape().channels());
        String sizes = KerasNames.sizes(window);
        if (!window.padded() && !overhangs(window)) {
            return layer("MaxPooling2D(" + sizes + ")", input, shape);
        }
        if (KerasNames.same(window)) {
            return layer("MaxPooling2D(" + sizes + ", padding=\"same\")", input, shape);
        }
        PyValue edged = edged(
                input,
                window.top(),
                window.left(),
                window.touchedBottom(),
                window.touchedRight(),
                ", constant_values=float(\"-inf\")");
        return layer("MaxPooling2D(" + sizes + ")", edged, shape);
    }

    @Override
    public final PyValue poolAverage(PyValue input, Placement window, boolean countPadding) {
        if (!window.dilation().is(1)) {
            throw new Unwritable("no pooling with dilation");
        }
        Shape shape = under(window, input.shape().channels());
        String sizes = KerasNames.sizes(window);
        boolean overhangs = overhangs(window);
        if (!window.padded() && !overhangs) {
            return layer("AveragePooling2D(" + sizes + ")", input, shape);
        }
        if (!countPadding && KerasNames.same(window)) {
            return layer("AveragePooling2D(" + sizes + ", padding=\"same\")", input, shape);
        }
        if (countPadding && !overhangs) {
            PyValue padded = padded(input, window.top(), window.left(), window.bottom(), window.right());
            return layer("AveragePooling2D(" + sizes + ")", padded, shape);
        }
        PyValue one = PyValue.of("ops.ones_like(" + input.text() + ")", true, input.shape());
        PyValue counted = one;
        if (countPadding) {
            counted = edged(one, window.top(), window.left(), window.bottom(), window.right(), ", constant_values=1.0");
        }
        int top = countPadding ? 0 : window.top();
        int left = countPadding ? 0 : window.left();
        int bottom = countPadding ? window.overhangBottom() : window.touchedBottom();
        int right = countPadding ? window.overhangRight() : window.touchedRight();
        PyValue values = edged(input, window.top(), window.left(), window.touchedBottom(), window.touchedRight(), "");
        return infix(
                layer("AveragePooling2D(" + sizes + ")", values, shape),
                "/",
                layer("AveragePooling2D(" + sizes + ")", edged(counted, top, left, bottom, right, ""), shape));
    }
}
