package org.convscape.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.Set;
import org.convscape.op.library.OpLibrary;
import org.convscape.op.library.Relu;
import org.convscape.testing.RandomGraphs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GraphTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void aGraphWithNodesReplacedIsTheOneThatIsMadeFromAllNodes(long seed) {
        Random random = new Random(seed);
        Graph graph = RandomGraphs.graph(seed, OpLibrary.standard().types(), 40, seed % 2 == 0);
        for (int edit = 0; edit < 30; edit++) {
            Node old = graph.node(random.nextInt(graph.size()));
            Node other = old;
            for (int port = 0; port < old.inputs().size(); port++) {
                String source = random.nextInt(3) == 0
                        ? Node.OPEN
                        : graph.node(random.nextInt(graph.size())).path();
                other = random.nextBoolean() ? other : other.withInput(port, source);
            }
            if (random.nextBoolean()) {
                graph.outgoing(old.path());
            }
            Graph replaced = graph.replacing(List.of(other));

            assertSameAs(new Graph(replaced.nodes(), graph.groups()), replaced);
            assertTrue(replaced.aligned(graph));
            assertEquals(old.inputs().equals(other.inputs()), replaced.sameConnections(graph));
            assertSame(other, replaced.node(other.path()));
            graph = replaced;
        }
        Graph longer =
                graph.with(new Node("new", new Relu(), List.of(graph.node(0).path())));
        assertSameAs(new Graph(longer.nodes(), graph.groups()), longer);
        assertFalse(longer.aligned(graph));
    }

    private static void assertSameAs(Graph expected, Graph found) {
        assertEquals(expected, found);
        assertEquals(expected.edges(), found.edges());
        for (int position = 0; position < expected.size(); position++) {
            Node node = expected.node(position);
            assertEquals(position, found.position(node.path()));
            assertEquals(expected.outgoing(node.path()), found.outgoing(node.path()));
            assertEquals(node.group(), found.groupAround(position));
            for (int port = 0; port < node.inputs().size(); port++) {
                String input = node.inputs().get(port);
                int source = found.source(position, port);
                assertEquals(input, source < 0 ? Node.OPEN : found.node(source).path());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"nowhere", "elsewhere/node"})
    void whatTakesFromNowhereOrTakesThePlaceOfNobodyIsRefusedByName(String path) {
        Graph graph = RandomGraphs.graph(1, OpLibrary.standard().types(), 10, false);
        Node first = graph.node(0);

        var missing = assertThrows(
                IllegalArgumentException.class,
                () -> graph.replacing(List.of(new Node(first.path(), new Relu(), List.of(path)))));
        assertTrue(missing.getMessage().contains("\"" + path + "\""), missing.getMessage());
        var nobody = assertThrows(
                IllegalArgumentException.class,
                () -> graph.replacing(List.of(new Node(path, new Relu(), List.of(first.path())))));
        assertTrue(nobody.getMessage().contains("\"" + path + "\""), nobody.getMessage());
    }

    @Test
    void aPathIsCoveredByItselfAndByTheGroupsAroundItButByNothingThatOnlyBeginsAlike() {
        assertTrue(GroupPath.covers(Set.of("stage/block"), "stage/block"));
        assertTrue(GroupPath.covers(Set.of("stage"), "stage/block/conv"));
        assertFalse(GroupPath.covers(Set.of("stage/block"), "stage/block2/conv"));
        assertFalse(GroupPath.covers(Set.of("stage/block/conv"), "stage/block"));
        assertFalse(GroupPath.covers(Set.of(), "conv"));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void theGroupsAroundNodesAreThoseThatContainOne(long seed) {
        Graph graph = RandomGraphs.graph(seed, OpLibrary.standard().types(), 40, true);
        Set<GroupPath> around = GroupPath.around(graph.nodes());
        for (Node node : graph.nodes()) {
            assertTrue(around.containsAll(node.group().lineage()), node.path());
        }
        for (GroupPath group : around) {
            assertTrue(graph.nodes().stream().anyMatch(node -> group.contains(node.path())), group::text);
        }
    }
}
