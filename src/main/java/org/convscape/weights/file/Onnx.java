package org.convscape.weights.file;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The arrays of an ONNX model: initialisers, constants, and what is only another name for one of them. Of the graph
 * nothing else is read. (Field numbers: {@code onnx/onnx.proto}.)
 */
final class Onnx {
    private static final int MODEL_GRAPH = 7;
    private static final int GRAPH_NODE = 1;
    private static final int GRAPH_INITIALIZER = 5;
    private static final int GRAPH_SPARSE_INITIALIZER = 15;
    private static final int NODE_INPUT = 1;
    private static final int NODE_OUTPUT = 2;
    private static final int NODE_TYPE = 4;
    private static final int NODE_ATTRIBUTE = 5;
    private static final int ATTRIBUTE_NAME = 1;
    private static final int ATTRIBUTE_TENSOR = 5;
    private static final int MOST_ARRAYS = 1_000_000;

    /** Another name for an array, by an Identity between them. */
    private record Alias(String of, String name) {}

    private final FileBytes file;
    private final ArrayFile.Contents contents = new ArrayFile.Contents(Format.ONNX);
    private final OnnxData data;
    private final List<Alias> aliases = new ArrayList<>();
    private final Set<String> leftOut = new HashSet<>();
    private int sparse;

    private Onnx(FileBytes file) {
        this.file = file;
        this.data = new OnnxData(file, contents);
    }

    static ArrayFile.Contents read(FileBytes file) {
        Onnx onnx = new Onnx(file);
        try {
            return onnx.model();
        } catch (RuntimeException | Error e) {
            ArrayFile.closeAll(onnx.contents.open);
            throw e;
        }
    }

    private ArrayFile.Contents model() {
        Message model = new Message(file, "the ONNX model", 0, file.size());
        boolean found = false;
        for (int field = model.next(); field != 0; field = model.next()) {
            if (field == MODEL_GRAPH && model.many()) {
                found = true;
                graph(model.inner("the graph"));
            }
        }
        if (!found) {
            throw file.complaint("it begins like an ONNX model, and has no graph");
        }
        for (Alias alias : aliases) {
            ArrayFile.Entry entry = contents.entries.get(alias.of);
            if (entry != null) {
                StoredArray of = entry.array();
                add(new StoredArray(alias.name, of.dimensions(), of.type()), entry.values());
            }
        }
        if (sparse > 0) {
            contents.remarks.add("Sparse arrays are not read: " + sparse + " left out");
        }
        if (!leftOut.isEmpty()) {
            contents.remarks.add("Arrays that are no numbers that are read are left out: "
                    + String.join(", ", leftOut.stream().sorted().toList()));
        }
        return contents;
    }

    private void graph(Message graph) {
        for (int field = graph.next(); field != 0; field = graph.next()) {
            switch (field) {
                case GRAPH_NODE -> node(graph.inner("a node"));
                case GRAPH_INITIALIZER -> tensor(graph.inner("an initialiser"), "");
                case GRAPH_SPARSE_INITIALIZER -> sparse++;
                default -> {}
            }
        }
    }

    private void node(Message node) {
        String type = "";
        List<String> inputs = new ArrayList<>();
        List<String> outputs = new ArrayList<>();
        List<long[]> attributes = new ArrayList<>();
        for (int field = node.next(); field != 0; field = node.next()) {
            switch (field) {
                case NODE_INPUT -> inputs.add(node.text());
                case NODE_OUTPUT -> outputs.add(node.text());
                case NODE_TYPE -> type = node.text();
                case NODE_ATTRIBUTE -> attributes.add(new long[] {node.begin(), node.end()});
                default -> {}
            }
        }
        if (type.startsWith("QLinear") || type.equals("DequantizeLinear") || type.equals("QuantizeLinear")) {
            throw file.complaint("the model is quantised (it has the operation " + type
                    + "); the weights before they are quantised were expected");
        }
        if (outputs.size() == 1 && type.equals("Identity") && inputs.size() == 1) {
            aliases.add(new Alias(inputs.get(0), outputs.get(0)));
        } else if (outputs.size() == 1 && type.equals("Constant")) {
            for (long[] attribute : attributes) {
                constant(new Message(file, "a constant", attribute[0], attribute[1]), outputs.get(0));
            }
        }
    }

    private void constant(Message attribute, String output) {
        String name = "";
        long begin = -1;
        long end = -1;
        for (int field = attribute.next(); field != 0; field = attribute.next()) {
            if (field == ATTRIBUTE_NAME) {
                name = attribute.text();
            } else if (field == ATTRIBUTE_TENSOR) {
                begin = attribute.begin();
                end = attribute.end();
            }
        }
        if (begin >= 0 && name.equals("value")) {
            tensor(new Message(file, "a constant", begin, end), output);
        }
    }

    private void tensor(Message message, String name) {
        OnnxTensor tensor = OnnxTensor.read(message);
        String called = name.isEmpty() ? tensor.name : name;
        if (called.isEmpty()) {
            throw message.complaint("an initialiser was expected to have a name");
        }
        ElementType type = tensor.type();
        if (type == null) {
            leftOut.add(called);
            return;
        }
        if (Extent.elements(tensor.dimensions, Double.BYTES).isEmpty()) {
            throw message.complaint(
                    "the array " + called + " claims to be " + tensor.dimensions + ", which is negative or overflows");
        }
        StoredArray array = new StoredArray(called, tensor.dimensions, type);
        add(array, data.values(message, tensor, array));
    }

    private void add(StoredArray array, Values values) {
        if (!contents.add(array, values)) {
            throw file.complaint("two arrays are called " + array.name());
        }
        if (contents.entries.size() > MOST_ARRAYS) {
            throw file.complaint("there are more than " + MOST_ARRAYS + " arrays");
        }
    }
}
