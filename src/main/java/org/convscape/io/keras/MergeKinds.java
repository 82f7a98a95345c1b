package org.convscape.io.keras;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.convscape.graph.Naming;
import org.convscape.io.JsonPlace;
import org.convscape.op.library.Add;
import org.convscape.op.library.Concat;
import org.convscape.op.library.Multiply;
import org.convscape.op.library.Scale;
import org.convscape.op.library.Subtract;

/** Where branches join. */
final class MergeKinds {
    private MergeKinds() {}

    static void addTo(Map<String, Kind> kinds) {
        kinds.put("Add", MergeKinds::sum);
        kinds.put("Subtract", step -> Value.of(step.add(new Subtract(), several(step))));
        kinds.put("Multiply", MergeKinds::product);
        kinds.put("Average", MergeKinds::mean);
        kinds.put("Concatenate", step -> joined(step, "axis"));
        kinds.put("Merge", MergeKinds::merged);
        kinds.put("TFOpLambda", MergeKinds::arithmetic);
    }

    private static List<Layer> several(Step step) {
        if (step.inputs().size() < 2) {
            throw new Refused("it takes " + step.inputs().size() + " layer and perhaps a number; two layers or more"
                    + " were expected");
        }
        return step.inputs().stream().map(step::plain).toList();
    }

    private static Value sum(Step step) {
        if (step.number().isPresent()) {
            return ElementKinds.rescaled(
                    step, List.of(1.0), List.of(step.number().get()));
        }
        return Value.of(step.add(new Add(), several(step)));
    }

    /** Ours wants the maps first, and what is one value for each channel behind them. */
    private static Value product(Step step) {
        if (step.number().isPresent()) {
            return ElementKinds.rescaled(step, List.of(step.number().get()), List.of(0.0));
        }
        List<Layer> factors = several(step).stream()
                .sorted(Comparator.comparingLong((Layer layer) -> -layer.shape().positions()))
                .toList();
        return Value.of(step.add(new Multiply(), factors));
    }

    private static Value mean(Step step) {
        Layer sum = step.add(new Add(), several(step));
        return Value.of(step.then("scale", new Scale(1.0 / step.inputs().size()), sum));
    }

    private static Value joined(Step step, String setting) {
        JsonPlace place = step.settings().any(setting);
        Value first = step.inputs().isEmpty() ? Value.LOST : step.inputs().get(0);
        List<Layer> inputs = several(step);
        int axis = place.absent() ? -1 : place.integer(Short.MIN_VALUE, Short.MAX_VALUE);
        if (first.axis(axis) != first.rank() - 1) {
            throw new Refused("it goes along axis " + axis + " of " + first.text()
                    + "; here channels are put behind one another, which are last");
        }
        return Value.of(step.add(new Concat(), inputs));
    }

    /** What {@code x + 3} or {@code x * y} becomes between layers of Keras 2: a function of TensorFlow by its name. */
    private static Value arithmetic(Step step) {
        String function = step.settings().text("", "function");
        if (step.number().isPresent()) {
            if (function.equals("__operators__.add") || function.equals("math.add")) {
                return sum(step);
            }
            if (function.equals("math.multiply")) {
                return product(step);
            }
        }
        throw new Refused("it stands for the function " + Naming.quoted(function)
                + " of TensorFlow; of those only adding" + " a number and multiplying by one are read");
    }

    /** Keras 1 has one layer for all. */
    private static Value merged(Step step) {
        String mode = step.settings().text("sum", "mode");
        return switch (mode) {
            case "sum" -> sum(step);
            case "mul" -> product(step);
            case "ave" -> mean(step);
            case "concat" -> joined(step, "concat_axis");
            default -> throw new Refused("its mode " + Naming.quoted(mode) + " is none of sum, mul, ave and concat");
        };
    }
}
