package org.convscape.io.keras;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeSet;
import org.convscape.attribute.InvalidAttribute;
import org.convscape.graph.Naming;
import org.convscape.io.FileFailure;
import org.convscape.io.JsonPlace;
import org.convscape.io.keras.ModelText.Call;
import org.convscape.io.keras.ModelText.Entry;
import org.convscape.io.keras.ModelText.Source;
import org.convscape.op.InvalidShape;

/** Goes through the layers of a model, each after those it takes from, and makes operations of them. */
final class Translation {
    /** A model called twice in one called twice in one … would be more layers than any memory has. */
    private static final int MOST_CALLS = 20_000;

    private static final Set<String> RESCALING = Set.of("Rescaling", "Normalization");

    private final boolean third;
    private final Layers layers = new Layers();
    private final Remarks remarks = new Remarks();
    private final Map<LayerPlace, LayerArrays> arrays = new LinkedHashMap<>();
    private int calls;
    private boolean rescales;
    private boolean grouped;

    /**
     * A translation.
     *
     * @param third whether Keras 3 wrote the file
     */
    Translation(boolean third) {
        this.third = third;
    }

    /**
     * Where a model stands within the outermost one.
     *
     * @param module the groups of its layers
     * @param models the models around its layers, below the outermost
     * @param folder where Keras 3 keeps their arrays
     */
    private record Around(List<String> module, List<String> models, String folder) {
        Around {
            module = List.copyOf(module);
            models = List.copyOf(models);
        }

        LayerPlace place(String counted, String name) {
            return new LayerPlace(models, folder, counted, name);
        }

        Around within(String group, Entry entry, String counted) {
            List<String> deeper = new ArrayList<>(module);
            deeper.addAll(Paths.parts(group));
            List<String> inside = new ArrayList<>(models);
            inside.add(entry.name());
            return new Around(deeper, inside, folder + "layers/" + counted + "/");
        }
    }

    /** One call that has not been read yet. */
    private record Waiting(int order, Entry entry, int number) {}

    Layers layers() {
        return layers;
    }

    Remarks remarks() {
        return remarks;
    }

    /** The layers that have arrays, with those they want, in the order of the configuration as far as that goes. */
    List<LayerArrays> arrays() {
        return arrays.values().stream().filter(each -> !each.parts().isEmpty()).toList();
    }

    /** True where layers stand in models within the model, or in blocks that their names tell of. */
    boolean grouped() {
        return grouped;
    }

    /** True where what enters is rescaled or normalised by the first layer. */
    boolean rescales() {
        return rescales;
    }

    /** Reads the outermost model. */
    void run(JsonPlace model) {
        String type = model.field("class_name").text("the class of a model");
        JsonPlace config = model.field("config");
        if (!config.isList() && (!config.isObject() || !config.field("layers").isList())) {
            throw model.failure("a Sequential or Functional model with its layers was expected, found "
                    + Naming.quoted(type) + ", whose layers stand in code alone");
        }
        for (Value result : model(ModelText.read(type, config), new Around(List.of(), List.of(), ""), List.of())) {
            laid(result);
        }
    }

    /** A result that was only reshaped at last is laid out so. */
    private void laid(Value result) {
        try {
            if (!result.lost()) {
                layers.plain(result);
            }
        } catch (Refused e) {
            remarks.note("The result is left in the layout that it has before it is reshaped: " + e.getMessage());
        }
    }

    /** What a model gives for what enters it; nothing enters the outermost, which begins with pictures. */
    private List<Value> model(ModelText model, Around around, List<Value> entering) {
        Map<Source, Value> values = new HashMap<>();
        Map<String, String> counted = ArrayFolders.counted(model.layers());
        Map<String, String> blocks =
                Paths.blocks(model.layers().stream().map(Entry::name).toList());
        for (Entry entry : model.layers()) {
            if (entry.isInput()) {
                Source source = new Source(entry.name(), 0, 0);
                values.put(
                        source, entered(entry, around, entering, model.inputs().indexOf(source)));
            }
        }
        for (Waiting each : inOrder(model, values.keySet())) {
            Call call = each.entry().calls().get(each.number());
            if (++calls > MOST_CALLS) {
                throw new FileFailure("it would be more than " + MOST_CALLS + " layers");
            }
            List<Value> given = read(
                    each,
                    call,
                    inputs(each.entry(), call, values, around),
                    around,
                    counted.get(each.entry().name()),
                    blocks.get(each.entry().name()));
            for (int i = 0; i < given.size(); i++) {
                values.put(new Source(each.entry().name(), each.number(), i), given.get(i));
            }
        }
        return model.outputs().stream()
                .map(output -> values.getOrDefault(output, Value.LOST))
                .toList();
    }

    private Value entered(Entry entry, Around around, List<Value> entering, int index) {
        if (around.models().isEmpty()) {
            return new PictureInputs(layers, remarks).read(entry);
        }
        return index >= 0 && index < entering.size() ? entering.get(index) : Value.LOST;
    }

    /** What enters a call; empty where nothing gives it. */
    private Optional<List<Value>> inputs(Entry entry, Call call, Map<Source, Value> values, Around around) {
        List<Value> inputs = new ArrayList<>();
        for (Source source : call.sources()) {
            Value value = values.get(source);
            if (value == null) {
                remarks.failure(
                        around.place("", entry.name()).text(entry.type()),
                        "it takes from " + Naming.quoted(source.layer()) + " what nothing in the file gives");
                return Optional.empty();
            }
            if (value.lost()) {
                remarks.lost();
                return Optional.empty();
            }
            inputs.add(value);
        }
        return Optional.of(inputs);
    }

    private List<Value> read(
            Waiting waiting, Call call, Optional<List<Value>> inputs, Around around, String counted, String block) {
        Entry entry = waiting.entry();
        if (inputs.isEmpty()) {
            return List.of(Value.LOST);
        }
        LayerPlace place = around.place(counted, entry.name());
        String text = place.text(entry.type());
        String name = waiting.number() == 0 ? entry.name() : entry.name() + "_" + (waiting.number() + 1);
        if (waiting.number() == 1) {
            remarks.note(text + " is called " + entry.calls().size() + " times and stands here as many times, with the"
                    + " same weights; they are counted each time");
        }
        try {
            grouped |= entry.isModel() || block != null;
            if (entry.isModel()) {
                return model(
                        ModelText.read(entry.type(), entry.config()),
                        around.within(name, entry, counted),
                        inputs.get());
            }
            List<String> module = new ArrayList<>(around.module());
            if (block != null) {
                module.add(block);
            }
            LayerArrays wanted = arrays.computeIfAbsent(place, key -> new LayerArrays(key, entry.type()));
            Settings settings = new Settings(JsonPlace.root(text, entry.config().node()));
            Step step = new Step(settings, inputs.get(), call.numbers(), wanted, layers, module, name, third);
            Value read = Kinds.read(entry.type(), step, call.training());
            rescales |= RESCALING.contains(entry.type())
                    && inputs.get().get(0).layer().inputs().isEmpty();
            return List.of(read);
        } catch (Refused | InvalidAttribute | InvalidShape e) {
            remarks.failure(text, e.getMessage());
        } catch (FileFailure e) {
            remarks.failure(e.getMessage());
        } catch (ArithmeticException | IllegalArgumentException e) {
            remarks.failure(text, "its settings are out of range (" + e.getMessage() + ")");
        }
        return List.of(Value.LOST);
    }

    /** Every call after those it takes from; where several could be next, in the order of the file. */
    private static List<Waiting> inOrder(ModelText model, Set<Source> given) {
        Map<String, Map<Integer, Waiting>> all = new HashMap<>();
        int order = 0;
        for (Entry entry : model.layers()) {
            for (int i = 0; i < entry.calls().size() && !entry.isInput(); i++) {
                all.computeIfAbsent(entry.name(), key -> new LinkedHashMap<>()).put(i, new Waiting(order++, entry, i));
            }
        }
        Map<Integer, Integer> missing = new HashMap<>();
        Map<Waiting, List<Waiting>> takers = new IdentityHashMap<>();
        PriorityQueue<Waiting> ready = new PriorityQueue<>(Comparator.comparingInt(Waiting::order));
        List<Waiting> waiting = all.values().stream()
                .flatMap(calls -> calls.values().stream())
                .sorted(Comparator.comparingInt(Waiting::order))
                .toList();
        for (Waiting each : waiting) {
            Set<Integer> before = new TreeSet<>();
            for (Source source : each.entry().calls().get(each.number()).sources()) {
                Waiting maker = all.getOrDefault(source.layer(), Map.of()).get(source.call());
                if (maker != null && !given.contains(source) && before.add(maker.order())) {
                    takers.computeIfAbsent(maker, key -> new ArrayList<>()).add(each);
                }
            }
            missing.put(each.order(), before.size());
            if (before.isEmpty()) {
                ready.add(each);
            }
        }
        List<Waiting> ordered = new ArrayList<>();
        while (!ready.isEmpty()) {
            Waiting next = ready.poll();
            ordered.add(next);
            for (Waiting taker : takers.getOrDefault(next, List.of())) {
                if (missing.merge(taker.order(), -1, Integer::sum) == 0) {
                    ready.add(taker);
                }
            }
        }
        if (ordered.size() < waiting.size()) {
            Waiting stuck = waiting.stream()
                    .filter(each -> missing.get(each.order()) > 0)
                    .findFirst()
                    .orElseThrow();
            throw new FileFailure("its layers form a circle: "
                    + Naming.quoted(stuck.entry().name()) + " (" + stuck.entry().type() + ") waits for itself");
        }
        return ordered;
    }
}
