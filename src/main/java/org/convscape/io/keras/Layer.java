package org.convscape.io.keras;

import java.util.List;
import java.util.Map;
import org.convscape.op.Operation;
import org.convscape.tensor.Shape;

/**
 * An operation of ours that a layer of Keras has become, or a part of it.
 */
final class Layer {
    private final List<String> module;
    private final String name;
    private final Operation operation;
    private final List<Layer> inputs;
    private final Shape shape;
    private final Map<String, Weight> weights;

    Layer(
            List<String> module,
            String name,
            Operation operation,
            List<Layer> inputs,
            Shape shape,
            Map<String, Weight> weights) {
        this.module = List.copyOf(module);
        this.name = name;
        this.operation = operation;
        this.inputs = List.copyOf(inputs);
        this.shape = shape;
        this.weights = Map.copyOf(weights);
    }

    List<String> module() {
        return module;
    }

    String name() {
        return name;
    }

    Operation operation() {
        return operation;
    }

    List<Layer> inputs() {
        return inputs;
    }

    Shape shape() {
        return shape;
    }

    Map<String, Weight> weights() {
        return weights;
    }
}
