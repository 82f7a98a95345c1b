package org.convscape.io.onnx;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import onnx.OnnxMl.GraphProto;
import onnx.OnnxMl.NodeProto;
import onnx.OnnxMl.TensorProto;
import onnx.OnnxMl.TensorShapeProto;
import onnx.OnnxMl.TypeProto;
import onnx.OnnxMl.ValueInfoProto;
import org.convscape.tensor.Shape;
import org.convscape.tensor.Tensor;
import org.nd4j.shade.protobuf.ByteString;

/**
 * Collects the nodes and initializers of one ONNX graph. The nodes that one of our operations becomes are held back until
 * it is complete: then the last of them, and its output, get the path of ours as their name.
 */
final class OnnxGraphWriter {
    private final GraphProto.Builder graph = GraphProto.newBuilder();
    private final Set<String> initializers = new HashSet<>();
    private final Map<String, NodeProto.Builder> open = new HashMap<>();
    private String path = "";
    private int inner;

    /** Begins the nodes of one of our operations. */
    void begin(String nodePath) {
        path = nodePath;
        inner = 0;
        open.clear();
    }

    /**
     * Ends the nodes of one of our operations: gives the value that carries its result the path as name.
     *
     * @return the value under that name
     */
    OnnxValue end(OnnxValue result) {
        NodeProto.Builder last = open.get(result.name());
        if (last == null) {
            // The operation gave an input on unchanged; a name of its own needs a node of its own.
            OnnxValue same = node("Identity", List.of(result.name()), result.shape(), attributes -> {});
            last = open.get(same.name());
        }
        last.setName(path).setOutput(0, path);
        open.clear();
        return OnnxValue.activation(path, result.shape());
    }

    /** Adds a node with one output of the given shape. */
    OnnxValue node(String type, List<String> inputs, Shape shape, Consumer<OnnxAttributes> attributes) {
        String name = path + "#" + inner++;
        NodeProto.Builder node = graph.addNodeBuilder()
                .setOpType(type)
                .setName(name)
                .addAllInput(inputs)
                .addOutput(name);
        attributes.accept(new OnnxAttributes(node));
        open.put(name, node);
        return OnnxValue.activation(name, shape);
    }

    /** Adds numbers under that name; a name that is there already keeps its numbers. */
    String initializer(String name, Tensor values) {
        if (initializers.add(name)) {
            ByteBuffer bytes = ByteBuffer.allocate(Math.multiplyExact(values.size(), Float.BYTES))
                    .order(ByteOrder.LITTLE_ENDIAN);
            bytes.asFloatBuffer().put(values.values());
            TensorProto.Builder tensor = graph.addInitializerBuilder()
                    .setName(name)
                    .setDataType(TensorProto.DataType.FLOAT_VALUE)
                    .setRawData(ByteString.copyFrom(bytes));
            for (int dimension : values.dimensions()) {
                tensor.addDims(dimension);
            }
        }
        return name;
    }

    /** Adds numbers of the operation that is being written, which are no weights. */
    String constant(Tensor values) {
        return initializer(path + "#constant" + inner++, values);
    }

    /** Adds whole numbers, such as the dimensions that a Reshape takes. */
    String integers(long... values) {
        String name = path + "#constant" + inner++;
        TensorProto.Builder tensor = graph.addInitializerBuilder()
                .setName(name)
                .setDataType(TensorProto.DataType.INT64_VALUE)
                .addDims(values.length);
        for (long value : values) {
            tensor.addInt64Data(value);
        }
        return name;
    }

    /** Declares a value that is given to the graph. */
    void input(String name, Shape shape) {
        graph.addInput(info(name, shape));
    }

    /** Declares a value that the graph gives. */
    void output(String name, Shape shape) {
        graph.addOutput(info(name, shape));
    }

    private static ValueInfoProto info(String name, Shape shape) {
        TensorShapeProto.Builder dimensions = TensorShapeProto.newBuilder();
        long[] extents = shape.vector()
                ? new long[] {1, shape.channels()}
                : new long[] {1, shape.channels(), shape.height(), shape.width()};
        for (long extent : extents) {
            dimensions.addDimBuilder().setDimValue(extent);
        }
        TypeProto.Tensor tensor = TypeProto.Tensor.newBuilder()
                .setElemType(TensorProto.DataType.FLOAT_VALUE)
                .setShape(dimensions)
                .build();
        return ValueInfoProto.newBuilder()
                .setName(name)
                .setType(TypeProto.newBuilder().setTensorType(tensor))
                .build();
    }

    /** The graph as written so far. */
    GraphProto build(String name) {
        return graph.setName(name).build();
    }
}
