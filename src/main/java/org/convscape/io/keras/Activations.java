package org.convscape.io.keras;

import java.util.List;
import java.util.Optional;
import org.convscape.graph.Naming;
import org.convscape.io.JsonPlace;
import org.convscape.op.Operation;
import org.convscape.op.library.Clip;
import org.convscape.op.library.HardSigmoid;
import org.convscape.op.library.HardSwish;
import org.convscape.op.library.Identity;
import org.convscape.op.library.LeakyRelu;
import org.convscape.op.library.Relu;
import org.convscape.op.library.Relu6;
import org.convscape.op.library.Sigmoid;
import org.convscape.op.library.Softmax;
import org.convscape.op.library.Swish;

/** The functions that Keras names, as layers of their own and within others. */
final class Activations {
    private static final double NO_LIMIT = 3.4e38;

    /** Of the function; the layer's is 0.3. */
    private static final double LEAK = 0.2;

    private static final double SIX = 6;

    private Activations() {}

    /** The operations of Keras' ReLU, which may leak and may have a limit. */
    static List<Operation> rectifier(double leak, double limit) {
        if (limit >= NO_LIMIT) {
            return List.of(leak == 0 ? new Relu() : new LeakyRelu(leak));
        }
        if (leak == 0) {
            return List.of(limit == SIX ? new Relu6() : new Clip(0, limit));
        }
        return List.of(new LeakyRelu(leak), new Clip(-NO_LIMIT, limit));
    }

    /** The function of that name; empty for the one that does nothing. */
    static Optional<Operation> named(String name, boolean third) {
        return switch (name) {
            case "linear" -> Optional.empty();
            case "relu" -> Optional.of(new Relu());
            case "relu6" -> Optional.of(new Relu6());
            case "leaky_relu" -> Optional.of(new LeakyRelu(LEAK));
            case "sigmoid" -> Optional.of(new Sigmoid());
            // Keras 3 has taken PyTorch's slope; before it was Theano's.
            case "hard_sigmoid" -> Optional.of(third ? new HardSigmoid(1.0 / 6, 0.5) : new HardSigmoid(0.2, 0.5));
            case "swish", "silu" -> Optional.of(new Swish());
            case "hard_swish", "hard_silu" -> Optional.of(new HardSwish());
            case "softmax" -> Optional.of(new Softmax());
            default ->
                throw new Refused("its function " + Naming.quoted(name) + " is none of those here (relu, relu6,"
                        + " leaky_relu, sigmoid, hard_sigmoid, swish, hard_swish, softmax)");
        };
    }

    /** What a configuration calls the function, as text or as an object of Keras 3. */
    static String name(JsonPlace place) {
        if (place.absent()) {
            return "linear";
        }
        if (!place.isObject()) {
            return place.text("the name of a function");
        }
        JsonPlace config = place.field("config");
        boolean function = config.isText();
        String name = function
                ? config.text("the name of a function")
                : place.field("class_name").text("the name of a function");
        return name.substring(name.lastIndexOf('>') + 1);
    }

    /** What a layer gives once the function inside it has been applied, which becomes a node of its own. */
    static Value inside(Step step, Layer layer) {
        JsonPlace place = step.settings().any("activation");
        if (place.isObject() && place.field("config").isObject()) {
            return layerInside(step, layer, place);
        }
        return named(name(place), step.third())
                .map(operation -> Value.of(step.then(suffix(operation), operation, layer)))
                .orElse(Value.of(layer));
    }

    /** Keras takes a layer for a function too. */
    private static Value layerInside(Step step, Layer layer, JsonPlace place) {
        Settings settings = new Settings(place.field("config"));
        Layer last = layer;
        List<Operation> operations =
                switch (name(place)) {
                    case "ReLU" -> ElementKinds.rectifier(settings);
                    case "LeakyReLU" -> List.of(ElementKinds.leaky(settings));
                    case "Activation" ->
                        named(name(settings.any("activation")), step.third()).stream()
                                .toList();
                    default ->
                        throw new Refused("its function is the layer " + Naming.quoted(name(place))
                                + ", which is read as a layer of its own alone");
                };
        for (Operation operation : operations) {
            last = step.then(suffix(operation), operation, last);
        }
        return Value.of(last);
    }

    static String suffix(Operation operation) {
        return operation.type().id().replace('-', '_');
    }

    /** A layer that is one such function. */
    static Value of(Step step, Optional<Operation> function) {
        return Value.of(step.add(function.orElse(new Identity()), step.plain()));
    }
}
