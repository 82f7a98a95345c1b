package org.convscape.io.keras;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.convscape.op.Operation;

/** One call of a layer on its way into operations of ours: its settings, what enters it, and what it may add. */
final class Step {
    private final Settings settings;
    private final List<Value> inputs;
    private final List<Double> numbers;
    private final LayerArrays arrays;
    private final Layers layers;
    private final List<String> module;
    private final String name;
    private final boolean third;

    /**
     * A step.
     *
     * @param numbers what it is given beside its inputs
     * @param module the groups around it
     * @param name what its operation is called
     * @param third whether Keras 3 wrote the file: some functions changed with it
     */
    Step(
            Settings settings,
            List<Value> inputs,
            List<Double> numbers,
            LayerArrays arrays,
            Layers layers,
            List<String> module,
            String name,
            boolean third) {
        this.settings = settings;
        this.inputs = inputs;
        this.numbers = List.copyOf(numbers);
        this.arrays = arrays;
        this.layers = layers;
        this.module = module;
        this.name = name;
        this.third = third;
    }

    Settings settings() {
        return settings;
    }

    boolean third() {
        return third;
    }

    List<Value> inputs() {
        return inputs;
    }

    /** The number that it is given beside its only input, where that is all. */
    Optional<Double> number() {
        return inputs.size() == 1 && numbers.size() == 1 ? Optional.of(numbers.get(0)) : Optional.empty();
    }

    /** The only input. */
    Value input() {
        if (inputs.size() != 1) {
            throw new Refused("it takes " + inputs.size() + " inputs; one was expected");
        }
        return inputs.get(0);
    }

    /** The input as maps or a vector. */
    Layer plain() {
        return plain(input());
    }

    Layer plain(Value value) {
        return layers.plain(value);
    }

    /** The input as maps. */
    Layer maps() {
        Layer layer = plain();
        if (layer.shape().vector()) {
            throw new Refused("its input is a vector of " + layer.shape() + "; maps (rows, columns, channels) were"
                    + " expected");
        }
        return layer;
    }

    /** The values of an operation under other dimensions. */
    Value seen(Layer layer, List<Integer> dimensions) {
        List<String> view = new ArrayList<>(module);
        view.add(name);
        return new Value(layer, dimensions, view);
    }

    /** Says that the layer has such an array, in the order in which Keras keeps them. */
    Weight weight(String part, Integer... dimensions) {
        arrays.want(part);
        return Weight.of(arrays, part, List.of(dimensions));
    }

    /** Adds the operation that bears the layer's name. */
    Layer add(Operation operation, Layer input, Map<String, Weight> weights) {
        return layers.add(module, name, operation, List.of(input), weights);
    }

    Layer add(Operation operation, Layer input) {
        return add(operation, input, Map.of());
    }

    Layer add(Operation operation, List<Layer> several) {
        return layers.add(module, name, operation, several, Map.of());
    }

    /** Adds a part of the layer, in a group that bears the layer's name. */
    Layer within(String part, Operation operation, Layer input, Map<String, Weight> weights) {
        List<String> inside = new ArrayList<>(module);
        inside.addAll(Paths.parts(name));
        return layers.add(inside, part, operation, List.of(input), weights);
    }

    /** Adds what the layer does after its main part. */
    Layer then(String suffix, Operation operation, Layer input) {
        return layers.add(module, name + "_" + suffix, operation, List.of(input), Map.of());
    }

    /** Maps seen channels first cannot be computed. */
    void refuseChannelsFirst() {
        String format = settings.text("channels_last", "data_format", "dim_ordering");
        if (format.equals("channels_first") || format.equals("th")) {
            throw new Refused("it has channels before rows and columns (" + format
                    + "); save the model with channels last, which is what is read");
        }
    }
}
