package org.convscape.io.onnx.importing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.convscape.op.Operation;
import org.convscape.op.library.BatchNorm;
import org.convscape.op.library.Clip;
import org.convscape.op.library.Concat;
import org.convscape.op.library.HardSigmoid;
import org.convscape.op.library.HardSwish;
import org.convscape.op.library.LeakyRelu;
import org.convscape.op.library.LocalResponseNorm;
import org.convscape.op.library.PRelu;
import org.convscape.op.library.Relu;
import org.convscape.op.library.Relu6;
import org.convscape.op.library.Sigmoid;
import org.convscape.op.library.Softmax;
import org.convscape.op.library.Swish;
import org.convscape.tensor.Shape;

/** Activations, normalisations and concatenation. */
final class ElementOperators {
    /** Some exporters write the largest float where there is no limit. */
    private static final double NO_LIMIT = 3.4e38;

    private static final double SIXTH = 1.0 / 6;
    private static final double ROUNDING = 1e-6;

    private ElementOperators() {}

    static void addTo(Map<String, Operator> operators) {
        operators.put("Relu", step -> each(step, new Relu()));
        operators.put("Sigmoid", step -> each(step, new Sigmoid()));
        operators.put("HardSwish", step -> each(step, new HardSwish()));
        operators.put("Swish", step -> each(step, new Swish()));
        operators.put("LeakyRelu", step -> each(step, new LeakyRelu(step.node().decimal("alpha", 0.01))));
        operators.put("HardSigmoid", ElementOperators::hardSigmoid);
        operators.put("PRelu", ElementOperators::learnedSlope);
        operators.put("Clip", ElementOperators::clip);
        operators.put("Softmax", ElementOperators::softmax);
        operators.put("BatchNormalization", ElementOperators::batchNorm);
        operators.put("LRN", ElementOperators::acrossChannels);
        operators.put("Concat", ElementOperators::concat);
    }

    private static Value.Seen each(Step step, Operation operation) {
        return step.like(step.layers().any(step.node().seen(0)), operation);
    }

    private static Value hardSigmoid(Step step) {
        double slope = step.node().decimal("alpha", 0.2);
        return each(
                step,
                new HardSigmoid(isSixth(slope) ? SIXTH : slope, step.node().decimal("beta", 0.5)));
    }

    /** True of a sixth that was rounded to 32 bits. */
    static boolean isSixth(double slope) {
        return Math.abs(slope - SIXTH) < ROUNDING;
    }

    private static Value learnedSlope(Step step) {
        OnnxArray slope = step.node().array(1, "its slope");
        Value.Seen input = step.layers().any(step.node().seen(0));
        boolean shared = slope.elements() == 1;
        Layer.Weight weight =
                shared ? new Layer.Weight(List.of(1), slope.floats()) : PairOperators.perChannel(slope, input);
        return step.like(input, new PRelu(shared), slope.name(), Map.of("slope", weight));
    }

    private static Value clip(Step step) {
        NodeReader node = step.node();
        double low = limit(node, 1, "min", -NO_LIMIT);
        double high = limit(node, 2, "max", NO_LIMIT);
        if (low <= -NO_LIMIT && high >= NO_LIMIT) {
            return node.seen(0);
        }
        if (low == 0) {
            if (high >= NO_LIMIT) {
                return each(step, new Relu());
            }
            if (high == 6) {
                return each(step, new Relu6());
            }
        }
        return each(step, new Clip(low, high));
    }

    private static double limit(NodeReader node, int input, String name, double none) {
        double limit = node.has(input)
                ? NodeReader.decimal((float) node.array(input, "its limit").numbers()[0])
                : node.decimal(name, none);
        return Math.max(-NO_LIMIT, Math.min(limit, NO_LIMIT));
    }

    private static Value softmax(Step step) {
        NodeReader node = step.node();
        Value.Seen input = step.layers().any(node.seen(0));
        Arrangement seen = input.arrangement();
        boolean old = node.operatorSet() < 13;
        int axis = seen.axis(node.integer("axis", old ? 1 : -1));
        long behind = 1;
        for (int i = axis + 1; i < seen.rank(); i++) {
            behind *= seen.size(i);
        }
        boolean all = seen.size(axis) == OnnxArray.elements(seen.sizes());
        boolean channels = seen.dimensions()
                .get(axis)
                .equals(Atom.whole(Atom.Axis.CHANNELS, input.frame().channels()));
        if (!all && (!channels || (old && behind > 1))) {
            throw new Refused("its shares sum to 1 along dimension " + axis + " of " + seen.text()
                    + "; here it goes along the channels of each position");
        }
        return step.like(input, new Softmax());
    }

    private static Value batchNorm(Step step) {
        NodeReader node = step.node();
        if (node.integer("training_mode", 0) == 1) {
            throw new Refused(
                    "it is in training mode, where it measures its pictures; export the model in evaluation mode");
        }
        Value.Seen input = step.layers().any(node.seen(0));
        int[] order = Layers.inOurOrder(input, 1);
        OnnxArray gamma = node.array(1, "its scale");
        boolean scale = !(step.own() && gamma.name().contains("#constant"));
        Map<String, Layer.Weight> weights = new HashMap<>();
        weights.put("gamma", Layers.perChannel(gamma, order));
        weights.put("beta", Layers.perChannel(node.array(2, "its shift"), order));
        weights.put("mean", Layers.perChannel(node.array(3, "its mean"), order));
        weights.put("variance", Layers.perChannel(node.array(4, "its variance"), order));
        return step.like(input, new BatchNorm(node.decimal("epsilon", 1e-5), scale), gamma.name(), weights);
    }

    private static Value acrossChannels(Step step) {
        NodeReader node = step.node();
        Value.Seen input = step.layers().maps(node.seen(0));
        return step.like(
                input,
                new LocalResponseNorm(
                        Math.toIntExact(node.integer("size", 1)),
                        node.decimal("alpha", 1e-4),
                        node.decimal("beta", 0.75),
                        node.decimal("bias", 1)));
    }

    private static Value concat(Step step) {
        NodeReader node = step.node();
        List<Layer> sources = new ArrayList<>();
        Value.Seen first = step.layers().any(node.seen(0));
        int axis = first.arrangement().axis(node.integer("axis", 1));
        boolean last = first.arrangement().equals(Arrangement.ofMapsChannelsLast(first.frame()));
        for (int i = 0; i < node.inputs(); i++) {
            Value.Seen input = step.layers().any(node.seen(i));
            Shape frame = input.frame();
            Arrangement expected = last
                    ? Arrangement.ofMapsChannelsLast(frame)
                    : first.arrangement().rank() == 2
                            ? Arrangement.ofVector(frame.channels())
                            : Arrangement.ofMaps(frame);
            if (!input.arrangement().equals(expected) || axis != (last ? 3 : 1)) {
                throw new Refused("it puts values behind one another along dimension " + axis + " of "
                        + input.arrangement().text() + "; here that goes along the channels");
            }
            sources.add(input.layer());
        }
        Value.Seen joined = step.added(new Concat(), "", sources, Map.of());
        return last ? joined.as(Arrangement.ofMapsChannelsLast(joined.frame()), null) : joined;
    }
}
