package org.convscape.io.keras;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.convscape.attribute.InvalidAttribute;
import org.convscape.attribute.Size;
import org.convscape.op.InvalidShape;
import org.convscape.op.Operation;
import org.convscape.op.WeightSpec;
import org.convscape.op.library.Flatten;
import org.convscape.op.library.Unflatten;
import org.convscape.tensor.Shape;

/** The operations that a model has become so far. */
final class Layers {
    private final List<Layer> all = new ArrayList<>();
    private final Map<Laid, Layer> laid = new HashMap<>();

    /** What is laid out otherwise, and how. */
    private record Laid(Layer layer, List<Integer> dimensions) {
        Laid {
            dimensions = List.copyOf(dimensions);
        }
    }

    List<Layer> all() {
        return all;
    }

    /** Adds an operation; of the weights those that it has. */
    Layer add(List<String> module, String name, Operation operation, List<Layer> inputs, Map<String, Weight> weights) {
        List<Shape> shapes = inputs.stream().map(Layer::shape).toList();
        Layer layer;
        try {
            layer = new Layer(module, name, operation, inputs, operation.infer(shapes), weights);
        } catch (InvalidShape | InvalidAttribute e) {
            throw new Refused(e.getMessage());
        }
        for (WeightSpec spec : operation.weights(shapes)) {
            Weight weight = weights.get(spec.name());
            if (weight == null || !weight.dimensions().equals(spec.dimensions())) {
                throw new Refused("its " + spec.name() + " should be " + spec.dimensions() + " and "
                        + (weight == null ? "is missing" : "is " + weight.dimensions()));
            }
        }
        all.add(layer);
        return layer;
    }

    /** The value as maps or a vector, whichever it is for Keras. */
    Layer plain(Value value) {
        if (value.plain()) {
            return value.layer();
        }
        if (value.rank() != 1 && value.rank() != 3) {
            throw new Refused(
                    "its input of " + value.text() + " is neither maps (rows, columns, channels) nor a vector");
        }
        return laid.computeIfAbsent(new Laid(value.layer(), value.dimensions()), key -> laid(value));
    }

    /** Named after the layer of Keras that wanted it so. */
    private Layer laid(Value value) {
        List<String> module = value.view().subList(0, Math.max(0, value.view().size() - 1));
        String name = value.view().isEmpty()
                ? value.layer().name() + "_flatten"
                : value.view().get(module.size());
        boolean both = !value.layer().shape().vector() && value.rank() == 3;
        Layer flat = value.layer().shape().vector()
                ? value.layer()
                : add(module, both ? name + "_flatten" : name, new Flatten(), List.of(value.layer()), Map.of());
        if (value.rank() == 1) {
            return flat;
        }
        Size size = new Size(value.dimensions().get(0), value.dimensions().get(1));
        return add(module, name, new Unflatten(size), List.of(flat), Map.of());
    }
}
