package org.convscape.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.convscape.graph.Graph;
import org.convscape.graph.Node;
import org.convscape.op.library.BatchNorm;
import org.convscape.op.library.OpLibrary;
import org.convscape.op.library.Relu;
import org.convscape.tensor.Shape;
import org.convscape.testing.RandomGraphs;
import org.convscape.zoo.Catalogue;
import org.convscape.zoo.Model;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an analysis takes over from the one before is what it would have found itself. */
class AnalysisAfterEditTest {

    private static Graph network(String id) {
        Model model = Catalogue.standard().require(id);
        return model.build(Shape.maps(64, 64, 3), model.schema().defaults());
    }

    private static void assertAsIfNew(Analysis found) {
        Analysis fresh = Analysis.of(found.graph());
        assertEquals(fresh.nodes(), found.nodes());
        assertEquals(fresh.diagnostics(), found.diagnostics());
        Counts counts = found.counts(Convention.MACS);
        assertEquals(fresh.counts(Convention.MACS).network(), counts.network());
        for (int position = 0; position < found.graph().size(); position++) {
            NodeFacts facts = fresh.node(position);
            assertEquals(Convention.MACS.count(facts), counts.of(position));
            assertEquals(facts.trainableParameters(), counts.trainable(position));
            assertEquals(facts.totalParameters(), counts.total(position));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"resnet18", "googlenet", "mobilenet-v2"})
    void anyRowOfEditsOfANetworkIsAnalysedAsIfItWereNew(String id) {
        Random random = new Random(id.hashCode());
        Analysis analysis = Analysis.of(network(id));
        analysis.counts(Convention.MACS);
        Graph original = analysis.graph();
        for (int edit = 0; edit < 40; edit++) {
            analysis = analysis.after(edit % 7 == 6 ? original : edited(analysis.graph(), random));
            assertAsIfNew(analysis);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void soIsAnythingAPersonMightBuildAlsoWithCycles(long seed) {
        Random random = new Random(seed);
        Analysis analysis =
                Analysis.of(RandomGraphs.graph(seed, OpLibrary.standard().types(), 40, true));
        analysis.counts(Convention.MACS);
        for (int edit = 0; edit < 25; edit++) {
            analysis = analysis.after(edited(analysis.graph(), random));
            assertAsIfNew(analysis);
        }
    }

    /** A connection cut or moved, another operation, a node more, or all nodes in another order. */
    private static Graph edited(Graph graph, Random random) {
        Node node = graph.node(random.nextInt(graph.size()));
        List<Node> nodes = new ArrayList<>(graph.nodes());
        return switch (random.nextInt(5)) {
            case 0 -> node.inputs().isEmpty() ? graph : graph.with(node.withInput(0, Node.OPEN));
            case 1 ->
                node.inputs().isEmpty()
                        ? graph
                        : graph.with(node.withInput(
                                0, graph.node(random.nextInt(graph.size())).path()));
            case 2 -> graph.with(new Node(node.path(), new BatchNorm(1e-3, true), node.inputs()));
            case 3 -> graph.with(new Node("new " + graph.size(), new Relu(), List.of(node.path())));
            default -> {
                Collections.shuffle(nodes, random);
                yield new Graph(nodes, graph.groups());
            }
        };
    }

    @Test
    void aNumberThatChangesNoShapeLeavesTheFactsOfAllOtherNodesTheSame() {
        Graph graph = network("resnet18");
        Analysis before = Analysis.of(graph);
        Node norm = graph.node("layer2/0/bn1");

        Analysis after = before.after(graph.with(norm.with(new BatchNorm(3e-3, true))));

        for (Node node : graph.nodes()) {
            if (node != norm) {
                assertSame(before.node(node.path()), after.node(node.path()), node.path());
            }
        }
        assertNotSame(before.node(norm.path()), after.node(norm.path()));
    }
}
