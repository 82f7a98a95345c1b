package org.convscape.io.python;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.convscape.tensor.Shape;
import org.convscape.weights.file.SafetensorsWriter.Outgoing;

/**
 * The verbs as Keras 3 has them: batch, rows, columns, channels, as here. Layers are made where they are called; those
 * with weights are named by their paths.
 */
final class KerasMath extends KerasWindowMath {

    @Override
    public PyValue normalise(
            PyValue input, PyValue gamma, PyValue beta, PyValue mean, PyValue variance, double epsilon) {
        List<Outgoing> weights = new ArrayList<>();
        if (gamma != null) {
            weights.add(vector("gamma", gamma));
        }
        if (beta != null) {
            weights.add(vector("beta", beta));
        }
        weights.add(vector("moving_mean", mean));
        weights.add(vector("moving_variance", variance));
        String arguments = "epsilon=" + Text.number(epsilon)
                + (beta == null ? ", center=False" : "")
                + (gamma == null ? ", scale=False" : "");
        return weighted("BatchNormalization", arguments, input, input.shape(), weights);
    }

    @Override
    public PyValue clip(PyValue input, double low, double high) {
        if (low == 0 && Double.isInfinite(high)) {
            return layer("ReLU()", input, input.shape());
        }
        return low == 0
                ? layer("ReLU(" + Text.number(high) + ")", input, input.shape())
                : PyValue.of(
                        "ops.clip(" + input.text() + ", " + Text.number(low) + ", " + Text.number(high) + ")",
                        true,
                        input.shape());
    }

    @Override
    public PyValue sigmoid(PyValue input) {
        return PyValue.of("ops.sigmoid(" + input.text() + ")", true, input.shape());
    }

    @Override
    public PyValue hardSigmoid(PyValue input, double slope, double offset) {
        return PyValue.of(
                "ops.clip(" + input.inner() + " * " + Text.number(slope) + " + " + Text.number(offset) + ", 0, 1)",
                true,
                input.shape());
    }

    @Override
    public PyValue leak(PyValue input, double slope) {
        return PyValue.of("ops.leaky_relu(" + input.text() + ", " + Text.number(slope) + ")", true, input.shape());
    }

    @Override
    public PyValue leakPerChannel(PyValue input, PyValue slopes) {
        int count = slopes.array().dimension(0);
        int channels = input.shape().channels();
        Supplier<float[]> values = () -> {
            float[] found = slopes.array().values().get();
            if (count == channels) {
                return found;
            }
            float[] all = new float[channels];
            Arrays.fill(all, found[0]);
            return all;
        };
        boolean vector = input.shape().vector();
        List<Long> dimensions = vector ? List.of((long) channels) : List.of(1L, 1L, (long) channels);
        return weighted(
                "PReLU",
                vector ? "" : "shared_axes=(1, 2)",
                input,
                input.shape(),
                List.of(new Outgoing("alpha", dimensions, values)));
    }

    @Override
    public PyValue averageMaps(PyValue input) {
        return layer(
                "GlobalAveragePooling2D()", input, Shape.vector(input.shape().channels()));
    }

    @Override
    public PyValue maximumOfMaps(PyValue input) {
        return layer("GlobalMaxPooling2D()", input, Shape.vector(input.shape().channels()));
    }

    @Override
    public PyValue concatenate(List<PyValue> inputs) {
        return PyValue.of("layers.concatenate(" + listed(inputs) + ")", true, concatenated(inputs));
    }

    @Override
    public PyValue shuffleChannels(PyValue input, int groups) {
        Shape shape = input.shape();
        String places = shape.vector() ? "" : shape.height() + ", " + shape.width() + ", ";
        String turned = shape.vector() ? "(0, 2, 1)" : "(0, 1, 2, 4, 3)";
        int inGroup = shape.channels() / groups;
        String table = "ops.reshape(" + input.text() + ", (-1, " + places + groups + ", " + inGroup + "))";
        return PyValue.of(
                "ops.reshape(ops.transpose(" + table + ", " + turned + "), (-1, " + places + shape.channels() + "))",
                true,
                shape);
    }

    @Override
    public PyValue enlarge(PyValue input, int rows, int columns) {
        Shape from = input.shape();
        return layer(
                "UpSampling2D((" + rows + ", " + columns + "))",
                input,
                Shape.maps(from.height() * rows, from.width() * columns, from.channels()));
    }

    @Override
    public PyValue multiply(PyValue input, PyValue kernel, PyValue bias) {
        int out = kernel.array().dimension(1);
        return weighted(
                "Dense",
                out + (bias == null ? ", use_bias=False" : ""),
                input,
                Shape.vector(out),
                with(kernel(kernel, kernel.array().dimension(0), out), bias));
    }

    @Override
    public PyValue reshape(PyValue input, Shape shape) {
        if (shape.vector()) {
            return layer("Flatten()", input, shape);
        }
        String dimensions =
                Arrays.stream(shape.dimensions()).mapToObj(Integer::toString).collect(Collectors.joining(", "));
        return layer("Reshape((" + dimensions + "))", input, shape);
    }

    @Override
    public PyValue softmax(PyValue input) {
        return layer("Softmax()", input, input.shape());
    }

    @Override
    public PyValue padZeros(
            PyValue input, int top, int left, int bottom, int right, int channelsBefore, int channelsAfter) {
        if (channelsBefore + channelsAfter == 0) {
            return padded(input, top, left, bottom, right);
        }
        Shape from = input.shape();
        return PyValue.of(
                "ops.pad(" + input.text() + ", ((0, 0), (" + top + ", " + bottom + "), (" + left + ", " + right + "), ("
                        + channelsBefore + ", " + channelsAfter + ")))",
                true,
                Shape.maps(
                        from.height() + top + bottom,
                        from.width() + left + right,
                        from.channels() + channelsBefore + channelsAfter));
    }

    @Override
    public PyValue normaliseAcrossChannels(PyValue input, int size, double alpha, double beta, double k) {
        int channels = input.shape().channels();
        String squares = "ops.pad(ops.square(" + input.text() + "), ((0, 0), (0, 0), (0, 0), (" + (size - 1) / 2 + ", "
                + size / 2 + ")))";
        String sum = "sum(squares[..., i : i + " + channels + "] for i in range(" + size + "))";
        // A name for the squares within the expression, which are wanted as often as the window is wide.
        return PyValue.of(
                "(lambda squares: " + input.inner() + " / (" + Text.number(k) + " + " + Text.number(alpha / size)
                        + " * " + sum + ") ** " + Text.number(beta) + ")(" + squares + ")",
                true,
                input.shape());
    }

    @Override
    PyValue natural(PyValue value) {
        return value;
    }

    @Override
    PyValue spread(PyValue vector) {
        int channels = vector.shape().channels();
        return PyValue.of(
                "ops.reshape(" + vector.text() + ", (-1, 1, 1, " + channels + "))", true, Shape.maps(1, 1, channels));
    }
}
