package org.convscape.analysis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.convscape.attribute.Attribute;
import org.convscape.attribute.AttributeValues;
import org.convscape.graph.Graph;
import org.convscape.graph.Node;

/**
 * What has to be done to one graph so that it is another: nodes that are added and removed, and of those in both every
 * attribute, name and input that differs. Two states are compared, and not the way between them: what was changed and
 * changed back is no difference.
 *
 * @param changes node by node in the order of the first graph; what is only in the second follows in its order
 */
public record GraphDifference(Graph before, Graph after, List<Change> changes) {

    /** One difference. */
    public sealed interface Change {

        /** The path in the second graph, of what is only in the first its path there. */
        String path();
    }

    /** A node that only the second graph has. */
    public record Added(Node node) implements Change {
        @Override
        public String path() {
            return node.path();
        }
    }

    /** A node that only the first graph has. */
    public record Removed(Node node) implements Change {
        @Override
        public String path() {
            return node.path();
        }
    }

    /** A node that has become another operation. */
    public record Replaced(Node before, Node after) implements Change {
        @Override
        public String path() {
            return after.path();
        }
    }

    /** A node that was renamed, by itself or with a group around it. */
    public record Renamed(Node before, Node after) implements Change {
        @Override
        public String path() {
            return after.path();
        }
    }

    /**
     * One attribute that has another value.
     *
     * @param from its value in the first graph, as a form shows it
     * @param to its value in the second
     */
    public record AttributeChanged(Node before, Node after, Attribute<?> attribute, String from, String to)
            implements Change {
        @Override
        public String path() {
            return after.path();
        }
    }

    /** A node that takes its inputs from elsewhere: the paths of its sources, each as in its own graph. */
    public record Rewired(Node before, Node after) implements Change {
        @Override
        public String path() {
            return after.path();
        }
    }

    /** Keeps an unmodifiable copy. */
    public GraphDifference {
        changes = List.copyOf(changes);
    }

    /**
     * Two states of one document: a node is the same where it has the same origin, whatever it is called now.
     */
    public static GraphDifference states(Graph before, Graph after) {
        Map<String, Node> byOrigin = new HashMap<>();
        before.nodes().forEach(node -> byOrigin.putIfAbsent(node.origin(), node));
        Map<Node, Node> partners = new IdentityHashMap<>();
        for (Node node : after.nodes()) {
            Node partner = byOrigin.remove(node.origin());
            if (partner != null) {
                partners.put(partner, node);
            }
        }
        return new GraphDifference(before, after, changes(before, after, partners, true));
    }

    /** Two networks, with their layers paired in any manner; what they are called is then no difference. */
    public static GraphDifference of(Alignment alignment) {
        Map<Node, Node> partners = new IdentityHashMap<>();
        alignment
                .matched()
                .forEach(pair -> partners.put(pair.left().node(), pair.right().node()));
        Graph before = alignment.left().graph();
        Graph after = alignment.right().graph();
        return new GraphDifference(before, after, changes(before, after, partners, false));
    }

    /**
     * Two graphs of which nothing more is known: states of one document where at least half of the nodes of the smaller
     * have origin and kind in common, else networks whose layers are paired by name.
     */
    public static GraphDifference between(Analysis before, Analysis after) {
        Map<String, Node> byOrigin = new HashMap<>();
        before.graph().nodes().forEach(node -> byOrigin.putIfAbsent(node.origin(), node));
        long same = after.graph().nodes().stream()
                .filter(node -> byOrigin.containsKey(node.origin()) && sameKind(byOrigin.get(node.origin()), node))
                .count();
        int smaller = Math.min(before.graph().size(), after.graph().size());
        return 2 * same >= smaller ? states(before.graph(), after.graph()) : of(Alignment.byName(before, after));
    }

    private static boolean sameKind(Node one, Node other) {
        return one.operation().type().id().equals(other.operation().type().id());
    }

    private static List<Change> changes(Graph before, Graph after, Map<Node, Node> partners, boolean names) {
        Map<String, String> paths = new HashMap<>();
        partners.forEach((one, other) -> paths.put(one.path(), other.path()));
        List<Change> changes = new ArrayList<>();
        Map<Node, Boolean> met = new IdentityHashMap<>();
        for (Node one : before.nodes()) {
            Node other = partners.get(one);
            if (other == null) {
                changes.add(new Removed(one));
                continue;
            }
            met.put(other, true);
            if (names && !one.path().equals(other.path())) {
                changes.add(new Renamed(one, other));
            }
            if (sameKind(one, other)) {
                addAttributes(one, other, changes);
            } else {
                changes.add(new Replaced(one, other));
            }
            if (!sources(one, paths::get).equals(sources(other, path -> path))) {
                changes.add(new Rewired(one, other));
            }
        }
        after.nodes().stream().filter(node -> !met.containsKey(node)).forEach(node -> changes.add(new Added(node)));
        return changes;
    }

    private static void addAttributes(Node one, Node other, List<Change> changes) {
        AttributeValues from = one.operation().attributes();
        AttributeValues to = other.operation().attributes();
        for (Attribute<?> attribute : from.schema().attributes()) {
            if (!Objects.equals(from.get(attribute.name()), to.get(attribute.name()))) {
                changes.add(new AttributeChanged(one, other, attribute, from.format(attribute), to.format(attribute)));
            }
        }
    }

    /** What a node takes from, by paths of the second graph; open ports at the end are none, as they come and go. */
    private static List<String> sources(Node node, UnaryOperator<String> mapping) {
        List<String> sources = new ArrayList<>();
        for (String input : node.inputs()) {
            String mapped = input.equals(Node.OPEN) ? Node.OPEN : mapping.apply(input);
            // What was removed is nowhere in the second graph, so that no source there equals it.
            sources.add(mapped == null ? "\0" + input : mapped);
        }
        while (!sources.isEmpty() && sources.get(sources.size() - 1).equals(Node.OPEN)) {
            sources.remove(sources.size() - 1);
        }
        return sources;
    }

    /** True where the graphs do not differ. */
    public boolean isEmpty() {
        return changes.isEmpty();
    }

    /** The changes of one kind. */
    public <C extends Change> List<C> all(Class<C> kind) {
        return changes.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
