package org.convscape.io.onnx.importing;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import onnx.OnnxMl.AttributeProto;
import onnx.OnnxMl.GraphProto;
import onnx.OnnxMl.ModelProto;
import onnx.OnnxMl.NodeProto;
import onnx.OnnxMl.OperatorSetIdProto;
import onnx.OnnxMl.TensorProto;
import onnx.OnnxMl.TypeProto;
import onnx.OnnxMl.ValueInfoProto;
import org.nd4j.shade.protobuf.ByteString;

/** Writes small ONNX models as other exporters would. */
final class ModelBuilder {
    private final GraphProto.Builder graph = GraphProto.newBuilder().setName("small");
    private final Random random = new Random(5);
    private final int operatorSet;
    private String last;

    ModelBuilder(int operatorSet) {
        this.operatorSet = operatorSet;
    }

    ModelBuilder input(String name, long... dimensions) {
        graph.addInput(info(name, dimensions));
        last = name;
        return this;
    }

    private static ValueInfoProto info(String name, long... dimensions) {
        TypeProto.Tensor.Builder tensor = TypeProto.Tensor.newBuilder().setElemType(1);
        tensor.getShapeBuilder();
        for (long each : dimensions) {
            if (each < 0) {
                tensor.getShapeBuilder().addDimBuilder().setDimParam("free");
            } else {
                tensor.getShapeBuilder().addDimBuilder().setDimValue(each);
            }
        }
        return ValueInfoProto.newBuilder()
                .setName(name)
                .setType(TypeProto.newBuilder().setTensorType(tensor))
                .build();
    }

    /** Numbers drawn at random, between 0.2 and 1 where they are to be positive. */
    ModelBuilder weights(String name, boolean positive, long... dimensions) {
        float[] values = new float[(int) Arrays.stream(dimensions).reduce(1, (a, b) -> a * b)];
        for (int i = 0; i < values.length; i++) {
            values[i] = positive ? 0.2f + 0.8f * random.nextFloat() : random.nextFloat() * 2 - 1;
        }
        return floats(name, dimensions, values);
    }

    ModelBuilder weights(String name, long... dimensions) {
        return weights(name, false, dimensions);
    }

    ModelBuilder floats(String name, long[] dimensions, float... values) {
        TensorProto.Builder tensor = TensorProto.newBuilder().setName(name).setDataType(1);
        Arrays.stream(dimensions).forEach(tensor::addDims);
        for (float value : values) {
            tensor.addFloatData(value);
        }
        graph.addInitializer(tensor);
        return this;
    }

    ModelBuilder integers(String name, long... values) {
        TensorProto.Builder tensor =
                TensorProto.newBuilder().setName(name).setDataType(7).addDims(values.length);
        for (long value : values) {
            tensor.addInt64Data(value);
        }
        graph.addInitializer(tensor);
        return this;
    }

    /** A single whole number, without dimensions. */
    ModelBuilder integer(String name, long value) {
        graph.addInitializer(
                TensorProto.newBuilder().setName(name).setDataType(7).addInt64Data(value));
        return this;
    }

    /**
     * A node named after its output, which the next one takes where it says {@code _}.
     *
     * @param attributes names and values in turn
     */
    ModelBuilder node(String type, String output, List<String> inputs, Object... attributes) {
        NodeProto.Builder node =
                graph.addNodeBuilder().setOpType(type).setName(output).addOutput(output);
        inputs.forEach(input -> node.addInput(input.equals("_") ? last : input));
        for (int i = 0; i < attributes.length; i += 2) {
            node.addAttribute(attribute((String) attributes[i], attributes[i + 1]));
        }
        last = output;
        return this;
    }

    /** A node that takes from the last one. */
    ModelBuilder node(String type, Object... attributes) {
        return node(type, type.toLowerCase(java.util.Locale.ROOT) + graph.getNodeCount(), List.of("_"), attributes);
    }

    private static AttributeProto attribute(String name, Object value) {
        AttributeProto.Builder attribute = AttributeProto.newBuilder().setName(name);
        if (value instanceof Integer number) {
            return attribute
                    .setType(AttributeProto.AttributeType.INT)
                    .setI(number)
                    .build();
        } else if (value instanceof Float number) {
            return attribute
                    .setType(AttributeProto.AttributeType.FLOAT)
                    .setF(number)
                    .build();
        } else if (value instanceof String text) {
            return attribute
                    .setType(AttributeProto.AttributeType.STRING)
                    .setS(ByteString.copyFromUtf8(text))
                    .build();
        }
        attribute.setType(AttributeProto.AttributeType.INTS);
        Arrays.stream((long[]) value).forEach(attribute::addInts);
        return attribute.build();
    }

    /** The graph, to change what no method here changes. */
    GraphProto.Builder graph() {
        return graph;
    }

    ModelProto build() {
        GraphProto.Builder finished = graph.clone();
        if (finished.getOutputCount() == 0) {
            finished.addOutput(ValueInfoProto.newBuilder()
                    .setName(last)
                    .setType(TypeProto.newBuilder()
                            .setTensorType(TypeProto.Tensor.newBuilder().setElemType(1))));
        }
        return ModelProto.newBuilder()
                .setIrVersion(7)
                .setProducerName("test")
                .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(operatorSet))
                .setGraph(finished)
                .build();
    }
}
