package org.convscape.io.onnx.importing;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.convscape.attribute.Size;
import org.convscape.op.Operation;
import org.convscape.op.library.Dropout;
import org.convscape.op.library.Flatten;
import org.convscape.op.library.GlobalAveragePool;
import org.convscape.op.library.GlobalMaxPool;
import org.convscape.op.library.Identity;
import org.convscape.op.library.Upsample;
import org.convscape.tensor.Shape;

/** Operators that only change how values are seen, that pass them on, and those that see whole maps. */
final class ViewOperators {
    private ViewOperators() {}

    static void addTo(Map<String, Operator> operators) {
        operators.put("Reshape", step -> reshaped(step, Views.reshaped(step.node(), sizes(step))));
        operators.put("Flatten", step -> reshaped(step, Views.flattened(step.node(), sizes(step))));
        operators.put("Squeeze", step -> reshaped(step, Views.squeezed(step.node(), sizes(step))));
        operators.put("Unsqueeze", step -> reshaped(step, Views.unsqueezed(step.node(), sizes(step))));
        operators.put("Transpose", ViewOperators::transposed);
        operators.put("Identity", ViewOperators::identity);
        operators.put("Cast", step -> step.node().seen(0));
        operators.put("Shape", step -> OnnxArray.of(Views.shape(step.node(), sizes(step))));
        operators.put("Dropout", ViewOperators::dropout);
        operators.put("GlobalAveragePool", step -> global(step, new GlobalAveragePool(true)));
        operators.put("GlobalMaxPool", step -> global(step, new GlobalMaxPool(true)));
        operators.put("ReduceMean", step -> reduced(step, new GlobalAveragePool(true)));
        operators.put("ReduceMax", step -> reduced(step, new GlobalMaxPool(true)));
        operators.put("Resize", ViewOperators::resized);
        operators.put("Upsample", ViewOperators::resized);
    }

    private static long[] sizes(Step step) {
        return step.node().seen(0).arrangement().sizes();
    }

    private static Value reshaped(Step step, long... dimensions) {
        Value.Seen input = step.node().seen(0);
        return input.as(input.arrangement().reshaped(dimensions), step.node().proto());
    }

    private static Value transposed(Step step) {
        Value.Seen input = step.node().seen(0);
        int[] order = Views.order(step.node(), input.arrangement().rank());
        return input.as(input.arrangement().permuted(order), step.node().proto());
    }

    /** A name of its own for a value; this program also writes operations so that do nothing. */
    private static Value identity(Step step) {
        Value.Seen input = step.node().seen(0);
        if (!step.own()) {
            return input;
        }
        String words = step.node().proto().getDocString();
        if (words.equals(Flatten.TYPE.label())) {
            Value.Seen vector = step.layers().vector(input);
            return step.like(vector, new Flatten());
        }
        Operation operation = words.startsWith(Dropout.TYPE.label())
                ? new Dropout(Double.parseDouble(words.substring(words.indexOf(' ') + 1)))
                : new Identity();
        return step.like(step.layers().any(input), operation);
    }

    private static Value dropout(Step step) {
        NodeReader node = step.node();
        if (node.proto().getOutputCount() > 1 && !node.proto().getOutput(1).isEmpty()) {
            throw new Refused("it also gives which values it kept");
        }
        boolean said = node.input(1) instanceof OnnxArray;
        double rate =
                said ? NodeReader.decimal((float) node.array(1, "its rate").numbers()[0]) : node.decimal("ratio", 0.5);
        return step.like(step.layers().any(node.seen(0)), new Dropout(rate));
    }

    private static Value.Seen global(Step step, Operation pool) {
        return global(step, step.node().seen(0), pool);
    }

    /** Over rows and columns alone, in whatever order the dimensions are. */
    private static Value reduced(Step step, Operation pool) {
        NodeReader node = step.node();
        Value.Seen input = node.seen(0);
        Arrangement seen = input.arrangement();
        long[] axes = node.integers("axes", 1);
        Set<Integer> over = new HashSet<>();
        for (long axis : axes == null ? new long[0] : axes) {
            over.add(seen.axis(axis));
        }
        Shape frame = input.frame();
        boolean last = seen.equals(Arrangement.ofMapsChannelsLast(frame));
        Set<Integer> pictures = last ? Set.of(1, 2) : Set.of(2, 3);
        if (!over.equals(pictures) || !(last || seen.isMaps(frame))) {
            throw new Refused("it goes over dimensions " + over + " of " + seen.text()
                    + "; here it can be over rows and columns alone");
        }
        Value.Seen pooled = global(step, input.as(Arrangement.ofMaps(frame), input.view()), pool);
        boolean keeps = node.integer("keepdims", 1) == 1;
        int channels = frame.channels();
        long[] dimensions = last ? new long[] {1, 1, 1, channels} : new long[] {1, channels, 1, 1};
        return pooled.as(pooled.arrangement().reshaped(keeps ? dimensions : new long[] {1, channels}), node.proto());
    }

    private static Value.Seen global(Step step, Value.Seen given, Operation pool) {
        Value.Seen input = step.layers().maps(given);
        Value.Seen pooled = step.added(pool, "", List.of(input.layer()), Map.of());
        pooled.layer().flexible = true;
        return pooled;
    }

    /** Every pixel as a block of equal ones. */
    private static Value resized(Step step) {
        NodeReader node = step.node();
        Value.Seen input = step.layers().maps(node.seen(0));
        String mode = node.text("mode", "nearest");
        double[] factors = factors(node, input.arrangement());
        boolean old = node.type().equals("Upsample") || node.operatorSet() < 11;
        String place = node.text("coordinate_transformation_mode", old ? "asymmetric" : "half_pixel");
        String nearest = node.text("nearest_mode", old ? "floor" : "round_prefer_floor");
        boolean atMostTwo = Arrays.stream(factors).allMatch(factor -> factor <= 2);
        boolean blocks = mode.equals("nearest")
                && (place.equals("half_pixel")
                        ? nearest.startsWith("round")
                        : place.equals("asymmetric")
                                && (nearest.equals("floor") || (nearest.equals("round_prefer_floor") && atMostTwo)));
        boolean whole = factors.length == 4
                && factors[0] == 1
                && factors[1] == 1
                && factors[2] == Math.rint(factors[2])
                && factors[3] == Math.rint(factors[3]);
        if (!blocks || !whole) {
            throw new Refused("it resizes by " + Arrays.toString(factors) + " (" + mode + ", " + place + ", " + nearest
                    + "); here a pixel can become a block of equal pixels, by whole factors");
        }
        return step.added(
                new Upsample(new Size((int) factors[2], (int) factors[3])), "", List.of(input.layer()), Map.of());
    }

    private static double[] factors(NodeReader node, Arrangement input) {
        if (node.says("scales")) {
            return node.decimals("scales");
        }
        int place = node.type().equals("Upsample") || node.operatorSet() < 11 ? 1 : 2;
        if (node.has(place) && node.array(place, "its factors").elements() > 0) {
            return node.array(place, "its factors").numbers();
        }
        long[] sizes = node.array(3, "its factors or sizes").whole();
        double[] factors = new double[sizes.length];
        for (int i = 0; i < factors.length && i < input.rank(); i++) {
            factors[i] = (double) sizes[i] / input.size(i);
        }
        return factors;
    }
}
