package org.convscape.io.python;

import java.util.Arrays;
import java.util.List;
import org.convscape.tensor.Shape;

/** The verbs as PyTorch has them: batch, channels, rows, columns; weights in layers that a module keeps. */
final class TorchMath extends TorchWindowMath {

    private static PyValue function(String call, String constructor, PyValue input) {
        PyValue value = PyValue.of(call, true, input.shape()).ordered(input.maps());
        return constructor == null ? value : value.asLayer(constructor, input);
    }

    @Override
    public PyValue normalise(
            PyValue input, PyValue gamma, PyValue beta, PyValue mean, PyValue variance, double epsilon) {
        PyValue taken = natural(input);
        int channels = taken.shape().channels();
        boolean affine = gamma != null || beta != null;
        String constructor = "nn.BatchNorm" + (taken.shape().vector() ? "1d(" : "2d(") + channels
                + optional("eps", Text.number(epsilon), "1e-05")
                + (affine ? "" : ", affine=False")
                + ")";
        String layer = keep(constructor);
        if (affine) {
            vectorOr(layer, "weight", gamma, channels, 1);
            vectorOr(layer, "bias", beta, channels, 0);
        }
        vector(layer, "running_mean", mean);
        vector(layer, "running_var", variance);
        return called(layer, constructor, taken, taken.shape());
    }

    /** PyTorch has both factors or none. */
    private void vectorOr(String layer, String name, PyValue value, int channels, float otherwise) {
        if (value != null) {
            vector(layer, name, value);
            return;
        }
        keep(layer, name, List.of((long) channels), () -> {
            float[] values = new float[channels];
            Arrays.fill(values, otherwise);
            return values;
        });
    }

    @Override
    public PyValue clip(PyValue input, double low, double high) {
        if (low == 0 && Double.isInfinite(high)) {
            return function("F.relu(" + input.text() + ")", "nn.ReLU()", input);
        }
        if (low == 0 && high == 6) {
            return function("F.relu6(" + input.text() + ")", "nn.ReLU6()", input);
        }
        return function(input.inner() + ".clamp(" + Text.number(low) + ", " + Text.number(high) + ")", null, input);
    }

    @Override
    public PyValue sigmoid(PyValue input) {
        return function("torch.sigmoid(" + input.text() + ")", "nn.Sigmoid()", input);
    }

    @Override
    public PyValue hardSigmoid(PyValue input, double slope, double offset) {
        if ((float) slope == 1 / 6f && offset == 0.5) {
            return function("F.hardsigmoid(" + input.text() + ")", "nn.Hardsigmoid()", input);
        }
        return function(
                "(" + input.inner() + " * " + Text.number(slope) + " + " + Text.number(offset) + ").clamp(0, 1)",
                null,
                input);
    }

    @Override
    public PyValue leak(PyValue input, double slope) {
        String number = Text.number(slope);
        return function("F.leaky_relu(" + input.text() + ", " + number + ")", "nn.LeakyReLU(" + number + ")", input);
    }

    @Override
    public PyValue leakPerChannel(PyValue input, PyValue slopes) {
        int count = slopes.array().dimension(0);
        PyValue taken = count == 1 ? input : natural(input);
        String constructor = "nn.PReLU(" + (count == 1 ? "" : count) + ")";
        String layer = keep(constructor);
        vector(layer, "weight", slopes);
        return called(layer, constructor, taken, taken.shape()).ordered(taken.maps());
    }

    @Override
    public PyValue averageMaps(PyValue input) {
        return PyValue.of(
                input.inner() + ".mean((2, 3))",
                true,
                Shape.vector(input.shape().channels()));
    }

    @Override
    public PyValue maximumOfMaps(PyValue input) {
        return PyValue.of(
                input.inner() + ".amax((2, 3))",
                true,
                Shape.vector(input.shape().channels()));
    }

    @Override
    public PyValue concatenate(List<PyValue> inputs) {
        List<PyValue> taken = inputs.stream().map(this::natural).toList();
        return PyValue.of("torch.cat(" + listed(taken) + ", 1)", true, concatenated(taken));
    }

    @Override
    public PyValue shuffleChannels(PyValue input, int groups) {
        PyValue taken = natural(input);
        int inGroup = taken.shape().channels() / groups;
        return PyValue.of(
                taken.inner() + ".unflatten(1, (" + groups + ", " + inGroup + ")).transpose(1, 2).flatten(1, 2)",
                true,
                taken.shape());
    }

    @Override
    public PyValue enlarge(PyValue input, int rows, int columns) {
        Shape from = input.shape();
        String factors = "scale_factor=(" + rows + ", " + columns + ")";
        return PyValue.of(
                        "F.interpolate(" + input.text() + ", " + factors + ")",
                        true,
                        Shape.maps(from.height() * rows, from.width() * columns, from.channels()))
                .asLayer("nn.Upsample(" + factors + ")", input);
    }

    @Override
    public PyValue multiply(PyValue input, PyValue kernel, PyValue bias) {
        int in = kernel.array().dimension(0);
        int out = kernel.array().dimension(1);
        int channels = input.maps() == null ? in : input.maps().channels();
        String constructor = "nn.Linear(" + in + ", " + out + (bias == null ? ", bias=False" : "") + ")";
        String layer = keep(constructor);
        keep(layer, "weight", List.of((long) out, (long) in), () -> outputsFirst(kernel, in, out, channels));
        if (bias != null) {
            vector(layer, "bias", bias);
        }
        return called(layer, constructor, input, Shape.vector(out));
    }

    @Override
    PyValue natural(PyValue value) {
        Shape maps = value.maps();
        return maps == null
                ? value
                : PyValue.of(
                        value.inner() + ".unflatten(1, (" + maps.channels() + ", " + maps.height() + ", " + maps.width()
                                + ")).permute(0, 2, 3, 1).flatten(1)",
                        true,
                        value.shape());
    }

    @Override
    PyValue spread(PyValue vector) {
        int channels = vector.shape().channels();
        return PyValue.of(vector.inner() + "[:, :, None, None]", true, Shape.maps(1, 1, channels));
    }

    @Override
    public PyValue reshape(PyValue input, Shape shape) {
        Shape from = input.shape();
        if (!from.vector() && shape.vector()) {
            // Channels stay in front of rows and columns, as PyTorch's own networks flatten; a dense layer is told so.
            PyValue flat =
                    PyValue.of(input.inner() + ".flatten(1)", true, shape).asLayer("nn.Flatten()", input);
            return from.positions() == 1 ? flat : flat.ordered(from);
        }
        PyValue taken = natural(input);
        if (shape.vector()) {
            return taken;
        }
        if (from.vector() && shape.positions() == 1) {
            return spread(taken);
        }
        String last = from.vector() ? taken.inner() : taken.inner() + ".permute(0, 2, 3, 1).flatten(1)";
        return PyValue.of(
                last + ".unflatten(1, (" + shape.height() + ", " + shape.width() + ", " + shape.channels()
                        + ")).permute(0, 3, 1, 2)",
                true,
                shape);
    }

    @Override
    public PyValue softmax(PyValue input) {
        PyValue taken = natural(input);
        return PyValue.of(taken.inner() + ".softmax(1)", true, taken.shape()).asLayer("nn.Softmax(1)", taken);
    }

    @Override
    public PyValue padZeros(
            PyValue input, int top, int left, int bottom, int right, int channelsBefore, int channelsAfter) {
        Shape from = input.shape();
        String channels = channelsBefore + channelsAfter == 0 ? "" : ", " + channelsBefore + ", " + channelsAfter;
        return PyValue.of(
                "F.pad(" + input.text() + ", (" + left + ", " + right + ", " + top + ", " + bottom + channels + "))",
                true,
                Shape.maps(
                        from.height() + top + bottom,
                        from.width() + left + right,
                        from.channels() + channelsBefore + channelsAfter));
    }

    @Override
    public PyValue normaliseAcrossChannels(PyValue input, int size, double alpha, double beta, double k) {
        String numbers = size + ", " + Text.number(alpha) + ", " + Text.number(beta) + ", " + Text.number(k);
        if (size % 2 == 0) {
            throw new Unwritable("a local response normalisation of an even size that reaches to the other side");
        }
        return function(
                "F.local_response_norm(" + input.text() + ", " + numbers + ")",
                "nn.LocalResponseNorm(" + numbers + ")",
                input);
    }
}
