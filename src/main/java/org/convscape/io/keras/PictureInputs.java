package org.convscape.io.keras;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.convscape.attribute.InvalidAttribute;
import org.convscape.graph.Naming;
import org.convscape.io.FileFailure;
import org.convscape.io.JsonPlace;
import org.convscape.io.keras.ModelText.Entry;
import org.convscape.op.library.Input;
import org.convscape.tensor.Shape;

/** What enters a model: pictures with channels last, pictures without channels, and vectors. */
final class PictureInputs {
    /** What stands in where a file leaves the size of its pictures open. */
    private static final int USUAL_SIDE = 224;

    private final Layers layers;
    private final Remarks remarks;

    PictureInputs(Layers layers, Remarks remarks) {
        this.layers = layers;
        this.remarks = remarks;
    }

    Value read(Entry entry) {
        String named = "its input " + Naming.quoted(entry.name());
        List<Integer> dimensions = new ArrayList<>();
        List<JsonPlace> given = shape(entry, named);
        for (int i = 0; i < given.size(); i++) {
            boolean side = given.size() > 1 && i < 2;
            if (given.get(i).absent() && !side) {
                throw new FileFailure(
                        named + " does not say how many " + (given.size() == 1 ? "values" : "channels") + " it has");
            }
            dimensions.add(given.get(i).absent() ? USUAL_SIDE : given.get(i).integer(1, Integer.MAX_VALUE));
            if (given.get(i).absent()) {
                remarks.note("The size of " + Naming.quoted(entry.name()) + " is free in the file; " + USUAL_SIDE
                        + " was taken for what it leaves open");
            }
        }
        Shape shape =
                switch (dimensions.size()) {
                    case 1 -> Shape.maps(1, 1, dimensions.get(0));
                    case 2 -> Shape.maps(dimensions.get(0), dimensions.get(1), 1);
                    default -> Shape.maps(dimensions.get(0), dimensions.get(1), dimensions.get(2));
                };
        try {
            return new Value(
                    layers.add(List.of(), entry.name(), Input.of(shape), List.of(), Map.of()), dimensions, List.of());
        } catch (Refused | InvalidAttribute e) {
            throw new FileFailure(named + " is " + shape + ": " + e.getMessage(), e);
        }
    }

    /** The dimensions without the batch. */
    private static List<JsonPlace> shape(Entry entry, String named) {
        Settings settings = new Settings(entry.config());
        if (!entry.config().isObject() || !settings.says("batch_shape", "batch_input_shape", "build_input_shape")) {
            throw new FileFailure(named + " does not say how large its pictures are; build the model for a size and"
                    + " save it anew");
        }
        List<JsonPlace> dimensions = settings.any("batch_shape", "batch_input_shape", "build_input_shape")
                .elements();
        if (dimensions.size() < 2 || dimensions.size() > 4) {
            throw new FileFailure(named + " has " + dimensions.size()
                    + " dimensions; a batch of pictures has 4, or 3 without channels, one of vectors 2");
        }
        return dimensions.subList(1, dimensions.size());
    }
}
