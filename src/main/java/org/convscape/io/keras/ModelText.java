package org.convscape.io.keras;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.convscape.graph.Naming;
import org.convscape.io.JsonPlace;

/**
 * A model as its configuration describes it: layers, and which calls of them take from which. Reads what Keras 1 to 3
 * have written; a Sequential model is one whose layers take from one another in order.
 *
 * @param inputs the layers that values enter by
 * @param outputs what the model gives
 */
record ModelText(List<Entry> layers, List<Source> inputs, List<Source> outputs) {

    /**
     * What a call of a layer gives.
     *
     * @param call which of the layer's calls, from 0
     * @param output which of the values that it gives, from 0
     */
    record Source(String layer, int call, int output) {}

    /**
     * One call of a layer.
     *
     * @param training whether it is called in training mode, whatever the model is in
     * @param numbers what it is given beside values of other layers, as {@code x + 3} is
     */
    record Call(List<Source> sources, boolean training, List<Double> numbers) {}

    /** A layer: its class, its settings and its calls. */
    record Entry(String name, String type, JsonPlace config, List<Call> calls) {

        boolean isInput() {
            return type.equals(INPUT);
        }

        /** A model within the model. */
        boolean isModel() {
            return (config.isObject() && config.field("layers").isList())
                    || (type.equals("Sequential") && config.isList());
        }
    }

    private static final String INPUT = "InputLayer";
    private static final String USUAL_INPUT = "input";
    private static final String SEQUENTIAL = "Sequential";

    /** Reads the configuration of a model. */
    static ModelText read(String type, JsonPlace config) {
        boolean list = config.isList();
        JsonPlace layers = list ? config : config.field("layers");
        List<Entry> entries = new ArrayList<>();
        Map<String, Entry> byName = new LinkedHashMap<>();
        boolean sequential =
                list || type.equals(SEQUENTIAL) || config.field("input_layers").absent();
        for (JsonPlace each : layers.elements()) {
            Entry entry = entry(each, sequential, entries.size() + 1);
            if (byName.put(entry.name(), entry) != null) {
                throw each.failure("two layers are called " + Naming.quoted(entry.name())
                        + "; the names of a model's layers were expected to differ");
            }
            entries.add(entry);
        }
        if (entries.isEmpty()) {
            throw layers.failure("a model with layers was expected, and there are none");
        }
        return sequential
                ? inOrder(entries, config)
                : new ModelText(entries, sources(config.field("input_layers")), sources(config.field("output_layers")));
    }

    private static Entry entry(JsonPlace place, boolean sequential, int number) {
        String given = place.field("class_name").text("the class of a layer");
        String type = given.substring(given.lastIndexOf('>') + 1);
        JsonPlace config = place.field("config");
        JsonPlace named =
                place.field("name").absent() && config.isObject() ? config.field("name") : place.field("name");
        // The oldest Sequential models name some of their layers nowhere.
        String name = named.absent() && sequential ? type + "_" + number : named.text("the name of a layer");
        return new Entry(name, type, config, sequential ? List.of() : calls(place.field("inbound_nodes")));
    }

    private static List<Call> calls(JsonPlace nodes) {
        List<Call> calls = new ArrayList<>();
        if (nodes.absent()) {
            return calls;
        }
        for (JsonPlace node : nodes.elements()) {
            if (node.isObject()) {
                List<Source> sources = new ArrayList<>();
                List<Double> numbers = new ArrayList<>();
                collect(node.field("args"), sources, numbers);
                collect(node.field("kwargs"), sources, numbers);
                calls.add(new Call(sources, training(node.field("kwargs")), numbers));
            } else {
                List<JsonPlace> given = arguments(node);
                calls.add(new Call(
                        sources(node),
                        given.stream().anyMatch(ModelText::training),
                        given.stream()
                                .map(each -> each.field("y"))
                                .filter(JsonPlace::isNumber)
                                .map(JsonPlace::number)
                                .toList()));
            }
        }
        return calls;
    }

    /** Keras 3: the tensors among the arguments of a call, however they are nested, and the numbers beside them. */
    private static void collect(JsonPlace arguments, List<Source> sources, List<Double> numbers) {
        if (arguments.isList()) {
            arguments.elements().forEach(each -> collect(each, sources, numbers));
        } else if (arguments.isNumber()) {
            numbers.add(arguments.number());
        } else if (arguments.isObject()) {
            JsonPlace history = arguments.field("config").isObject()
                    ? arguments.field("config").field("keras_history")
                    : arguments.field("keras_history");
            if (history.absent()) {
                arguments.fields().values().forEach(each -> collect(each, sources, numbers));
            } else {
                sources.add(source(history));
            }
        }
    }

    /** One {@code [layer, call, output]}, or a list of such. */
    private static List<Source> sources(JsonPlace place) {
        List<JsonPlace> elements = place.elements();
        if (!elements.isEmpty() && elements.get(0).isText()) {
            return List.of(source(place));
        }
        return elements.stream().map(ModelText::source).toList();
    }

    private static Source source(JsonPlace place) {
        List<JsonPlace> parts = place.elements();
        if (parts.size() < 3) {
            throw place.expected("a layer, a call of it and an output");
        }
        return new Source(
                parts.get(0).text("the name of a layer"),
                parts.get(1).integer(0, Integer.MAX_VALUE),
                parts.get(2).integer(0, Integer.MAX_VALUE));
    }

    /** Keras 1 and 2: what a call is given by name, beside each of the tensors that it takes or the only one. */
    private static List<JsonPlace> arguments(JsonPlace node) {
        List<JsonPlace> tensors = node.elements();
        boolean single = !tensors.isEmpty() && tensors.get(0).isText();
        return (single ? List.of(node) : tensors)
                .stream()
                        .map(JsonPlace::elements)
                        .filter(parts -> parts.size() > 3 && parts.get(3).isObject())
                        .map(parts -> parts.get(3))
                        .toList();
    }

    private static boolean training(JsonPlace arguments) {
        JsonPlace training = arguments.isObject() ? arguments.field("training") : arguments;
        return arguments.isObject() && !training.absent() && training.node().asBoolean();
    }

    private static ModelText inOrder(List<Entry> entries, JsonPlace config) {
        List<Entry> chained = new ArrayList<>();
        if (!entries.get(0).isInput()) {
            String name = entries.stream().anyMatch(each -> each.name().equals(USUAL_INPUT)) ? "picture" : USUAL_INPUT;
            chained.add(new Entry(name, INPUT, shapes(entries.get(0).config(), config), List.of()));
        }
        for (Entry each : entries) {
            List<Call> calls =
                    chained.isEmpty() ? List.of() : List.of(new Call(List.of(last(chained)), false, List.of()));
            chained.add(new Entry(each.name(), each.type(), each.config(), calls));
        }
        return new ModelText(chained, List.of(new Source(chained.get(0).name(), 0, 0)), List.of(last(chained)));
    }

    private static Source last(List<Entry> entries) {
        return new Source(entries.get(entries.size() - 1).name(), 0, 0);
    }

    /** What says how large the input is: the first layer, one that it holds, or the model. */
    private static JsonPlace shapes(JsonPlace first, JsonPlace model) {
        if (first.isObject()
                && (!first.field("batch_input_shape").absent()
                        || !first.field("batch_shape").absent())) {
            return first;
        }
        return model.isObject() ? model : first;
    }
}
