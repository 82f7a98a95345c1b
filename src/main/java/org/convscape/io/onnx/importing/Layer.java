package org.convscape.io.onnx.importing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import onnx.OnnxMl.NodeProto;
import org.convscape.op.Operation;
import org.convscape.tensor.Shape;

/** An operation of ours while a model is read: it may still take in what stands behind it. */
final class Layer {

    /** An array of it, in our layout; asked for its numbers when they are needed. */
    record Weight(List<Integer> dimensions, Supplier<float[]> values) {}

    /** The node it is named after; null for a picture. */
    final NodeProto node;

    /** What it is called in the file where no node says so, and the array it is named after; may be empty. */
    final String hint;

    final List<Layer> inputs;
    final Map<String, Weight> weights = new LinkedHashMap<>();
    Operation operation;
    Shape shape;
    int takers;

    /** What it adds to every value, where that is all it does; else 0. */
    double shift;

    /** Maps of one pixel may still become a vector, and back, until somebody takes them. */
    boolean flexible;

    Layer(NodeProto node, String hint, Operation operation, List<Layer> inputs, Shape shape) {
        this.node = node;
        this.hint = hint;
        this.operation = operation;
        this.inputs = new java.util.ArrayList<>(inputs);
        this.shape = shape;
    }

    /** True where what comes next can still become a part of it. */
    boolean untaken() {
        return takers == 0;
    }
}
