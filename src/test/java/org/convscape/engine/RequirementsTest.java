package org.convscape.engine;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.convscape.analysis.Analysis;
import org.convscape.graph.Graph;
import org.convscape.graph.GraphBuilder;
import org.convscape.graph.Node;
import org.convscape.op.library.Relu;
import org.convscape.tensor.Tensor;
import org.convscape.weights.SeededWeights;
import org.junit.jupiter.api.Test;

class RequirementsTest {

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
        String message = assertThrows(EngineFailure.class, () -> Requirements.check(request))
                .getMessage();
        for (String word : words) {
            assertTrue(message.contains(word), message);
        }
    }
}
