package org.convscape.testing;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import onnx.OnnxMl.AttributeProto;
import onnx.OnnxMl.GraphProto;
import onnx.OnnxMl.ModelProto;
import onnx.OnnxMl.NodeProto;
import onnx.OnnxMl.TensorProto;
import onnx.OnnxMl.ValueInfoProto;
import org.nd4j.shade.protobuf.CodedInputStream;
import org.nd4j.shade.protobuf.UnsafeByteOperations;

/**
 * Counts an ONNX model by its file alone, after ONNX's own definitions of its operators: shapes follow from the inputs
 * and the attributes, parameters are what Conv, Gemm and BatchNormalization take, multiply-adds are those of Conv and
 * Gemm.
 */
public final class OnnxCounter {
    private final GraphProto graph;
    private final Map<String, long[]> shapes = new HashMap<>();
    private final Map<String, TensorProto> initializers = new HashMap<>();
    private final Map<String, Boolean> trained = new LinkedHashMap<>();
    private long multiplyAdds;

    private OnnxCounter(GraphProto graph) {
        this.graph = graph;
        for (TensorProto each : graph.getInitializerList()) {
            initializers.put(each.getName(), each);
            shapes.put(each.getName(), longs(each.getDimsList()));
        }
        for (ValueInfoProto each : graph.getInputList()) {
            shapes.put(each.getName(), declared(each));
        }
        graph.getNodeList().forEach(this::visit);
    }

    /** Counts a model. */
    public static OnnxCounter of(ModelProto model) {
        return new OnnxCounter(model.getGraph());
    }

    /** A file as messages; its arrays stay on the disk until they are looked at. */
    public static ModelProto parse(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            CodedInputStream input = UnsafeByteOperations.unsafeWrap(
                            channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size()))
                    .newCodedInput();
            input.enableAliasing(true);
            return ModelProto.parseFrom(input);
        }
    }

    private void visit(NodeProto node) {
        long[] output = shape(node);
        if (shapes.put(node.getOutput(0), output) != null) {
            throw new AssertionError("Two values are named " + node.getOutput(0));
        }
        switch (node.getOpType()) {
            case "Conv" -> {
                long[] kernel = inputShape(node, 1);
                multiplyAdds += product(output) * kernel[1] * kernel[2] * kernel[3];
                weights(node, 1, node.getInputCount(), true);
            }
            case "Gemm" -> {
                multiplyAdds += product(inputShape(node, 1));
                weights(node, 1, node.getInputCount(), true);
            }
            case "BatchNormalization" -> {
                weights(node, 1, 3, true);
                weights(node, 3, 5, false);
            }
            default -> {
                // Takes no weights, and adds and multiplies nothing that this convention counts.
            }
        }
    }

    private void weights(NodeProto node, int from, int to, boolean areTrained) {
        for (String name : node.getInputList().subList(from, to)) {
            if (!name.contains("#constant")) {
                trained.put(name, areTrained);
            }
        }
    }

    private long[] shape(NodeProto node) {
        long[] input = inputShape(node, 0);
        return switch (node.getOpType()) {
            case "Conv" -> {
                long[] kernel = inputShape(node, 1);
                require(input[1] == kernel[1] * integer(node, "group", 1), node);
                require(kernel[0] % integer(node, "group", 1) == 0, node);
                require(Arrays.equals(integers(node, "kernel_shape"), Arrays.copyOfRange(kernel, 2, 4)), node);
                yield windowed(node, input, kernel[0]);
            }
            case "MaxPool", "AveragePool" -> windowed(node, input, input[1]);
            case "GlobalAveragePool" -> new long[] {input[0], input[1], 1, 1};
            case "Gemm" -> {
                require(node.getAttributeCount() == 0 && input[1] == inputShape(node, 1)[0], node);
                yield new long[] {input[0], inputShape(node, 1)[1]};
            }
            case "Reshape" -> {
                long[] to = longs(initializers.get(node.getInput(1)).getInt64DataList());
                require(product(to) == product(input), node);
                yield to;
            }
            case "Transpose" ->
                Arrays.stream(integers(node, "perm"))
                        .map(from -> input[(int) from])
                        .toArray();
            case "Concat" -> concatenated(node, (int) integer(node, "axis", -1));
            case "Pad" -> padded(input, longs(initializers.get(node.getInput(1)).getInt64DataList()));
            case "Add" -> {
                require(Arrays.equals(input, inputShape(node, 1)), node);
                yield input;
            }
            case "Mul", "Relu", "Clip", "BatchNormalization", "Softmax", "LRN", "Identity" -> input;
            default -> throw new AssertionError("The counter does not know " + node.getOpType());
        };
    }

    private static long[] windowed(NodeProto node, long[] input, long channels) {
        long[] kernel = integers(node, "kernel_shape");
        long[] strides = integers(node, "strides");
        long[] pads = integers(node, "pads");
        long[] dilations = attribute(node, "dilations") == null ? new long[] {1, 1} : integers(node, "dilations");
        require(integer(node, "ceil_mode", 0) == 0, node);
        long[] output = {input[0], channels, 0, 0};
        for (int axis = 0; axis < 2; axis++) {
            long reach = dilations[axis] * (kernel[axis] - 1) + 1;
            output[axis + 2] = (input[axis + 2] + pads[axis] + pads[axis + 2] - reach) / strides[axis] + 1;
        }
        return output;
    }

    private long[] concatenated(NodeProto node, int axis) {
        long[] sum = inputShape(node, 0).clone();
        for (int i = 1; i < node.getInputCount(); i++) {
            long[] more = inputShape(node, i).clone();
            sum[axis] += more[axis];
            more[axis] = sum[axis];
            require(Arrays.equals(sum, more), node);
        }
        return sum;
    }

    private static long[] padded(long[] input, long... pads) {
        long[] output = input.clone();
        for (int axis = 0; axis < input.length; axis++) {
            output[axis] += pads[axis] + pads[axis + input.length];
        }
        return output;
    }

    private long[] inputShape(NodeProto node, int index) {
        long[] shape = shapes.get(node.getInput(index));
        require(shape != null, node);
        return shape;
    }

    private static void require(boolean fits, NodeProto node) {
        if (!fits) {
            throw new AssertionError("Against ONNX's definition: " + node);
        }
    }

    private static AttributeProto attribute(NodeProto node, String name) {
        return node.getAttributeList().stream()
                .filter(each -> each.getName().equals(name))
                .findFirst()
                .orElse(null);
    }

    private static long integer(NodeProto node, String name, long otherwise) {
        AttributeProto attribute = attribute(node, name);
        return attribute == null ? otherwise : attribute.getI();
    }

    private static long[] integers(NodeProto node, String name) {
        return longs(attribute(node, name).getIntsList());
    }

    private static long[] longs(List<Long> values) {
        return values.stream().mapToLong(Long::longValue).toArray();
    }

    private static long product(long... extents) {
        return LongStream.of(extents).reduce(1, Math::multiplyExact);
    }

    private static long[] declared(ValueInfoProto value) {
        return value.getType().getTensorType().getShape().getDimList().stream()
                .mapToLong(dimension -> dimension.getDimValue())
                .toArray();
    }

    /** The multiply-adds of one pass: one for each product of a convolution or matrix multiplication. */
    public long multiplyAdds() {
        return multiplyAdds;
    }

    /** How many numbers training changes. */
    public long trainable() {
        return trained.entrySet().stream()
                .filter(Map.Entry::getValue)
                .mapToLong(each -> product(shapes.get(each.getKey())))
                .sum();
    }

    /** How many numbers are kept, running statistics with them. */
    public long parameters() {
        return trained.keySet().stream()
                .mapToLong(name -> product(shapes.get(name)))
                .sum();
    }

    /** How many nodes stand for each path: a number sign parts a path from the number of a step. */
    public Map<String, Integer> nodesByPath() {
        Map<String, Integer> nodes = new LinkedHashMap<>();
        graph.getNodeList().forEach(node -> nodes.merge(node.getName().split("#", 2)[0], 1, Integer::sum));
        return nodes;
    }

    /** What is wrong about initializers and shapes, in words; empty where nothing is. */
    public List<String> faults() {
        List<String> faults = new ArrayList<>();
        for (TensorProto each : graph.getInitializerList()) {
            if (!trained.containsKey(each.getName()) && !each.getName().contains("#constant")) {
                faults.add(each.getName() + " is neither a weight nor named a constant");
            }
            long bytes = each.getRawData().size() + 8L * each.getInt64DataCount();
            long wide = each.getInt64DataCount() > 0 ? 8 : 4;
            if (bytes != wide * product(longs(each.getDimsList()))) {
                faults.add(each.getName() + " declares other extents than it has numbers");
            }
        }
        List<ValueInfoProto> said = new ArrayList<>(graph.getValueInfoList());
        said.addAll(graph.getOutputList());
        for (ValueInfoProto each : said) {
            if (!Arrays.equals(declared(each), shapes.get(each.getName()))) {
                faults.add(each.getName() + " has another shape than is said");
            }
        }
        return faults;
    }
}
