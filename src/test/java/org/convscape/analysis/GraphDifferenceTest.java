package org.convscape.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.convscape.attribute.Padding;
import org.convscape.graph.Graph;
import org.convscape.graph.Node;
import org.convscape.op.library.Conv2d;
import org.convscape.op.library.OpLibrary;
import org.convscape.testing.RandomGraphs;
import org.convscape.zoo.Catalogue;
import org.convscape.zoo.Model;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GraphDifferenceTest {

    private static Analysis analysis(String id) {
        Model model = Catalogue.standard().require(id);
        return Analysis.of(model.build(model.defaultInput(), model.schema().defaults()));
    }

    private static String text(GraphDifference.AttributeChanged change) {
        return change.path() + " " + change.attribute().name() + " " + change.from() + " > " + change.to();
    }

    @Test
    void thePublishedResNet50AndTheFirstDifferInThreeStridesThatMoved() {
        Set<String> six = Set.of(
                "layer2/0/conv1 stride 1×1 > 2×2",
                "layer2/0/conv2 stride 2×2 > 1×1",
                "layer3/0/conv1 stride 1×1 > 2×2",
                "layer3/0/conv2 stride 2×2 > 1×1",
                "layer4/0/conv1 stride 1×1 > 2×2",
                "layer4/0/conv2 stride 2×2 > 1×1");
        Analysis left = analysis("resnet50");
        Analysis right = analysis("resnet50-v1");

        for (GraphDifference difference :
                List.of(GraphDifference.between(left, right), GraphDifference.of(Alignment.byName(left, right)))) {
            assertEquals(6, difference.changes().size());
            assertEquals(
                    six,
                    difference.all(GraphDifference.AttributeChanged.class).stream()
                            .map(GraphDifferenceTest::text)
                            .collect(Collectors.toSet()));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"resnet50", "inception-v3", "xception", "mobilenet-v1", "inception-naive"})
    void aNetworkDoesNotDifferFromItself(String id) {
        assertTrue(GraphDifference.between(analysis(id), analysis(id)).isEmpty());
    }

    @Test
    void norDoesAnyGraphFinishedOrNot() {
        for (int seed = 0; seed < 200; seed++) {
            Graph graph = RandomGraphs.graph(seed, OpLibrary.standard().types(), 30, true);
            assertTrue(GraphDifference.states(graph, graph).isEmpty());
        }
    }

    @Test
    void anotherOperationOfTheSameOriginIsAReplacement() {
        Graph before =
                new Graph(List.of(new Node("one", Conv2d.of(4, 3, 1, Padding.SAME, false), List.of())), List.of());
        Graph after = new Graph(
                List.of(new Node(
                        "one", OpLibrary.standard().find("relu").orElseThrow().create(), List.of())),
                List.of());

        List<GraphDifference.Change> changes =
                GraphDifference.states(before, after).changes();

        assertEquals(List.of(new GraphDifference.Replaced(before.node(0), after.node(0))), changes);
    }

    @Test
    void networksOfOtherNamesArePairedByLikenessAndEveryLayerIsSaid() {
        Analysis left = analysis("residual-basic");
        Analysis right = analysis("residual-bottleneck");

        GraphDifference difference = GraphDifference.of(Alignment.byName(left, right));

        int kept = left.graph().size()
                - difference.all(GraphDifference.Removed.class).size();
        assertEquals(
                right.graph().size(),
                kept + difference.all(GraphDifference.Added.class).size());
        assertTrue(difference.all(GraphDifference.Renamed.class).isEmpty());
    }
}
