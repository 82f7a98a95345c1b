package org.convscape.document;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.convscape.analysis.GraphDifference;
import org.convscape.attribute.Attribute;
import org.convscape.attribute.InvalidAttribute;
import org.convscape.graph.Edge;
import org.convscape.graph.Graph;
import org.convscape.graph.Group;
import org.convscape.graph.GroupPath;
import org.convscape.graph.Node;
import org.convscape.op.OpType;
import org.convscape.op.Operation;
import org.convscape.op.library.OpLibrary;
import org.convscape.testing.RandomGraphs;
import org.convscape.zoo.Catalogue;
import org.convscape.zoo.Model;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The difference between a document and what edits have made of it is the effect of those edits and nothing else. The
 * effect is kept as a ledger of its own, edit by edit, which never looks at the two graphs side by side.
 */
class EditsAsDifferenceTest {
    private static final int SEQUENCES = 250;
    private static final int LONGEST = 25;
    private static final List<OpType<?>> TYPES = OpLibrary.standard().types();

    /** What each edit did; a node is known by the origin it was made with. */
    private static final class Ledger {
        private final Map<String, String> paths = new LinkedHashMap<>();
        private final Map<String, String> firstPaths = new HashMap<>();
        private final Set<String> added = new TreeSet<>();
        private final Set<String> removed = new TreeSet<>();
        /** By origin and attribute or port: what it was before the first edit, and what it is now. */
        private final Map<String, Map<String, Object[]>> attributes = new HashMap<>();

        private final Map<String, Map<Integer, Object[]>> ports = new HashMap<>();

        Ledger(Graph graph) {
            graph.nodes().forEach(node -> paths.put(node.origin(), node.path()));
            firstPaths.putAll(paths);
        }

        static <K> void note(Map<String, Map<K, Object[]>> notes, String origin, K what, Object from, Object to) {
            notes.computeIfAbsent(origin, unseen -> new HashMap<>())
                    .computeIfAbsent(what, unseen -> new Object[] {from, to})[1] = to;
        }

        static boolean changed(Map<?, Object[]> notes) {
            return notes.values().stream().anyMatch(change -> !Objects.equals(change[0], change[1]));
        }

        Set<String> effect() {
            Set<String> effect = new TreeSet<>();
            added.forEach(origin -> effect.add("+ " + paths.get(origin)));
            removed.forEach(origin -> effect.add("- " + firstPaths.get(origin)));
            for (Map.Entry<String, String> node : paths.entrySet()) {
                String origin = node.getKey();
                String path = node.getValue();
                if (added.contains(origin)) {
                    continue;
                }
                if (!path.equals(firstPaths.get(origin))) {
                    effect.add("name " + firstPaths.get(origin) + " > " + path);
                }
                if (changed(ports.getOrDefault(origin, Map.of()))) {
                    effect.add("wire " + path);
                }
                attributes.getOrDefault(origin, Map.of()).forEach((name, change) -> {
                    if (!Objects.equals(change[0], change[1])) {
                        effect.add("set " + path + " " + name + " " + change[0] + " > " + change[1]);
                    }
                });
            }
            return effect;
        }
    }

    private static Set<String> said(GraphDifference difference) {
        Set<String> said = new TreeSet<>();
        for (GraphDifference.Change change : difference.changes()) {
            if (change instanceof GraphDifference.Added added) {
                said.add("+ " + added.path());
            } else if (change instanceof GraphDifference.Removed removed) {
                said.add("- " + removed.path());
            } else if (change instanceof GraphDifference.Renamed renamed) {
                said.add("name " + renamed.before().path() + " > " + renamed.path());
            } else if (change instanceof GraphDifference.Rewired rewired) {
                said.add("wire " + rewired.path());
            } else if (change instanceof GraphDifference.AttributeChanged set) {
                String name = set.attribute().name();
                said.add("set " + set.path() + " " + name + " "
                        + set.before().operation().attributes().get(name) + " > "
                        + set.after().operation().attributes().get(name));
            } else {
                said.add("unexpected " + change);
            }
        }
        assertEquals(difference.changes().size(), said.size(), "a change is said once");
        return said;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 250, 500, 750})
    void theDifferenceIsTheEffectOfTheEdits(int first) {
        Model model = Catalogue.standard().require("inception-v1");
        Graph start = model.build(model.defaultInput(), model.schema().defaults());
        for (int seed = first; seed < first + SEQUENCES; seed++) {
            Random random = new Random(seed);
            Document document = Document.of("start", start);
            Ledger ledger = new Ledger(start);
            int edits = 1 + random.nextInt(LONGEST);
            for (int edit = 0; edit < edits; edit++) {
                document = edited(document, start, ledger, random, edit);
            }

            assertEquals(ledger.effect(), said(GraphDifference.states(start, document.graph())), "of sequence " + seed);
        }
    }

    private static Document edited(Document document, Graph start, Ledger ledger, Random random, int number) {
        Graph graph = document.graph();
        if (graph.size() == 0 || random.nextInt(5) == 0) {
            return added(document, ledger, random, "new " + number);
        }
        Node node = graph.node(random.nextInt(graph.size()));
        return switch (random.nextInt(7)) {
            case 0 -> deleted(document, ledger, node.path());
            case 1 -> {
                GroupPath group = node.group();
                boolean whole = random.nextInt(6) == 0 && !group.isRoot();
                yield deleted(document, ledger, whole ? group.text() : node.path());
            }
            case 2 -> renamed(document, ledger, random, node, number);
            case 3 -> disconnected(document, ledger, random);
            case 4 -> set(document, start, ledger, random, node);
            default -> connected(document, ledger, random, node);
        };
    }

    private static Document added(Document document, Ledger ledger, Random random, String path) {
        Operation operation = TYPES.get(random.nextInt(TYPES.size())).create();
        Document changed = new Edit.AddNode(path, operation, null).apply(document);
        String origin = changed.graph().node(path).origin();
        ledger.added.add(origin);
        ledger.paths.put(origin, path);
        return changed;
    }

    private static Document deleted(Document document, Ledger ledger, String path) {
        Graph graph = document.graph();
        List<Node> gone = graph.nodes().stream()
                .filter(node -> GroupPath.covers(Set.of(path), node.path()))
                .toList();
        for (Node node : gone) {
            graph.outgoing(node.path())
                    .forEach(edge -> Ledger.note(
                            ledger.ports, graph.node(edge.to()).origin(), edge.port(), node.origin(), Node.OPEN));
            if (!ledger.added.remove(node.origin())) {
                ledger.removed.add(node.origin());
            }
            ledger.paths.remove(node.origin());
        }
        return new Edit.Delete(Set.of(path)).apply(document);
    }

    private static Document renamed(Document document, Ledger ledger, Random random, Node node, int number) {
        List<Group> groups = List.copyOf(document.graph().groups());
        boolean group = random.nextBoolean() && !groups.isEmpty();
        String from = group ? groups.get(random.nextInt(groups.size())).path().text() : node.path();
        String name = "other " + number;
        String to = GroupPath.of(from).child(name);
        ledger.paths.replaceAll((origin, path) ->
                path.equals(from) || path.startsWith(from + "/") ? to + path.substring(from.length()) : path);
        return new Edit.Rename(from, name).apply(document);
    }

    private static Document disconnected(Document document, Ledger ledger, Random random) {
        List<Edge> edges = new ArrayList<>(document.graph().edges());
        if (edges.isEmpty()) {
            return document;
        }
        Edge edge = edges.get(random.nextInt(edges.size()));
        Graph graph = document.graph();
        Ledger.note(
                ledger.ports,
                graph.node(edge.to()).origin(),
                edge.port(),
                graph.node(edge.from()).origin(),
                Node.OPEN);
        return new Edit.Disconnect(Set.of(edge)).apply(document);
    }

    private static Document connected(Document document, Ledger ledger, Random random, Node to) {
        Graph graph = document.graph();
        Node from = graph.node(random.nextInt(graph.size()));
        int port = random.nextInt(Math.max(1, to.inputs().size() + 1));
        Document changed;
        try {
            changed = new Edit.Connect(from.path(), to.path(), port).apply(document);
        } catch (EditRefused e) {
            return document;
        }
        String before = port < to.inputs().size() ? to.inputs().get(port) : Node.OPEN;
        Ledger.note(
                ledger.ports,
                to.origin(),
                port,
                before.equals(Node.OPEN) ? Node.OPEN : graph.node(before).origin(),
                from.origin());
        return changed;
    }

    /** Sets what it was at the start again, from time to time: then that is no difference. */
    private static Document set(Document document, Graph start, Ledger ledger, Random random, Node node) {
        OpType<?> type = node.operation().type();
        Operation operation;
        try {
            operation = start.nodes().stream()
                    .filter(known -> random.nextInt(3) == 0 && known.origin().equals(node.origin()))
                    .map(Node::operation)
                    .findFirst()
                    .orElseGet(() -> type.create(RandomGraphs.values(random.nextLong(), type.schema())));
        } catch (InvalidAttribute e) {
            return document;
        }
        for (Attribute<?> attribute : type.schema().attributes()) {
            Ledger.note(
                    ledger.attributes,
                    node.origin(),
                    attribute.name(),
                    node.operation().attributes().get(attribute.name()),
                    operation.attributes().get(attribute.name()));
        }
        return new Edit.SetOperation(node.path(), operation, "").apply(document);
    }
}
