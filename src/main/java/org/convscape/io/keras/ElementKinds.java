package org.convscape.io.keras;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.convscape.attribute.Padding;
import org.convscape.attribute.Size;
import org.convscape.io.JsonPlace;
import org.convscape.op.Operation;
import org.convscape.op.library.BatchNorm;
import org.convscape.op.library.Conv2d;
import org.convscape.op.library.Dense;
import org.convscape.op.library.Dropout;
import org.convscape.op.library.Identity;
import org.convscape.op.library.LeakyRelu;
import org.convscape.op.library.PRelu;
import org.convscape.op.library.Scale;
import org.convscape.op.library.Softmax;

/** Dense layers, normalisations, activations, and layers that do nothing but in training. */
final class ElementKinds {
    private static final double NO_LIMIT = Double.MAX_VALUE;
    private static final double LEAK = 0.3;

    /** The least that is added to a variance; a variance of 1 stays 1 beside it. */
    private static final double LEAST_EPSILON = 1e-12;

    private ElementKinds() {}

    static void addTo(Map<String, Kind> kinds) {
        kinds.put("Dense", ElementKinds::dense);
        kinds.put("BatchNormalization", ElementKinds::batchNorm);
        kinds.put("Rescaling", ElementKinds::rescaled);
        kinds.put("Normalization", ElementKinds::normalised);
        kinds.put(
                "Activation",
                step -> Activations.of(
                        step, Activations.named(Activations.name(step.settings().any("activation")), step.third())));
        kinds.put("ReLU", step -> chained(step, rectifier(step.settings())));
        kinds.put("LeakyReLU", step -> chained(step, List.of(leaky(step.settings()))));
        kinds.put("PReLU", ElementKinds::learned);
        kinds.put("Softmax", ElementKinds::softmax);
        for (String name : new String[] {"Dropout", "SpatialDropout2D"}) {
            kinds.put(name, ElementKinds::dropout);
        }
        for (String name :
                ("GaussianNoise GaussianDropout AlphaDropout ActivityRegularization RandomFlip RandomRotation"
                                + " RandomZoom RandomContrast RandomTranslation RandomBrightness")
                        .split(" ")) {
            kinds.put(name, step -> Activations.of(step, Optional.of(new Identity())));
        }
    }

    private static Value chained(Step step, List<Operation> operations) {
        Layer last = step.add(operations.get(0), step.plain());
        for (Operation operation : operations.subList(1, operations.size())) {
            last = step.then(Activations.suffix(operation), operation, last);
        }
        return Value.of(last);
    }

    static List<Operation> rectifier(Settings settings) {
        double threshold = settings.number(0, "threshold");
        if (threshold != 0) {
            throw new Refused("it begins at " + threshold + "; here a rectifier begins at 0");
        }
        return Activations.rectifier(settings.number(0, "negative_slope"), settings.number(NO_LIMIT, "max_value"));
    }

    static Operation leaky(Settings settings) {
        return new LeakyRelu(settings.number(LEAK, "negative_slope", "alpha"));
    }

    /** Over maps Keras takes the channels of each position, as a convolution of one pixel does. */
    private static Value dense(Step step) {
        Settings settings = step.settings();
        Layer input = step.plain();
        int units = settings.whole("units", "output_dim");
        boolean bias = settings.flag(true, "use_bias", "bias");
        int channels = input.shape().channels();
        boolean vector = input.shape().vector();
        Map<String, Weight> weights = new HashMap<>();
        weights.put(
                "kernel",
                vector ? step.weight("kernel", channels, units) : step.weight("kernel", 1, 1, channels, units));
        if (bias) {
            weights.put("bias", step.weight("bias", units));
        }
        Size one = Size.square(1);
        Operation operation =
                vector ? new Dense(units, bias) : new Conv2d(units, one, one, Padding.VALID, one, 1, bias);
        return Activations.inside(step, step.add(operation, input, weights));
    }

    private static Value batchNorm(Step step) {
        Settings settings = step.settings();
        Value value = step.input();
        if (settings.says("mode") && settings.any("mode").integer(0, 2) != 0) {
            throw new Refused("its mode is not 0: it measures its pictures, also when it is not trained");
        }
        acrossChannels(settings, value);
        Layer input = step.plain();
        int channels = input.shape().channels();
        boolean scale = settings.flag(true, "scale");
        Map<String, Weight> weights = new HashMap<>();
        if (scale) {
            weights.put("gamma", step.weight("gamma", channels));
        }
        weights.put("beta", settings.flag(true, "center") ? step.weight("beta", channels) : Weight.of(channels, 0));
        weights.put("mean", step.weight("moving_mean", channels));
        weights.put("variance", step.weight("moving_variance", channels));
        return Value.of(step.add(new BatchNorm(settings.number(1e-3, "epsilon"), scale), input, weights));
    }

    /** Statistics may be for the channels alone. */
    private static void acrossChannels(Settings settings, Value value) {
        JsonPlace axis = settings.any("axis");
        if (axis.absent()) {
            return;
        }
        List<JsonPlace> axes = axis.isList() ? axis.elements() : List.of(axis);
        int last = value.rank() - 1;
        if (axes.size() != 1 || value.axis(axes.get(0).integer(Short.MIN_VALUE, Short.MAX_VALUE)) != last) {
            throw new Refused("it goes along axis " + axis.found() + " of " + value.text()
                    + "; here it can go along the channels, which are last");
        }
    }

    /** A factor is a scaling; with numbers for each channel, or something added, it is a normalisation. */
    private static Value rescaled(Step step) {
        Settings settings = step.settings();
        return rescaled(
                step, settings.numbers("scale"), settings.says("offset") ? settings.numbers("offset") : List.of(0.0));
    }

    static Value rescaled(Step step, List<Double> factors, List<Double> shifts) {
        Layer input = step.plain();
        if (factors.size() == 1 && shifts.stream().allMatch(each -> each == 0)) {
            return Value.of(step.add(new Scale(factors.get(0)), input));
        }
        int channels = input.shape().channels();
        return Value.of(step.add(
                new BatchNorm(LEAST_EPSILON, true),
                input,
                Map.of(
                        "gamma", spread(factors, channels),
                        "beta", spread(shifts, channels),
                        "mean", Weight.of(channels, 0),
                        "variance", Weight.of(channels, 1))));
    }

    private static Weight spread(List<Double> numbers, int channels) {
        if (numbers.size() != 1 && numbers.size() != channels) {
            throw new Refused("it has " + numbers.size() + " numbers for " + channels + " channels");
        }
        List<Float> spread = new ArrayList<>();
        for (int i = 0; i < channels; i++) {
            spread.add(numbers.get(numbers.size() == 1 ? 0 : i).floatValue());
        }
        return Weight.of(spread);
    }

    private static Value normalised(Step step) {
        Settings settings = step.settings();
        acrossChannels(settings, step.input());
        if (settings.flag(false, "invert")) {
            throw new Refused("it is turned round: it takes a normalisation back");
        }
        Layer input = step.plain();
        int channels = input.shape().channels();
        boolean said = settings.says("mean") && settings.says("variance");
        return Value.of(step.add(
                new BatchNorm(LEAST_EPSILON, false),
                input,
                Map.of(
                        "beta", Weight.of(channels, 0),
                        "mean", said ? spread(settings.numbers("mean"), channels) : step.weight("mean", channels),
                        "variance",
                                said
                                        ? spread(settings.numbers("variance"), channels)
                                        : step.weight("variance", channels))));
    }

    private static Value learned(Step step) {
        Value value = step.input();
        Layer input = step.plain();
        List<Integer> shared = step.settings().says("shared_axes")
                ? Settings.integers(step.settings().any("shared_axes"), 1)
                : List.of();
        boolean all = shared.size() == value.rank();
        if (!all && input.shape().positions() > 1 && !shared.containsAll(value.axesOfPositions())) {
            throw new Refused(
                    "it has a slope for every row and column; here there is one for each channel, or one" + " for all");
        }
        int slopes = all ? 1 : input.shape().channels();
        return Value.of(step.add(new PRelu(all), input, Map.of("slope", step.weight("alpha", slopes))));
    }

    private static Value softmax(Step step) {
        acrossChannels(step.settings(), step.input());
        return Activations.of(step, Optional.of(new Softmax()));
    }

    private static Value dropout(Step step) {
        return Activations.of(step, Optional.of(new Dropout(step.settings().number(0.5, "rate", "p"))));
    }
}
