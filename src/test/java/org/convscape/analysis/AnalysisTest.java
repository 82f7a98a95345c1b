package org.convscape.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.convscape.attribute.Padding;
import org.convscape.graph.Graph;
import org.convscape.graph.GraphBuilder;
import org.convscape.graph.Node;
import org.convscape.op.library.Add;
import org.convscape.op.library.Conv2d;
import org.convscape.op.library.Input;
import org.convscape.tensor.Shape;
import org.junit.jupiter.api.Test;

class AnalysisTest {

    @Test
    void theSeedExampleCostsTwoThousandWeightsAndEightMillionMultiplyAdds() {
        GraphBuilder builder = new GraphBuilder();
        String picture = builder.add("picture", Input.of(Shape.maps(64, 64, 100)));
        builder.add("reduce", Conv2d.of(20, 1, 1, Padding.VALID, false), picture);

        NodeFacts reduce = Analysis.of(builder.build()).node("reduce");

        assertEquals(Shape.maps(64, 64, 20), reduce.output());
        assertEquals(2_000, reduce.totalParameters());
        assertEquals(8_192_000, Convention.MACS.count(reduce));
    }

    @Test
    void anOpenInputIsUnknownAndNotAnError() {
        GraphBuilder builder = new GraphBuilder();
        String first = builder.add("first", Conv2d.of(8, 3, 1, Padding.SAME, true), Node.OPEN);
        builder.add("second", Conv2d.of(8, 3, 1, Padding.SAME, true), first);

        Analysis analysis = Analysis.of(builder.build());

        assertEquals(new Inferred.Unknown("first"), analysis.node("second").inferred(), "followers point to the cause");
        assertEquals(1, analysis.diagnostics().size());
        assertEquals(Diagnostic.Severity.OPEN, analysis.diagnostics().get(0).severity());
        assertFalse(analysis.complete());
    }

    @Test
    void shapesThatDoNotFitMakeOneRedNodeAndGreyFollowers() {
        GraphBuilder builder = new GraphBuilder();
        String picture = builder.add("picture", Input.of(Shape.maps(8, 8, 3)));
        String wide = builder.add("wide", Conv2d.of(16, 3, 1, Padding.SAME, true), picture);
        String sum = builder.add("sum", new Add(), wide, picture);
        builder.add("after", Conv2d.of(4, 1, 1, Padding.VALID, true), sum);

        Analysis analysis = Analysis.of(builder.build());

        assertInstanceOf(Inferred.Invalid.class, analysis.node("sum").inferred());
        assertEquals(new Inferred.Unknown("sum"), analysis.node("after").inferred());
        assertEquals(1, analysis.diagnostics().size());
        assertTrue(analysis.diagnostics().get(0).message().contains("8×8×16 and 8×8×3"));
    }

    @Test
    void aCycleIsNamed() {
        Conv2d convolution = Conv2d.of(3, 3, 1, Padding.SAME, true);
        Graph graph = new Graph(
                List.of(new Node("a", convolution, List.of("b")), new Node("b", convolution, List.of("a"))), List.of());

        Analysis analysis = Analysis.of(graph);

        assertEquals(2, analysis.diagnostics().size());
        assertTrue(
                analysis.diagnostics().get(0).message().contains("a → b → a"),
                analysis.diagnostics().get(0).message());
    }
}
