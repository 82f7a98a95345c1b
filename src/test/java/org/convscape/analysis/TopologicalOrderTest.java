package org.convscape.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.convscape.graph.Graph;
import org.convscape.graph.Node;
import org.convscape.op.library.Concat;
import org.junit.jupiter.api.Test;

class TopologicalOrderTest {

    private static Node node(String path, String... inputs) {
        return new Node(path, new Concat(), List.of(inputs));
    }

    private static List<String> order(Node... nodes) {
        return TopologicalOrder.of(new Graph(List.of(nodes), List.of())).ordered().stream()
                .map(Node::path)
                .toList();
    }

    @Test
    void theOrderInWhichANetworkIsWrittenIsKept() {
        assertEquals(
                List.of("x", "a1", "a2", "b1", "b2", "join"),
                order(
                        node("x"),
                        node("a1", "x"),
                        node("a2", "a1"),
                        node("b1", "x"),
                        node("b2", "b1"),
                        node("join", "a2", "b2")));
    }

    @Test
    void aNodeThatStandsTooEarlyWaitsAndNothingElseMoves() {
        assertEquals(
                List.of("x", "late", "early", "end"),
                order(node("x"), node("early", "late"), node("end", "early"), node("late", "x")));
    }

    @Test
    void whatStandsOnACycleOrBehindOneHasNoOrder() {
        TopologicalOrder order = TopologicalOrder.of(new Graph(
                List.of(
                        node("x"),
                        node("a", "x", "c"),
                        node("b", "a"),
                        node("c", "b"),
                        node("behind", "x", "b"),
                        node("self", "self"),
                        node("free", "x", Node.OPEN)),
                List.of()));

        assertEquals(List.of("a", "b", "c", "behind", "self"), List.copyOf(order.cyclic()));
        assertEquals(
                List.of("x", "free"), order.ordered().stream().map(Node::path).toList());
    }

    @Test
    void aLongChainWrittenBackwardsNeedsNoDeepStack() {
        List<Node> nodes = new ArrayList<>(List.of(node("0")));
        for (int i = 1; i < 50_000; i++) {
            nodes.add(node(Integer.toString(i), Integer.toString(i - 1)));
        }
        Collections.reverse(nodes);

        List<Node> ordered = TopologicalOrder.of(new Graph(nodes, List.of())).ordered();

        assertEquals(50_000, ordered.size());
        assertEquals("49999", ordered.get(49_999).path());
    }

    @Test
    void inRandomGraphsEveryNodeComesAfterItsInputsAndTheRestIsBehindACycle() {
        Random random = new Random(3);
        for (int round = 0; round < 300; round++) {
            int size = 1 + random.nextInt(12);
            List<Node> nodes = new ArrayList<>();
            for (int i = 0; i < size; i++) {
                String[] inputs = new String[random.nextInt(3)];
                for (int port = 0; port < inputs.length; port++) {
                    inputs[port] = Integer.toString(random.nextInt(size));
                }
                nodes.add(node(Integer.toString(i), inputs));
            }
            TopologicalOrder order = TopologicalOrder.of(new Graph(nodes, List.of()));
            Set<String> seen = new HashSet<>();
            for (Node node : order.ordered()) {
                assertTrue(seen.containsAll(node.inputs()), node.path());
                seen.add(node.path());
            }
            assertEquals(size, order.ordered().size() + order.cyclic().size());
            for (String path : order.cyclic()) {
                int at = Integer.parseInt(path);
                assertTrue(nodes.get(at).inputs().stream().anyMatch(order.cyclic()::contains), path);
            }
        }
    }
}
