package org.convscape.analysis;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.convscape.graph.Edge;
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
    /** The positions of the nodes in topological order; those on cycles come last. */
    private final int[] steps;

    private final Set<String> cyclic;
    /** By position in the graph. */
    private final NodeFacts[] facts;
    /** In topological order; nodes on cycles come last. */
    private final List<NodeFacts> ordered;

    private final List<Diagnostic> diagnostics = new ArrayList<>();
    private ReceptiveFields fields;
    private Counts counts;

    private Analysis(Graph graph, Analysis before) {
        this.graph = graph;
        if (before != null && graph.sameConnections(before.graph)) {
            this.steps = before.steps;
            this.cyclic = before.cyclic;
        } else {
            TopologicalOrder found = TopologicalOrder.of(graph);
            this.cyclic = found.cyclic();
            this.steps = IntStream.concat(
                            IntStream.of(found.positions()), cyclic.stream().mapToInt(graph::position))
                    .toArray();
        }
        this.facts = new NodeFacts[graph.size()];
        this.ordered = new ArrayList<>(graph.size());
        int acyclic = steps.length - cyclic.size();
        for (int step = 0; step < acyclic; step++) {
            int position = steps[step];
            NodeFacts known = before == null ? null : before.factsOf(position, graph);
            add(position, known != null && holds(known, position) ? known : examine(position));
        }
        if (acyclic < steps.length) {
            addWithoutOrder(Arrays.copyOfRange(steps, acyclic, steps.length));
        }
    }

    /** What stands on a cycle is at fault; what only follows one waits for it. */
    private void addWithoutOrder(int[] positions) {
        Cycles cycles = new Cycles(graph, positions);
        for (int position : positions) {
            if (cycles.holds(position)) {
                Node node = graph.node(position);
                String sentence = cycles.sentence(position);
                facts[position] =
                        unresolved(node, invalid(new Diagnostic(Diagnostic.Severity.ERROR, node.path(), sentence)));
            }
        }
        // Followers in an order in which each comes after one that is known: from the cycles outwards.
        ArrayDeque<Integer> reached = new ArrayDeque<>();
        IntStream.of(positions).filter(cycles::holds).forEach(reached::add);
        while (!reached.isEmpty()) {
            int at = reached.remove();
            String cause = facts[at].inferred() instanceof Inferred.Unknown unknown
                    ? unknown.cause()
                    : graph.node(at).path();
            for (Edge edge : graph.outgoing(at)) {
                int follower = graph.position(edge.to());
                if (facts[follower] == null) {
                    facts[follower] = unresolved(graph.node(follower), new Inferred.Unknown(cause));
                    reached.add(follower);
                }
            }
        }
        for (int position : positions) {
            add(position, facts[position]);
        }
    }

    private void add(int position, NodeFacts known) {
        facts[position] = known;
        ordered.add(known);
    }

    /** Analyses a graph. */
    public static Analysis of(Graph graph) {
        return new Analysis(graph, null);
    }

    /**
     * The analysis of a graph that has much in common with this one's: what is known of nodes that did not change is
     * shared.
     */
    public Analysis after(Graph changed) {
        if (changed == graph) {
            return this;
        }
        Analysis after = new Analysis(changed, this);
        if (counts != null) {
            after.counts = new Counts(after, counts.convention(), counts);
        }
        return after;
    }

    private NodeFacts examine(int position) {
        Node node = graph.node(position);
        OpType<?> type = node.operation().type();
        int ports = node.inputs().size();
        List<Shape> shapes = new ArrayList<>(ports);
        int connected = 0;
        String cause = null;
        for (int port = 0; port < ports; port++) {
            int at = graph.source(position, port);
            if (at < 0) {
                continue;
            }
            connected++;
            Inferred source = facts[at].inferred();
            if (source instanceof Inferred.Known known) {
                shapes.add(known.output());
            } else if (cause == null) {
                cause = source instanceof Inferred.Unknown unknown
                        ? unknown.cause()
                        : node.inputs().get(port);
            }
        }
        if (connected < ports || connected < type.minimumInputs()) {
            return open(node, connected);
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

    /** What was known of a node that stands at a position of another graph; null where there was none of its path. */
    private NodeFacts factsOf(int position, Graph other) {
        Node node = other.node(position);
        if (graph.aligned(other) || (position < graph.size() && graph.node(position) == node)) {
            return facts[position];
        }
        return graph.find(node.path()).isPresent() ? facts[graph.position(node.path())] : null;
    }

    /** True when what was known of a node is still true: it is the same one, and the same shapes come in. */
    private boolean holds(NodeFacts known, int position) {
        if (known.node() != graph.node(position) || !known.known()) {
            return false;
        }
        List<Shape> shapes = known.inputs();
        for (int port = 0; port < shapes.size(); port++) {
            int source = graph.source(position, port);
            boolean same = source >= 0
                    && facts[source].inferred() instanceof Inferred.Known now
                    && now.output().equals(shapes.get(port));
            if (!same) {
                return false;
            }
        }
        return true;
    }

    private NodeFacts open(Node node, int connected) {
        int minimum = node.operation().type().minimumInputs();
        int missing = Math.max(minimum, node.inputs().size()) - connected;
        diagnostics.add(new Diagnostic(
                Diagnostic.Severity.OPEN,
                node.path(),
                missing == 1 && minimum <= 1
                        ? "The input is not connected yet"
                        : missing + " of " + (connected + missing) + " inputs " + (missing == 1 ? "is" : "are")
                                + " not connected yet"));
        return unresolved(node, new Inferred.Unknown(node.path()));
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
    public List<NodeFacts> nodes() {
        return Collections.unmodifiableList(ordered);
    }

    /** The position in the graph of the node at a step: an index into {@link #nodes()}. */
    int position(int step) {
        return steps[step];
    }

    /** The facts of the nodes of a group, at any depth, in topological order. */
    public List<NodeFacts> nodesIn(GroupPath group) {
        List<NodeFacts> inside = new ArrayList<>();
        GroupPath last = null;
        boolean within = false;
        for (int i = 0; i < ordered.size(); i++) {
            NodeFacts known = ordered.get(i);
            GroupPath around = graph.groupAround(steps[i]);
            if (around != last) {
                // Neighbours mostly share their group, of which this then need not be asked again.
                within = group.isRoot() || around.equals(group) || group.contains(around.text());
                last = around;
            }
            if (within) {
                inside.add(known);
            }
        }
        return inside;
    }

    /**
     * The facts of one node.
     *
     * @throws IllegalArgumentException when the graph has no such node
     */
    public NodeFacts node(String path) {
        return facts[graph.position(path)];
    }

    /** The facts of the node at a position of the graph. */
    public NodeFacts node(int position) {
        return facts[position];
    }

    /** The output shape of a node where it is known. */
    public Optional<Shape> shape(String path) {
        return graph.find(path).flatMap(found -> node(path).inferred().shape());
    }

    /** What is the matter, in the order of the nodes. */
    public List<Diagnostic> diagnostics() {
        return Collections.unmodifiableList(diagnostics);
    }

    /** True when every shape is known: counts are exact and the graph can run. */
    public boolean complete() {
        return ordered.stream().allMatch(NodeFacts::known);
    }

    /** The nodes whose output nobody takes, in topological order: the results of the network. */
    public List<NodeFacts> outputs() {
        return ordered.stream()
                .filter(known -> graph.outgoing(known.node().path()).isEmpty())
                .toList();
    }

    /** What every node comes to by a convention; that of the last convention asked for is remembered. */
    public Counts counts(Convention convention) {
        Counts known = counts;
        if (known == null || known.convention() != convention) {
            // Benign race: an analysis does not change, so two threads count the same.
            known = new Counts(this, convention, null);
            counts = known;
        }
        return known;
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
