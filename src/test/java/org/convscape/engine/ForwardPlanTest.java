package org.convscape.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.convscape.analysis.Analysis;
import org.convscape.attribute.Padding;
import org.convscape.graph.Graph;
import org.convscape.graph.GraphBuilder;
import org.convscape.graph.Node;
import org.convscape.op.library.Conv2d;
import org.convscape.op.library.Input;
import org.convscape.op.library.Relu;
import org.convscape.tensor.Shape;
import org.convscape.tensor.Tensor;
import org.convscape.weights.SeededWeights;
import org.junit.jupiter.api.Test;

class ForwardPlanTest {

    private static ForwardPlan plan(Graph graph, boolean keep) {
        return ForwardPlan.of(Networks.request(graph, path -> keep));
    }

    @Test
    void anOutputLivesUntilItsLastUseUnlessItIsKept() {
        List<List<String>> released = plan(Networks.sumOfThree(), false).steps().stream()
                .map(ForwardPlan.Step::releases)
                .toList();

        assertEquals(List.of(), released.get(0), "the shortcut keeps the picture alive");
        assertEquals(List.of("picture", "convolution", "relu", "sum"), released.get(3));
        assertTrue(plan(Networks.sumOfThree(), true).steps().stream()
                .allMatch(step -> step.releases().isEmpty()));
    }

    @Test
    void theEstimateOfAChainGrowsWithItsLengthOnlyWhenMapsAreKept() {
        GraphBuilder graph = new GraphBuilder();
        String at = graph.add("picture", Input.of(Shape.maps(10, 10, 10)));
        for (int i = 0; i < 99; i++) {
            at = graph.add("relu" + i, new Relu(), at);
        }

        assertEquals(100 * 4000 + 4000, plan(graph.build(), true).estimatedBytes());
        assertEquals(2 * 4000 + 4000, plan(graph.build(), false).estimatedBytes());
    }

    @Test
    void theEstimateHoldsTheWeights() {
        GraphBuilder graph = new GraphBuilder();
        String picture = graph.add("picture", Input.of(Shape.maps(1, 1, 10)));
        graph.add("wide", Conv2d.of(100, 1, 1, Padding.VALID, true), picture);

        assertEquals(
                4 * (10 + 100 + 100 + 1000 + 100), plan(graph.build(), true).estimatedBytes());
    }

    @Test
    void anUnfinishedNetworkIsRefusedWithTheLayerAndTheReason() {
        GraphBuilder graph = new GraphBuilder();
        graph.add("alone", new Relu(), Node.OPEN);

        assertRefused(Networks.request(graph.build(), path -> true), "alone", "not connected");
        assertRefused(Networks.request(Graph.EMPTY, path -> true), "no layers");
    }

    @Test
    void picturesMustBeGivenForTheInputsAndFit() {
        Analysis analysis = Analysis.of(Networks.sumOfThree());
        Tensor right = Tensor.zeros(6, 6, 3);

        assertRefused(request(analysis, Map.of()), "No picture is given for the input \"picture\"");
        assertRefused(request(analysis, Map.of("picture", Tensor.zeros(5, 6, 3))), "takes 6×6×3", "is 5×6×3");
        assertRefused(request(analysis, Map.of("picture", right, "relu", right)), "\"relu\"", "[picture]");
    }

    private static ForwardRequest request(Analysis analysis, Map<String, Tensor> pictures) {
        return new ForwardRequest(analysis, pictures, new SeededWeights(1), path -> true);
    }

    private static void assertRefused(ForwardRequest request, String... words) {
        String message =
                assertThrows(EngineFailure.class, () -> ForwardPlan.of(request)).getMessage();
        for (String word : words) {
            assertTrue(message.contains(word), message);
        }
    }
}
