package org.convscape.analysis;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.convscape.graph.Graph;
import org.convscape.graph.GroupPath;
import org.convscape.graph.Node;
import org.convscape.op.Cost;
import org.convscape.op.InvalidShape;
import org.convscape.op.OpType;
import org.convscape.tensor.Shape;

/**
 * Shapes, weights, costs and diagnostics of every node of a graph: a pure function of it, cheap enough to run on every
 * keystroke.
 */
public final class Analysis {
    private final Graph graph;
    private final Map<String, NodeFacts> facts = new LinkedHashMap<>();
    private final List<Diagnostic> diagnostics = new ArrayList<>();
    private ReceptiveFields fields;

    private Analysis(Graph graph) {
        this.graph = graph;
        TopologicalOrder order = TopologicalOrder.of(graph);
        for (Node node : order.ordered()) {
            NodeFacts known = examine(node);
            facts.put(node.path(), known);
        }
        for (String path : order.cyclic()) {
            Diagnostic diagnostic = new Diagnostic(
                    Diagnostic.Severity.ERROR,
                    path,
                    "This layer takes, directly or through others, from its own output; remove one connection of the"
                            + " cycle " + Cycle.through(graph, path, order.cyclic()));
            facts.put(path, unresolved(graph.node(path), invalid(diagnostic)));
        }
    }

    /** Analyses a graph. */
    public static Analysis of(Graph graph) {
        return new Analysis(graph);
    }

    private NodeFacts examine(Node node) {
        OpType<?> type = node.operation().type();
        List<Shape> shapes = new ArrayList<>(node.inputs().size());
        int connected = 0;
        String cause = null;
        for (String input : node.inputs()) {
            if (input.equals(Node.OPEN)) {
                continue;
            }
            connected++;
            Inferred source = facts.get(input).inferred();
            Optional<Shape> shape = source.shape();
            if (shape.isPresent()) {
                shapes.add(shape.get());
            } else if (cause == null) {
                cause = source instanceof Inferred.Unknown unknown ? unknown.cause() : input;
            }
        }
        if (connected < node.inputs().size() || connected < type.minimumInputs()) {
            int missing = Math.max(type.minimumInputs(), node.inputs().size()) - connected;
            diagnostics.add(new Diagnostic(
                    Diagnostic.Severity.OPEN,
                    node.path(),
                    missing == 1 && type.minimumInputs() <= 1
                            ? "The input is not connected yet"
                            : missing + " of " + (connected + missing) + " inputs " + (missing == 1 ? "is" : "are")
                                    + " not connected yet"));
            return unresolved(node, new Inferred.Unknown(node.path()));
        }
        if (connected > type.maximumInputs()) {
            return unresolved(
                    node,
                    invalid(new Diagnostic(
                            Diagnostic.Severity.ERROR,
                            node.path(),
                            type.label() + " takes at most " + type.maximumInputs() + " inputs, found " + connected)));
        }
        if (cause != null) {
            return unresolved(node, new Inferred.Unknown(cause));
        }
        return infer(node, List.copyOf(shapes));
    }

    private NodeFacts infer(Node node, List<Shape> shapes) {
        try {
            Shape output = node.operation().infer(shapes);
            return new NodeFacts(
                    node,
                    new Inferred.Known(output),
                    shapes,
                    node.operation().weights(shapes),
                    node.operation().cost(shapes, output));
        } catch (InvalidShape e) {
            return unresolved(node, invalid(new Diagnostic(Diagnostic.Severity.ERROR, node.path(), e.getMessage())));
        } catch (ArithmeticException e) {
            return unresolved(
                    node,
                    invalid(new Diagnostic(
                            Diagnostic.Severity.ERROR,
                            node.path(),
                            "The output or its cost is larger than can be counted (more than 2^63) for inputs " + shapes
                                    + "; fewer channels or a smaller picture would work")));
        }
    }

    private Inferred.Invalid invalid(Diagnostic diagnostic) {
        diagnostics.add(diagnostic);
        return new Inferred.Invalid(diagnostic);
    }

    private static NodeFacts unresolved(Node node, Inferred inferred) {
        return new NodeFacts(node, inferred, List.of(), List.of(), Cost.NONE);
    }

    /** The graph that was analysed. */
    public Graph graph() {
        return graph;
    }

    /** The facts of every node, in topological order; nodes on cycles come last. */
    public Collection<NodeFacts> nodes() {
        return Collections.unmodifiableCollection(facts.values());
    }

    /** The facts of the nodes of a group, at any depth, in topological order. */
    public List<NodeFacts> nodesIn(GroupPath group) {
        return facts.values().stream()
                .filter(known -> group.contains(known.node().path()))
                .toList();
    }

    /**
     * The facts of one node.
     *
     * @throws IllegalArgumentException when the graph has no such node
     */
    public NodeFacts node(String path) {
        NodeFacts known = facts.get(path);
        if (known == null) {
            throw new IllegalArgumentException("There is no node \"" + path + "\"");
        }
        return known;
    }

    /** The output shape of a node where it is known. */
    public Optional<Shape> shape(String path) {
        return Optional.ofNullable(facts.get(path))
                .flatMap(known -> known.inferred().shape());
    }

    /** What is the matter, in the order of the nodes. */
    public List<Diagnostic> diagnostics() {
        return Collections.unmodifiableList(diagnostics);
    }

    /** True when every shape is known: counts are exact and the graph can run. */
    public boolean complete() {
        return facts.values().stream().allMatch(NodeFacts::known);
    }

    /** The nodes whose output nobody takes, in topological order: the results of the network. */
    public List<NodeFacts> outputs() {
        Set<String> taken = new HashSet<>(2 * facts.size());
        facts.values().forEach(known -> taken.addAll(known.node().inputs()));
        return facts.values().stream()
                .filter(known -> !taken.contains(known.node().path()))
                .toList();
    }

    /** The receptive fields, found when somebody first asks and then remembered. */
    ReceptiveFields fields() {
        if (fields == null) {
            // Benign race: an analysis does not change, so two threads find the same.
            fields = new ReceptiveFields(this);
        }
        return fields;
    }
}
