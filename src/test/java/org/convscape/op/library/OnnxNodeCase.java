package org.convscape.op.library;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import onnx.OnnxMl;
import org.convscape.tensor.Tensor;

/**
 * One node test of the ONNX project: a model of a single node, what goes in, and what must come out.
 *
 * @param inputs by the node's own names for them; an input that is left out is absent
 */
record OnnxNodeCase(
        OnnxMl.NodeProto node,
        Map<String, OnnxMl.AttributeProto> attributes,
        Map<String, Tensor> inputs,
        Tensor output) {

    /** Reads {@code model.onnx} and the first set of data of a folder. */
    static OnnxNodeCase read(Path folder) throws IOException {
        OnnxMl.ModelProto model;
        try (InputStream stream = Files.newInputStream(folder.resolve("model.onnx"))) {
            model = OnnxMl.ModelProto.parseFrom(stream);
        }
        if (model.getGraph().getNodeCount() != 1) {
            throw new IOException(folder + " is not a model of a single node");
        }
        OnnxMl.NodeProto node = model.getGraph().getNode(0);
        Map<String, OnnxMl.AttributeProto> attributes = new LinkedHashMap<>();
        node.getAttributeList().forEach(attribute -> attributes.put(attribute.getName(), attribute));
        Map<String, Tensor> inputs = new LinkedHashMap<>();
        for (int i = 0; i < model.getGraph().getInputCount(); i++) {
            inputs.put(
                    model.getGraph().getInput(i).getName(),
                    tensor(folder.resolve("test_data_set_0/input_" + i + ".pb")));
        }
        return new OnnxNodeCase(node, attributes, inputs, tensor(folder.resolve("test_data_set_0/output_0.pb")));
    }

    private static Tensor tensor(Path file) throws IOException {
        OnnxMl.TensorProto proto;
        try (InputStream stream = Files.newInputStream(file)) {
            proto = OnnxMl.TensorProto.parseFrom(stream);
        }
        int[] dimensions = proto.getDimsList().stream().mapToInt(Long::intValue).toArray();
        float[] values = new float[Math.toIntExact(Tensor.elements(dimensions))];
        ByteBuffer raw = ByteBuffer.wrap(proto.getRawData().toByteArray()).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < values.length; i++) {
            values[i] = switch (OnnxMl.TensorProto.DataType.forNumber(proto.getDataType())) {
                case FLOAT -> raw.hasRemaining() ? raw.getFloat() : proto.getFloatData(i);
                case INT64 -> raw.hasRemaining() ? raw.getLong() : proto.getInt64Data(i);
                case INT32 -> raw.hasRemaining() ? raw.getInt() : proto.getInt32Data(i);
                default -> throw new IOException(file + " holds values of type " + proto.getDataType());
            };
        }
        return Tensor.of(dimensions, values);
    }

    /** The input at that place, or null where it is left out. */
    Tensor input(int index) {
        return index < node.getInputCount() ? inputs.get(node.getInput(index)) : null;
    }

    /** All inputs, in order. */
    List<Tensor> allInputs() {
        return List.copyOf(inputs.values());
    }

    /** A whole-number attribute. */
    int integer(String name, int otherwise) {
        return attributes.containsKey(name)
                ? Math.toIntExact(attributes.get(name).getI())
                : otherwise;
    }

    /** A decimal attribute. */
    double decimal(String name, double otherwise) {
        return attributes.containsKey(name) ? attributes.get(name).getF() : otherwise;
    }

    /** A text attribute. */
    String text(String name, String otherwise) {
        return attributes.containsKey(name) ? attributes.get(name).getS().toStringUtf8() : otherwise;
    }

    /** An attribute of several whole numbers. */
    int[] integers(String name, int... otherwise) {
        return attributes.containsKey(name)
                ? attributes.get(name).getIntsList().stream()
                        .mapToInt(Math::toIntExact)
                        .toArray()
                : otherwise;
    }

    /** An input of several whole numbers. */
    static int[] integers(Tensor tensor) {
        int[] numbers = new int[tensor.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = (int) tensor.values()[i];
        }
        return numbers;
    }
}
