package org.convscape.io.onnx.importing;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import onnx.OnnxMl.GraphProto;
import onnx.OnnxMl.NodeProto;
import onnx.OnnxMl.TensorProto;
import onnx.OnnxMl.ValueInfoProto;
import org.convscape.attribute.InvalidAttribute;
import org.convscape.graph.Naming;
import org.convscape.io.FileFailure;
import org.convscape.op.InvalidShape;

/** Goes through the nodes of a model, each after those it takes from, and makes operations of them. */
final class Translation {
    private static final Map<String, Operator> OPERATORS = operators();
    private static final int SAID = 5;

    private final GraphProto graph;
    private final long operatorSet;
    private final boolean own;
    private final TensorReader tensors;
    private final Folding folding;
    private final Layers layers = new Layers();
    private final Map<String, Value> values = new HashMap<>();
    private final Set<String> given = new HashSet<>();
    private final List<String> notes = new ArrayList<>();
    private final List<String> failures = new ArrayList<>();
    private int lost;

    Translation(GraphProto graph, long operatorSet, boolean own, TensorReader tensors) {
        this.graph = graph;
        this.operatorSet = operatorSet;
        this.own = own;
        this.tensors = tensors;
        this.folding = new Folding(tensors);
    }

    private static Map<String, Operator> operators() {
        Map<String, Operator> operators = new HashMap<>();
        WindowOperators.addTo(operators);
        ViewOperators.addTo(operators);
        ElementOperators.addTo(operators);
        PairOperators.addTo(operators);
        return Map.copyOf(operators);
    }

    /** The operations, in an order in which each follows those it takes from. */
    List<Layer> layers() {
        return layers.all();
    }

    /** What a person should know of it, as sentences without their full stop. */
    List<String> notes() {
        List<String> said = new ArrayList<>(notes);
        said.addAll(failures.size() <= SAID ? failures : failures.subList(0, SAID));
        if (failures.size() > SAID) {
            said.add("And " + (failures.size() - SAID) + " more nodes cannot be opened");
        }
        if (lost > 0) {
            said.add("The part before is open; " + lost + " nodes behind take from what is missing");
        }
        return said;
    }

    /** Why nodes could not be read, one sentence for each. */
    List<String> failures() {
        return failures;
    }

    void run() {
        for (TensorProto each : graph.getInitializerList()) {
            values.put(each.getName(), array(each));
        }
        Inputs inputs = new Inputs(layers, notes);
        for (ValueInfoProto input : graph.getInputList()) {
            if (!values.containsKey(input.getName())) {
                values.put(input.getName(), inputs.read(input));
            }
        }
        given.addAll(values.keySet());
        inOrder().forEach(this::read);
        for (ValueInfoProto output : graph.getOutputList()) {
            if (values.get(output.getName()) instanceof Value.Seen seen) {
                result(output.getName(), seen);
            }
        }
    }

    private Value array(TensorProto tensor) {
        try {
            return tensors.read(tensor);
        } catch (Refused e) {
            failures.add(sentence(e.getMessage()));
            return new Value.Lost(tensor.getName());
        }
    }

    private static String sentence(String text) {
        return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    /** A result that was only reshaped at last is laid out so. */
    private void result(String name, Value.Seen seen) {
        try {
            layers.any(seen);
        } catch (Refused e) {
            notes.add("The output " + Naming.quoted(name) + " is left in our layout: " + e.getMessage());
        }
    }

    /** ONNX wants them so already; files that do not keep to it are put in order. */
    private List<NodeProto> inOrder() {
        Map<String, NodeProto> makers = new HashMap<>();
        for (NodeProto node : graph.getNodeList()) {
            node.getOutputList().forEach(output -> makers.put(output, node));
        }
        Map<NodeProto, Integer> waiting = new java.util.IdentityHashMap<>();
        Map<NodeProto, List<NodeProto>> takers = new java.util.IdentityHashMap<>();
        Deque<NodeProto> ready = new ArrayDeque<>();
        for (NodeProto node : graph.getNodeList()) {
            Set<NodeProto> sources = java.util.Collections.newSetFromMap(new java.util.IdentityHashMap<>());
            node.getInputList().stream()
                    .filter(input -> !given.contains(input))
                    .map(makers::get)
                    .filter(java.util.Objects::nonNull)
                    .forEach(sources::add);
            sources.forEach(source ->
                    takers.computeIfAbsent(source, key -> new ArrayList<>()).add(node));
            waiting.put(node, sources.size());
            if (sources.isEmpty()) {
                ready.add(node);
            }
        }
        boolean inOrder = isInOrder(makers);
        List<NodeProto> order = new ArrayList<>();
        while (!ready.isEmpty()) {
            NodeProto node = ready.poll();
            order.add(node);
            for (NodeProto taker : takers.getOrDefault(node, List.of())) {
                if (waiting.merge(taker, -1, Integer::sum) == 0) {
                    ready.add(taker);
                }
            }
        }
        if (order.size() < graph.getNodeCount()) {
            NodeProto stuck = graph.getNodeList().stream()
                    .filter(node -> waiting.get(node) > 0)
                    .findFirst()
                    .orElseThrow();
            throw new FileFailure("its nodes form a circle: " + place(stuck) + " waits for itself");
        }
        return inOrder ? graph.getNodeList() : order;
    }

    private boolean isInOrder(Map<String, NodeProto> makers) {
        Set<String> made = new HashSet<>(given);
        for (NodeProto node : graph.getNodeList()) {
            if (node.getInputList().stream().anyMatch(input -> makers.containsKey(input) && !made.contains(input))) {
                return false;
            }
            made.addAll(node.getOutputList());
        }
        return true;
    }

    private String place(NodeProto node) {
        String name = node.getName().isEmpty() && node.getOutputCount() > 0 ? node.getOutput(0) : node.getName();
        return Naming.quoted(name) + " (" + node.getOpType() + ")";
    }

    private void read(NodeProto node) {
        Value value;
        try {
            value = value(node);
        } catch (Refused | InvalidAttribute | InvalidShape e) {
            failures.add(place(node) + ": " + e.getMessage());
            value = new Value.Lost(node.getName());
        } catch (ArithmeticException | IndexOutOfBoundsException | IllegalArgumentException e) {
            failures.add(place(node) + ": its attributes or inputs are out of range (" + e.getMessage() + ")");
            value = new Value.Lost(node.getName());
        }
        for (int i = 0; i < node.getOutputCount(); i++) {
            values.put(node.getOutput(i), i == 0 ? value : new Value.Lost(node.getName()));
        }
    }

    private Value value(NodeProto node) {
        if (!node.getDomain().isEmpty() && !node.getDomain().equals("ai.onnx")) {
            throw new Refused("its domain " + Naming.quoted(node.getDomain()) + " has operators of its own");
        }
        List<Value> inputs = new ArrayList<>();
        for (String name : node.getInputList()) {
            Value input = name.isEmpty() ? null : values.get(name);
            if (input == null && !name.isEmpty()) {
                throw new Refused("it takes " + Naming.quoted(name) + ", which nothing in the file gives");
            }
            if (input instanceof Value.Lost) {
                lost++;
                return input;
            }
            inputs.add(input);
        }
        NodeReader reader = new NodeReader(node, inputs, operatorSet);
        if (reader.constant() && (!inputs.isEmpty() || node.getOpType().equals("Constant"))) {
            Optional<OnnxArray> folded = folding.of(reader);
            if (folded.isPresent()) {
                return folded.get();
            }
        }
        Operator operator = OPERATORS.get(node.getOpType());
        if (operator == null) {
            throw new Refused("there is no such operation here");
        }
        return operator.apply(new Step(reader, layers, own));
    }

    /** Paths by layer. */
    Map<Layer, String> paths() {
        return new LinkedHashMap<>(Names.of(layers.all(), own));
    }
}
