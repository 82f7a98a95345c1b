package org.convscape.io.onnx;

import java.util.ArrayList;
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

/**
 * Collects the nodes and initializers of one ONNX graph. The nodes that one of our operations becomes are held back
 * until it is complete: then the last of them, and its output, get the path of ours as their name. All other names give
 * way to the paths.
 */
final class OnnxGraphWriter {
    private final GraphProto.Builder graph = GraphProto.newBuilder();
    private final Set<String> taken;
    private final Map<String, String> weights = new HashMap<>();
    private final List<Initializer> initializers = new ArrayList<>();
    private final Map<String, NodeProto.Builder> open = new HashMap<>();
    private String path = "";
    private int inner;

    /** A graph without nodes yet, in which nothing else gets the name of one of these paths. */
    OnnxGraphWriter(Set<String> paths) {
        taken = new HashSet<>(paths);
    }

    /** Begins the nodes of one of our operations. */
    void begin(String nodePath) {
        path = nodePath;
        inner = 0;
        open.clear();
    }

    /**
     * Ends the nodes of one of our operations: gives the value that carries its result the path as name.
     *
     * @param description of the operation, in words
     * @return the value under that name
     */
    OnnxValue end(OnnxValue result, String description) {
        NodeProto.Builder last = open.get(result.name());
        if (last == null) {
            // The operation gave an input on unchanged; a name of its own needs a node of its own.
            OnnxValue same = node("Identity", List.of(result.name()), result.shape(), attributes -> {});
            last = open.get(same.name());
        }
        last.setName(path).setOutput(0, path).setDocString(description);
        open.clear();
        return OnnxValue.activation(path, result.shape());
    }

    /** Adds a node with one output of the given shape. */
    OnnxValue node(String type, List<String> inputs, Shape shape, Consumer<OnnxAttributes> attributes) {
        String name = unique(path + "#" + inner++);
        NodeProto.Builder node = graph.addNodeBuilder()
                .setOpType(type)
                .setName(name)
                .addAllInput(inputs)
                .addOutput(name);
        attributes.accept(new OnnxAttributes(node));
        open.put(name, node);
        return OnnxValue.activation(name, shape);
    }

    private String unique(String wished) {
        String name = wished;
        while (!taken.add(name)) {
            name += "'";
        }
        return name;
    }

    /** Adds the numbers of a weight; one that is there already keeps its numbers. */
    String weight(String name, Numbers numbers) {
        return weights.computeIfAbsent(name, unseen -> initializer(name, numbers));
    }

    private String initializer(String wished, Numbers numbers) {
        String name = unique(wished);
        initializers.add(new Initializer(name, numbers));
        return name;
    }

    /** Adds numbers of the operation that is being written, which are no weights. */
    String constant(Tensor values) {
        return initializer(path + "#constant" + inner++, Numbers.of(values));
    }

    /** Adds whole numbers, such as the dimensions that a Reshape takes. */
    String integers(long... values) {
        String name = unique(path + "#constant" + inner++);
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
    void input(String name, Shape shape, String description) {
        graph.addInput(info(name, shape, description));
    }

    /** Declares a value that the graph gives. */
    void output(String name, Shape shape, String description) {
        graph.addOutput(info(name, shape, description));
    }

    /** Says the shape of a value within the graph. */
    void inside(String name, Shape shape) {
        graph.addValueInfo(info(name, shape, ""));
    }

    private static ValueInfoProto info(String name, Shape shape, String description) {
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
                .setDocString(description)
                .build();
    }

    /** The graph as written so far, but for the arrays of floats, which are written later. */
    GraphProto build(String name) {
        return graph.setName(name).build();
    }

    /** The arrays of floats, in the order in which the nodes take them. */
    List<Initializer> initializers() {
        return initializers;
    }
}
