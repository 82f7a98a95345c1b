package org.convscape.op.library;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.convscape.analysis.Analysis;
import org.convscape.analysis.NodeFacts;
import org.convscape.attribute.Attribute;
import org.convscape.attribute.AttributeValues;
import org.convscape.engine.CountingMath;
import org.convscape.graph.GraphBuilder;
import org.convscape.op.OpType;
import org.convscape.op.Operation;
import org.convscape.op.Weights;
import org.convscape.tensor.Tensor;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every operation: everything else in the program is derived on the strength of it. */
class OperationContractTest {

    /** One group of cases per kind of operation, so that a report names the kinds and not two thousand cases. */
    static List<Named<List<OperationCase>>> kinds() {
        return OpLibrary.standard().types().stream()
                .map(type -> Named.of(
                        type.id(),
                        OperationCases.stream()
                                .filter(each -> each.operation().type() == type)
                                .toList()))
                .toList();
    }

    private static Tensor forward(OperationCase each, CountingMath math, List<Tensor> inputs, Set<String> asked) {
        Map<String, Tensor> arrays = each.weightValues(7);
        Weights<Tensor> declared = OperationCase.asWeights(arrays);
        return each.operation().forward(math, inputs, name -> {
            asked.add(name);
            return declared.get(name);
        });
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void theDeclaredShapeTheWeightsAndTheCostAreWhatTheLoopsReallyDo(List<OperationCase> cases) {
        assertFalse(cases.isEmpty());
        for (OperationCase each : cases) {
            if (each.operation() instanceof Input) {
                continue; // A picture is given; nothing computes it.
            }
            CountingMath math = new CountingMath();
            Set<String> asked = new LinkedHashSet<>();

            Tensor output = forward(each, math, each.inputValues(3), asked);

            assertEquals(each.output(), output.shape(), () -> "shape of " + each);
            assertEquals(each.weightValues(7).keySet(), asked, () -> "weights used by " + each);
            assertEquals(
                    math.performed(),
                    each.operation().cost(each.inputs(), each.output()),
                    () -> "the work counted in the loops against the cost declared by " + each);
            for (float value : output.values()) {
                assertTrue(Float.isFinite(value), () -> "a value of " + each + " is not finite");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void parametersAreTheSumOfTheWeights(List<OperationCase> cases) {
        for (OperationCase each : cases) {
            long values = each.weightValues(7).values().stream()
                    .mapToLong(Tensor::size)
                    .sum();

            assertEquals(values, facts(each).totalParameters(), () -> "parameters of " + each);
        }
    }

    /** What the analysis says of a case, fed by one picture and flattening per input. */
    private static NodeFacts facts(OperationCase each) {
        GraphBuilder builder = new GraphBuilder();
        String[] sources = new String[each.inputs().size()];
        for (int i = 0; i < sources.length; i++) {
            sources[i] = builder.add("picture" + i, Input.of(each.inputs().get(i)));
            if (each.inputs().get(i).vector()) {
                sources[i] = builder.add("vector" + i, new Flatten(), sources[i]);
            }
        }
        builder.add("layer", each.operation(), sources);
        NodeFacts facts = Analysis.of(builder.build()).node("layer");
        assertTrue(facts.known(), () -> each + ": " + facts.inferred());
        assertEquals(each.output(), facts.output());
        return facts;
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aForwardPassLeavesItsInputsAsTheyWere(List<OperationCase> cases) {
        for (OperationCase each : cases) {
            if (each.operation() instanceof Input) {
                continue;
            }
            List<Tensor> inputs = each.inputValues(5);

            forward(each, new CountingMath(), inputs, new LinkedHashSet<>());

            List<Tensor> fresh = each.inputValues(5);
            for (int i = 0; i < inputs.size(); i++) {
                assertArrayEquals(fresh.get(i).values(), inputs.get(i).values(), "input " + i + " of " + each);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void attributesWrittenAsTextMakeTheSameOperationAgain(List<OperationCase> cases) {
        for (OperationCase each : cases) {
            OpType<?> type = each.operation().type();
            AttributeValues written = each.operation().attributes();
            AttributeValues read = type.schema().defaults();
            for (Attribute<?> attribute : type.schema().attributes()) {
                read = read.with(attribute.name(), written.format(attribute));
            }

            Operation again = type.create(read);

            assertEquals(each.operation(), again);
            assertSame(type, OpLibrary.standard().find(again.type().id()).orElseThrow());
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void badgesAndHelpsAreShortEnoughForACard(List<OperationCase> cases) {
        for (OperationCase each : cases) {
            assertTrue(each.operation().badge().length() <= 40, () -> each.operation()
                    .badge());
            OpType<?> type = each.operation().type();
            assertTrue(type.help().endsWith(".") && type.help().length() <= 120, type::help);
            type.schema()
                    .attributes()
                    .forEach(attribute -> assertTrue(attribute.help().endsWith("."), attribute::help));
        }
    }
}
