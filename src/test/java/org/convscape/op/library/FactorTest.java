package org.convscape.op.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.convscape.attribute.Padding;
import org.convscape.attribute.Size;
import org.convscape.op.Factor;
import org.convscape.op.WeightSpec;
import org.convscape.op.Work;
import org.convscape.tensor.Shape;
import org.junit.jupiter.api.Test;

class FactorTest {

    @Test
    void theFactorsMultiplyToTheMultiplyAddsOfTheCost() {
        for (OperationCase one : OperationCases.all()) {
            List<Factor> factors = one.operation().multiplyAddFactors(one.inputs(), one.output());

            long multiplyAdds = one.operation().cost(one.inputs(), one.output()).of(Work.MULTIPLY_ADD);
            assertEquals(multiplyAdds, factors.isEmpty() ? 0 : Factor.product(factors), one.toString());
        }
    }

    @Test
    void theFactorsOfAWeightMultiplyToItsNumberOfValues() {
        for (OperationCase one : OperationCases.all()) {
            for (WeightSpec weight : one.operation().weights(one.inputs())) {
                assertEquals(
                        weight.elements(),
                        Factor.product(one.operation().weightFactors(weight, one.inputs())),
                        weight.name());
            }
        }
    }

    @Test
    void theFieldOfViewLaidOverTheInputGivesTheOutput() {
        for (OperationCase one : OperationCases.all()) {
            one.operation()
                    .fieldOfView()
                    .filter(view -> !one.inputs().isEmpty())
                    .ifPresent(view -> {
                        Shape in = one.inputs().get(0);
                        Size seen = view.over(in.height(), in.width()).output();
                        Size larger = one.operation().enlargement();
                        assertEquals(one.output().height(), seen.height() * larger.height());
                        assertEquals(one.output().width(), seen.width() * larger.width());
                    });
        }
    }

    @Test
    void whereMapsBecomeAVectorEveryOutputSeesThemWhole() {
        assertTrue(new Flatten().fieldOfView().isEmpty());
        assertTrue(new GlobalAveragePool(false).fieldOfView().isEmpty());
    }

    @Test
    void aGroupedConvolutionShowsTheChannelsThatEachGroupSees() {
        Conv2d convolution = new Conv2d(128, Size.square(3), Size.square(1), Padding.SAME, Size.square(1), 32, false);
        List<Shape> in = List.of(Shape.maps(56, 56, 128));

        assertEquals(
                List.of("kH", "kW", "in/groups", "out", "Hout", "Wout"),
                convolution.multiplyAddFactors(in, convolution.infer(in)).stream()
                        .map(Factor::symbol)
                        .toList());
        assertEquals(
                "128/32",
                convolution.multiplyAddFactors(in, convolution.infer(in)).get(2).filled());
    }
}
