package org.convscape.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.convscape.graph.Graph;
import org.convscape.graph.Node;
import org.convscape.op.library.Add;
import org.convscape.op.library.Input;
import org.convscape.op.library.Relu;
import org.convscape.tensor.Shape;
import org.convscape.zoo.NetworkLibrary;
import org.junit.jupiter.api.Test;

/** A cycle is the fault of those that stand on it; what only follows it waits, and says whom for. */
class CyclesTest {

    private static Node relu(String path, String source) {
        return new Node(path, new Relu(), List.of(source));
    }

    private static Node add(String path, String... sources) {
        return new Node(path, new Add(), List.of(sources));
    }

    private static final Node PICTURE = new Node("picture", Input.of(Shape.maps(8, 8, 3)), List.of());

    private static Analysis analysis(Node... nodes) {
        return Analysis.of(new Graph(List.of(nodes), List.of()));
    }

    private static Set<String> atFault(Analysis analysis) {
        return analysis.diagnostics().stream().map(Diagnostic::node).collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void onlyWhatStandsOnTheCycleIsAtFaultAndWhatFollowsNamesIt() {
        Analysis analysis = analysis(
                PICTURE,
                add("a", "picture", "c"),
                relu("b", "a"),
                relu("c", "b"),
                relu("follower", "c"),
                relu("further", "follower"));

        assertEquals(Set.of("a", "b", "c"), atFault(analysis));
        assertEquals(
                "This layer takes, directly or through others, from its own output; remove one connection of the cycle"
                        + " a → b → c → a",
                analysis.diagnostics().get(0).message());
        assertEquals(
                "One of 3 layers that take from their own output; see a",
                analysis.diagnostics().get(1).message());
        assertEquals(new Inferred.Unknown("c"), analysis.node("follower").inferred());
        assertEquals(new Inferred.Unknown("c"), analysis.node("further").inferred());
        assertEquals(6, analysis.nodes().size());
    }

    @Test
    void cyclesApartAreToldApartAndTheWayBetweenThemIsNoneOfThem() {
        Analysis analysis = analysis(
                add("a", "b", "a"), relu("b", "a"), relu("between", "b"), add("x", "between", "y"), relu("y", "x"));

        assertEquals(Set.of("a", "b", "x", "y"), atFault(analysis));
        assertTrue(analysis.diagnostics().get(0).message().endsWith("a → a"), "the shortest is named");
        assertTrue(analysis.node("between").inferred() instanceof Inferred.Unknown);
    }

    /** With a search for every member this would take hours. */
    @Test
    void aRingOfManyIsDiagnosedInTimeLinearInIt() {
        int size = 100_000;
        List<Node> ring = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            ring.add(relu("r" + i, "r" + (i + size - 1) % size));
        }

        Analysis analysis = Analysis.of(new Graph(ring, List.of()));

        assertEquals(size, analysis.diagnostics().size());
        assertTrue(
                analysis.diagnostics()
                        .get(0)
                        .message()
                        .endsWith("r0 → r1 → r2 → … 99994 more … → r99997 → r99998 → r99999 → r0"),
                analysis.diagnostics().get(0).message());
        assertTrue(
                analysis.diagnostics().stream().allMatch(each -> each.message().length() < 250));
    }

    @Test
    void oneWrongConnectionInADeepNetworkGivesAShortSentence() {
        Graph graph =
                NetworkLibrary.standard().find("cifar-resnet1202").orElseThrow().build();
        List<Node> nodes = graph.nodes();
        Node early = nodes.get(2);
        Node late = nodes.get(nodes.size() - 5);

        Analysis analysis = Analysis.of(graph.with(early.withInput(0, late.path())));

        assertTrue(analysis.diagnostics().size() > 4_000);
        assertTrue(
                analysis.diagnostics().stream().allMatch(each -> each.message().length() < 400));
        assertTrue(analysis.node(nodes.get(nodes.size() - 1).path()).inferred() instanceof Inferred.Unknown);
    }

    @Test
    void longNamesAreShortened() {
        String longName = "x".repeat(20_000);
        Analysis analysis = analysis(relu(longName, "b"), relu("b", longName));

        assertTrue(
                analysis.diagnostics().stream().allMatch(each -> each.message().length() < 250));
    }

    /** Against the definition: a node stands on a cycle when there is a way from it to itself. */
    @Test
    void inRandomGraphsThoseAtFaultAreThoseThatReachThemselves() {
        Random random = new Random(5);
        for (int round = 0; round < 300; round++) {
            int size = 1 + random.nextInt(10);
            List<Node> nodes = new ArrayList<>();
            for (int i = 0; i < size; i++) {
                nodes.add(add(
                        "n" + i,
                        "n" + random.nextInt(size),
                        random.nextBoolean() ? "picture" : "n" + random.nextInt(size)));
            }
            nodes.add(PICTURE);
            Graph graph = new Graph(nodes, List.of());
            Set<String> expected = graph.nodes().stream()
                    .map(Node::path)
                    .filter(path -> reaches(graph, path, path))
                    .collect(Collectors.toCollection(TreeSet::new));

            Analysis analysis = Analysis.of(graph);

            assertEquals(expected, atFault(analysis));
            analysis.nodes().stream()
                    .map(NodeFacts::inferred)
                    .filter(Inferred.Unknown.class::isInstance)
                    .forEach(unknown -> assertTrue(expected.contains(((Inferred.Unknown) unknown).cause())));
        }
    }

    private static boolean reaches(Graph graph, String from, String to) {
        Set<String> seen = new TreeSet<>();
        List<String> open = new ArrayList<>(List.of(from));
        while (!open.isEmpty()) {
            for (var edge : graph.outgoing(open.remove(open.size() - 1))) {
                if (edge.to().equals(to)) {
                    return true;
                }
                if (seen.add(edge.to())) {
                    open.add(edge.to());
                }
            }
        }
        return false;
    }
}
