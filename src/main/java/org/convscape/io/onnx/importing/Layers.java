package org.convscape.io.onnx.importing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import onnx.OnnxMl.NodeProto;
import org.convscape.attribute.InvalidAttribute;
import org.convscape.attribute.Size;
import org.convscape.op.InvalidShape;
import org.convscape.op.Operation;
import org.convscape.op.WeightSpec;
import org.convscape.op.library.ChannelShuffle;
import org.convscape.op.library.Flatten;
import org.convscape.op.library.GlobalAveragePool;
import org.convscape.op.library.GlobalMaxPool;
import org.convscape.op.library.Unflatten;
import org.convscape.tensor.Shape;

/** The operations that a model has become so far. */
final class Layers {
    private final List<Layer> all = new ArrayList<>();
    private final Map<Layer, Layer> flattened = new HashMap<>();
    private final Map<Layer, Layer> unflattened = new HashMap<>();

    List<Layer> all() {
        return all;
    }

    /** Adds an operation. */
    Layer add(NodeProto node, String hint, Operation operation, List<Layer> inputs, Map<String, Layer.Weight> weights) {
        List<Shape> shapes = inputs.stream().map(each -> each.shape).toList();
        Layer layer;
        try {
            layer = new Layer(node, hint, operation, inputs, operation.infer(shapes));
        } catch (InvalidShape | InvalidAttribute e) {
            throw new Refused(e.getMessage());
        }
        for (WeightSpec spec : operation.weights(shapes)) {
            Layer.Weight weight = weights.get(spec.name());
            if (weight == null || !weight.dimensions().equals(spec.dimensions())) {
                throw new Refused("its " + spec.name() + " should be " + spec.dimensions() + " in our layout and "
                        + (weight == null ? "is missing" : "is " + weight.dimensions()));
            }
            layer.weights.put(spec.name(), weight);
        }
        inputs.forEach(each -> each.takers++);
        all.add(layer);
        return layer;
    }

    /** What an operation gives that has maps or a vector. */
    static Value.Seen seen(Layer layer) {
        return layer.shape.vector()
                ? new Value.Seen(
                        layer,
                        Shape.maps(1, 1, layer.shape.channels()),
                        Arrangement.ofVector(layer.shape.channels()),
                        null)
                : new Value.Seen(layer, layer.shape, Arrangement.ofMaps(layer.shape), null);
    }

    /** The value as maps: batch, channels, rows, columns. */
    Value.Seen maps(Value.Seen value) {
        Value.Seen mixed = shuffled(value);
        if (!mixed.arrangement().isMaps(mixed.frame())) {
            throw new Refused("its input is " + mixed.arrangement().text()
                    + ", which is not batch, channels, rows, columns of " + mixed.frame());
        }
        Layer layer = mixed.layer();
        if (layer.flexible && layer.untaken()) {
            keepDimensions(layer, true);
        }
        if (layer.shape.vector()) {
            Layer laid = unflattened.get(layer);
            if (laid == null) {
                Size size = new Size(mixed.frame().height(), mixed.frame().width());
                laid = add(mixed.view(), "unflatten", new Unflatten(size), List.of(layer), Map.of());
                unflattened.put(layer, laid);
            }
            layer = laid;
        }
        return new Value.Seen(layer, mixed.frame(), mixed.arrangement(), null);
    }

    private Value.Seen shuffled(Value.Seen value) {
        int groups = value.arrangement().shuffledGroups(value.frame());
        if (groups == 0) {
            return value;
        }
        Layer mixed = add(value.view(), "shuffle", new ChannelShuffle(groups), List.of(value.layer()), Map.of());
        return new Value.Seen(mixed, value.frame(), Arrangement.ofMaps(value.frame()), null);
    }

    /**
     * The value as a vector; its {@link Value.Seen#arrangement arrangement} still says in which order ONNX sees what
     * was maps.
     */
    Value.Seen vector(Value.Seen value) {
        Layer layer = value.layer();
        if (layer.flexible && layer.untaken()) {
            keepDimensions(layer, false);
        }
        if (!layer.shape.vector()) {
            Layer flat = flattened.get(layer);
            if (flat == null) {
                flat = add(value.view(), "flatten", new Flatten(), List.of(layer), Map.of());
                flattened.put(layer, flat);
            }
            layer = flat;
        }
        return new Value.Seen(layer, value.frame(), value.arrangement(), null);
    }

    /** The value as something that is computed value by value takes it: as ONNX sees it, where that can be. */
    Value.Seen any(Value.Seen value) {
        if (value.arrangement().rank() == 2) {
            return vector(value);
        }
        Value.Seen mixed = shuffled(value);
        return mixed.arrangement().isMaps(mixed.frame()) ? maps(mixed) : mixed;
    }

    private static void keepDimensions(Layer layer, boolean keep) {
        layer.operation =
                layer.operation instanceof GlobalMaxPool ? new GlobalMaxPool(keep) : new GlobalAveragePool(keep);
        layer.shape = layer.operation.infer(List.of(layer.inputs.get(0).shape));
    }

    /** The index in ONNX's order of each of our values along a dimension. */
    static int[] inOurOrder(Value.Seen value, int dimension) {
        int[] ours = value.arrangement().order(dimension, value.frame());
        int[] theirs = new int[ours.length];
        boolean[] met = new boolean[ours.length];
        for (int i = 0; i < ours.length; i++) {
            if (ours[i] >= met.length || met[ours[i]]) {
                throw new Refused("its input is " + value.arrangement().text() + ", of which dimension " + dimension
                        + " does not hold all of " + value.frame());
            }
            theirs[ours[i]] = i;
            met[ours[i]] = true;
        }
        return theirs;
    }

    /** True where ONNX's order is ours. */
    static boolean straight(int... order) {
        for (int i = 0; i < order.length; i++) {
            if (order[i] != i) {
                return false;
            }
        }
        return true;
    }

    /** One number per channel in our order. */
    static Layer.Weight perChannel(OnnxArray array, int... inOurOrder) {
        if (array.elements() != inOurOrder.length) {
            throw new Refused("the array " + array.name() + " has " + array.elements() + " numbers for "
                    + inOurOrder.length + " channels");
        }
        return new Layer.Weight(
                List.of(inOurOrder.length), () -> picked(array.floats().get(), inOurOrder));
    }

    private static float[] picked(float[] from, int... order) {
        if (straight(order)) {
            return from;
        }
        float[] to = new float[order.length];
        for (int i = 0; i < to.length; i++) {
            to[i] = from[order[i]];
        }
        return to;
    }
}
