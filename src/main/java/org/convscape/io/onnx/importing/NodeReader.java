package org.convscape.io.onnx.importing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import onnx.OnnxMl.AttributeProto;
import onnx.OnnxMl.NodeProto;
import onnx.OnnxMl.TensorProto;

/** One node with what enters it: attributes and inputs by what they mean. */
final class NodeReader {
    private final NodeProto node;
    private final List<Value> inputs;
    private final Map<String, AttributeProto> attributes = new HashMap<>();
    private final long operatorSet;

    NodeReader(NodeProto node, List<Value> inputs, long operatorSet) {
        this.node = node;
        this.inputs = inputs;
        this.operatorSet = operatorSet;
        node.getAttributeList().forEach(attribute -> attributes.put(attribute.getName(), attribute));
    }

    NodeProto proto() {
        return node;
    }

    String type() {
        return node.getOpType();
    }

    /** The version of ONNX's operators that the file is written in. */
    long operatorSet() {
        return operatorSet;
    }

    /** How many inputs there are, those that are left out at the end not counted. */
    int inputs() {
        return inputs.size();
    }

    /** An input; null where it is left out. */
    Value input(int index) {
        return index < inputs.size() ? inputs.get(index) : null;
    }

    boolean has(int index) {
        return input(index) != null;
    }

    /** An input that a layer gives. */
    Value.Seen seen(int index) {
        if (input(index) instanceof Value.Seen seen) {
            return seen;
        }
        throw new Refused(
                has(index)
                        ? "its input " + (index + 1) + " should come from a layer and is a constant"
                        : "its input " + (index + 1) + " is missing");
    }

    /** An input whose numbers the file holds. */
    OnnxArray array(int index, String what) {
        if (input(index) instanceof OnnxArray array) {
            return array;
        }
        throw new Refused(
                has(index)
                        ? what + " is computed while the network runs; it should stand in the file"
                        : what + " is missing");
    }

    /** True when every input is a constant. */
    boolean constant() {
        return inputs.stream().allMatch(each -> each == null || each instanceof OnnxArray);
    }

    boolean says(String attribute) {
        return attributes.containsKey(attribute);
    }

    long integer(String name, long otherwise) {
        return says(name) ? attributes.get(name).getI() : otherwise;
    }

    /** A decimal as it was written: ONNX keeps it in 32 bits. */
    double decimal(String name, double otherwise) {
        return says(name) ? decimal(attributes.get(name).getF()) : otherwise;
    }

    static double decimal(float value) {
        return Double.parseDouble(Float.toString(value));
    }

    String text(String name, String otherwise) {
        return says(name) ? attributes.get(name).getS().toStringUtf8() : otherwise;
    }

    Optional<TensorProto> tensor(String name) {
        return says(name) && attributes.get(name).hasT()
                ? Optional.of(attributes.get(name).getT())
                : Optional.empty();
    }

    double[] decimals(String name) {
        return attributes.get(name).getFloatsList().stream()
                .mapToDouble(Float::doubleValue)
                .toArray();
    }

    long[] integers(String name, long... otherwise) {
        return says(name)
                ? attributes.get(name).getIntsList().stream()
                        .mapToLong(Long::longValue)
                        .toArray()
                : otherwise;
    }

    /** Whole numbers that older files have as an attribute and newer ones as an input; null where there are none. */
    long[] integers(String name, int input) {
        if (has(input)) {
            return array(input, "its \"" + name + "\"").whole();
        }
        return says(name) ? integers(name) : null;
    }
}
