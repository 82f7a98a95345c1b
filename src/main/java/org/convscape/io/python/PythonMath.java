package org.convscape.io.python;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.convscape.op.Placement;
import org.convscape.op.TensorMath;
import org.convscape.tensor.Shape;
import org.convscape.weights.file.SafetensorsWriter.Outgoing;

/**
 * The verbs as expressions of Python: what both libraries write alike, and what a node has asked for so far. Whatever
 * an operation computes by verbs can be exported, and no list of operations has to be kept here.
 */
abstract class PythonMath implements TensorMath<PyValue> {
    private final List<Outgoing> arrays = new ArrayList<>();
    private final List<Step.Layer> layers = new ArrayList<>();
    private String path = "";

    /** All arrays of all nodes so far. */
    final List<Outgoing> arrays() {
        return List.copyOf(arrays);
    }

    /** From now on this node is written. */
    final void begin(String node) {
        path = node;
        layers.clear();
    }

    /** What the node has turned out to be. */
    final Step end(PyValue result, String words) {
        String text = result.text();
        List<String> reads = Text.valuesIn(text);
        boolean whole = result.call() != null
                && reads.size() == 1
                && result.call().input().equals(Text.value(reads.get(0)))
                && layers.size() <= 1;
        return new Step(path, reads, text, layers, whole ? result.call().constructor() : null, words);
    }

    /** The path of the next layer with weights in this node: that of the node, or one beside it. */
    final String nextLayer() {
        return layers.isEmpty() ? path : path + "_" + (layers.size() + 1);
    }

    final void layer(String at, String constructor) {
        layers.add(new Step.Layer(at, constructor));
    }

    final void array(Outgoing array) {
        arrays.add(array);
    }

    @Override
    public final Shape shapeOf(PyValue value) {
        return value.shape();
    }

    /** The value with the numbers of a vector in our order: rows, columns, channels. */
    abstract PyValue natural(PyValue value);

    /** A right value that is laid over every position of the left one. */
    abstract PyValue spread(PyValue vector);

    static PyValue infix(PyValue left, String sign, PyValue right) {
        return PyValue.of(left.inner() + " " + sign + " " + right.inner(), false, left.shape());
    }

    @Override
    public final PyValue add(PyValue left, PyValue right) {
        return pair(left, "+", right);
    }

    @Override
    public final PyValue subtract(PyValue left, PyValue right) {
        return pair(left, "-", right);
    }

    @Override
    public final PyValue times(PyValue left, PyValue right) {
        return pair(left, "*", right);
    }

    private PyValue pair(PyValue left, String sign, PyValue right) {
        if (!left.shape().vector() && right.shape().vector()) {
            return infix(left, sign, spread(natural(right)));
        }
        return left.alignedWith(right)
                ? infix(left, sign, right).ordered(left.maps())
                : infix(natural(left), sign, natural(right));
    }

    @Override
    public final PyValue scale(PyValue input, double factor) {
        return PyValue.of(input.inner() + " * " + Text.number(factor), false, input.shape())
                .ordered(input.maps());
    }

    static String listed(List<PyValue> values) {
        return values.stream().map(PyValue::text).collect(Collectors.joining(", ", "[", "]"));
    }

    static Shape concatenated(List<PyValue> inputs) {
        Shape first = inputs.get(0).shape();
        int channels =
                inputs.stream().mapToInt(input -> input.shape().channels()).sum();
        return new Shape(first.height(), first.width(), channels, first.vector());
    }

    static Shape under(Placement window, int channels) {
        return Shape.maps(window.output().height(), window.output().width(), channels);
    }

    static boolean overhangs(Placement window) {
        return window.overhangBottom() > 0 || window.overhangRight() > 0;
    }

    /** Numbers from {@code rows × columns} to {@code columns × rows}. */
    static float[] transposed(float[] values, int rows, int columns) {
        float[] turned = new float[values.length];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                turned[column * rows + row] = values[row * columns + column];
            }
        }
        return turned;
    }
}
