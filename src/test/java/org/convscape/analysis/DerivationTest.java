package org.convscape.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.convscape.attribute.Padding;
import org.convscape.attribute.Size;
import org.convscape.graph.GraphBuilder;
import org.convscape.graph.Node;
import org.convscape.op.Factor;
import org.convscape.op.library.Add;
import org.convscape.op.library.BatchNorm;
import org.convscape.op.library.Conv2d;
import org.convscape.op.library.GlobalAveragePool;
import org.convscape.op.library.Input;
import org.convscape.op.library.OperationCase;
import org.convscape.op.library.OperationCases;
import org.convscape.tensor.Shape;
import org.junit.jupiter.api.Test;

class DerivationTest {

    private static Analysis network() {
        GraphBuilder net = new GraphBuilder();
        String picture = net.add("picture", Input.of(Shape.maps(8, 10, 3)));
        String stage = net.group("stage_1", picture, in -> {
            String conv = net.add("conv", Conv2d.of(16, 3, 1, Padding.SAME, true), in);
            String norm = net.add("norm", BatchNorm.standard(), conv);
            String other = net.add("other", Conv2d.of(16, 1, 1, Padding.SAME, false), in);
            return net.add("sum", new Add(), norm, other);
        });
        net.add("mean", GlobalAveragePool.toVector(), stage);
        return Analysis.of(net.build());
    }

    private static NodeFacts facts(OperationCase one) {
        Node node = new Node("node", one.operation(), List.of());
        return new NodeFacts(
                node,
                new Inferred.Known(one.output()),
                one.inputs(),
                one.operation().weights(one.inputs()),
                one.operation().cost(one.inputs(), one.output()));
    }

    @Test
    void everyMeasureIsTheProductOfItsFactors() {
        for (OperationCase one : OperationCases.all()) {
            NodeFacts node = facts(one);
            for (Measure measure : Measure.values()) {
                assertEquals(measure.of(node), Factor.product(measure.factors(node)), one + " " + measure.label());
            }
        }
    }

    @Test
    void everySumComesOutAsTheNumberItDerives() {
        for (OperationCase one : OperationCases.all()) {
            NodeFacts node = facts(one);
            List<Derivation> derivations = new ArrayList<>(List.of(Derivation.ofParameters(node)));
            Conventions.standard().forEach(rule -> derivations.add(Derivation.ofCount(node, rule)));
            for (Derivation derivation : derivations) {
                long sum =
                        derivation.summands().stream().mapToLong(Summand::value).sum();
                assertEquals(derivation.value(), sum, derivation.text());
                assertTrue(
                        !derivation.summands().isEmpty()
                                || !derivation.remarks().isEmpty(),
                        "a bare 0 is explained");
            }
        }
    }

    @Test
    void aCountReadsAsFormulaThenNumbersThenTheSumsItIsPartOf() {
        assertEquals(
                """
                Multiply-adds of stage_1/conv
                convention macs, input 8×10×3, one picture
                  convolution  kH · kW · in · out · Hout · Wout = 3 · 3 · 3 · 16 · 8 · 10 = 34,560
                Part of
                  stage_1: 38,400 (90.0 %)
                  the whole network: 38,400 (90.0 %)
                """,
                Derivation.ofCount(network(), "stage_1/conv", Convention.MACS).text());
    }

    @Test
    void parametersAreListedArrayByArray() {
        assertEquals(
                """
                Parameters of stage_1/norm
                input 8×10×16, one picture
                  gamma                         C = 16
                  beta                          C = 16
                  mean (kept, not trained)      C = 16
                  variance (kept, not trained)  C = 16
                  total                         64 parameters
                32 of them are trained.
                """,
                Derivation.ofParameters(network().node("stage_1/norm")).text());
    }

    @Test
    void aSumNamesItsParts() {
        Derivation stage = Derivation.ofCount(
                network(), "stage_1", Conventions.find("thop").orElseThrow());

        assertEquals(
                List.of("stage_1/conv", "stage_1/other", "stage_1/norm"),
                stage.summands().stream()
                        .map(Summand::label)
                        .sorted(java.util.Comparator.comparing(label -> label.endsWith("norm")))
                        .toList());
        assertEquals(38_400 + 4 * 8 * 10 * 16, stage.value());
        assertEquals(List.of("One more here counts 0."), stage.remarks());
        assertEquals(
                Derivation.ofTotal(network(), Convention.MACS).value(),
                Derivation.ofTotal(network(), Convention.MACS).summands().stream()
                        .mapToLong(Summand::value)
                        .sum());
        assertEquals(
                3 * 9 * 16 + 16 + 64 + 3 * 16,
                Derivation.ofTotalParameters(network()).value());
    }

    @Test
    void aZeroSaysWhetherItIsTheRuleOrTheOperation() {
        assertEquals(
                List.of("The convention macs counts 0 for Add."),
                Derivation.ofMultiplyAdds(network().node("stage_1/sum")).remarks());
        assertEquals(
                List.of("The convention thop does not know Add; it is not counted."),
                Derivation.ofCount(
                                network().node("stage_1/sum"),
                                Conventions.find("thop").orElseThrow())
                        .remarks());
    }

    @Test
    void latexSetsTheSameEquation() {
        assertEquals(
                """
                % Multiply-adds of stage_1/conv: convention macs, input 8×10×3, one picture
                \\begin{align*}
                  \\text{multiply-adds} &= k_H \\cdot k_W \\cdot C_{in} \\cdot C_{out} \\cdot H_{out} \\cdot W_{out} \\\\
                  &= 3 \\cdot 3 \\cdot 3 \\cdot 16 \\cdot 8 \\cdot 10 \\\\
                  &= 34\\,560
                \\end{align*}
                """,
                Derivation.ofMultiplyAdds(network().node("stage_1/conv")).latex());
        assertTrue(
                Derivation.ofTotal(network(), Convention.MACS).latex().contains("\\text{multiply-adds} &= 38\\,400"));
        assertTrue(Derivation.ofCount(network(), "stage_1", Convention.MACS)
                .latex()
                .contains("stage\\_1/conv"));
    }

    @Test
    void aPathThatIsNotThereIsNamed() {
        String message = assertThrows(
                        IllegalArgumentException.class, () -> Derivation.ofParameters(network(), "stage_2"))
                .getMessage();
        assertEquals("There is no node or group \"stage_2\" in this network", message);
    }

    @Test
    void anUnknownShapeMakesItAtLeast() {
        GraphBuilder net = new GraphBuilder();
        net.add("loose", Conv2d.of(4, 3, 1, Padding.SAME, true), Node.OPEN);
        Analysis open = Analysis.of(net.build());

        assertTrue(Derivation.ofTotal(open, Convention.MACS).text().contains("at least 0 multiply-adds"));
        assertTrue(Derivation.ofMultiplyAdds(open.node("loose")).text().contains("while a shape is unknown"));
    }

    @Test
    void everyFactorOfAGroupedConvolutionIsNamed() {
        Conv2d grouped = new Conv2d(8, Size.square(3), Size.square(1), Padding.SAME, Size.square(1), 4, false);
        GraphBuilder net = new GraphBuilder();
        net.add("conv", grouped, net.add("picture", Input.of(Shape.maps(4, 4, 16))));

        String text = Derivation.ofMultiplyAdds(Analysis.of(net.build()).node("conv")).summands().stream()
                .map(Summand::equation)
                .collect(Collectors.joining());
        assertEquals("kH · kW · in/groups · out · Hout · Wout = 3 · 3 · 16/4 · 8 · 4 · 4 = 4,608", text);
    }

    @Test
    void layersThatAreShownAsOneAreExplainedTogetherByTheNamesOfAll() {
        Analysis analysis = network();
        List<String> card = List.of("stage_1/conv", "stage_1/norm");

        Derivation count = Derivation.ofCount(analysis, card, Convention.MACS);
        assertEquals(3 * 3 * 3 * 16 * 8 * 10, count.value());
        assertEquals(
                List.of("conv: convolution"),
                count.summands().stream().map(Summand::label).toList());
        assertEquals(List.of("One more here counts 0."), count.remarks());
        assertEquals("stage_1/conv with norm", count.subject());
        assertEquals(
                List.of("stage_1", "the whole network"),
                count.partOf().stream().map(Summand::label).toList());

        Derivation parameters = Derivation.ofParameters(analysis, card);
        assertEquals(3 * 3 * 3 * 16 + 16 + 4 * 16, parameters.value());
        assertEquals(
                parameters.value(),
                parameters.summands().stream().mapToLong(Summand::value).sum());
        assertEquals(List.of("480 of them are trained."), parameters.remarks());
        assertEquals(
                Derivation.ofParameters(analysis, "stage_1/conv"),
                Derivation.ofParameters(analysis, List.of("stage_1/conv")),
                "one layer alone is explained as itself");
    }
}
