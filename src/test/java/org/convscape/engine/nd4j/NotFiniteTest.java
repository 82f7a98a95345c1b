package org.convscape.engine.nd4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.convscape.analysis.Analysis;
import org.convscape.engine.Activations;
import org.convscape.engine.Engine;
import org.convscape.engine.ForwardRequest;
import org.convscape.engine.Networks;
import org.convscape.engine.PlannedEngine;
import org.convscape.engine.plan.PlanOptions;
import org.convscape.graph.Graph;
import org.convscape.op.library.OperationCase;
import org.convscape.task.Progress;
import org.convscape.tensor.Tensor;
import org.convscape.testing.CaseGraph;
import org.convscape.weights.SeededWeights;
import org.convscape.weights.WeightStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is no number, and what is infinite, is found where plain loops find it: a fault far in front is seen. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NotFiniteTest {
    private static final float[] BAD = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY};
    private static final Predicate<String> ALL = path -> true;

    private final Engine loops = PlannedEngine.ofPlainLoops();
    private Engine direct;
    private Engine operations;

    @BeforeAll
    void begin() {
        direct = Engines.nd4j();
        operations = Engines.ofOperations();
    }

    @AfterAll
    void end() {
        direct.close();
        operations.close();
        loops.close();
    }

    static List<Named<List<OperationCase>>> kinds() {
        return EngineAgreementTest.kinds();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void everyOperationKeepsWhatPlainLoopsKeep(List<OperationCase> cases) {
        for (OperationCase each : cases) {
            CaseGraph graph = CaseGraph.of(each, each.inputValues(7));
            Map<String, Tensor> weights = each.weightValues(7);
            for (float bad : BAD) {
                Tensor first = graph.pictures().values().iterator().next();
                int at = first.size() / 2;
                float before = first.values()[at];
                first.values()[at] = bad;
                ForwardRequest request = new ForwardRequest(
                        Analysis.of(graph.graph()), graph.pictures(), (node, spec) -> weights.get(spec.name()), ALL);
                try (Activations expected = run(loops, request);
                        Activations one = run(direct, request);
                        Activations other = run(operations, request)) {
                    assertSameKinds(expected.get("result"), one.get("result"), bad + " in " + each);
                    assertSameKinds(expected.get("result"), other.get("result"), bad + " by operations in " + each);
                }
                first.values()[at] = before;
            }
        }
    }

    private static Activations run(Engine engine, ForwardRequest request) {
        return engine.run(request, Progress.NONE).result().join();
    }

    /** Finite, infinite in that direction, or no number. */
    private static void assertSameKinds(Tensor expected, Tensor actual, String message) {
        for (int i = 0; i < expected.size(); i++) {
            assertEquals(
                    kind(expected.values()[i]), kind(actual.values()[i]), message + ", value " + i + " of " + expected);
        }
    }

    private static String kind(float value) {
        return Float.isFinite(value) ? "finite" : Float.toString(value);
    }

    @Test
    void aPictureWithOneSuchValueIsSeenInEveryMap() {
        ForwardRequest request = Networks.request(Networks.oneBlockOfEachFamily(24), ALL);
        request.pictures().values().iterator().next().values()[100] = Float.NaN;

        assertSameMaps(request.with(PlanOptions.ALL));
    }

    @Test
    void soIsAnArrayOfWeightsAlsoWhereItsLayerIsNotComputedAgain() {
        Graph graph = Networks.oneBlockOfEachFamily(24);
        WeightStore seeded = new SeededWeights(1);
        WeightStore broken = (origin, spec) -> {
            Tensor values = seeded.get(origin, spec);
            if (origin.equals("stem") && spec.name().equals("bias")) {
                values = Tensor.of(values.dimensions(), values.values().clone());
                values.values()[1] = Float.NaN;
            }
            return values;
        };
        ForwardRequest plain = Networks.request(graph, ALL);
        ForwardRequest request = new ForwardRequest(plain.analysis(), plain.pictures(), broken, ALL, PlanOptions.ALL);

        assertSameMaps(request);
        assertSameMaps(request);
    }

    private void assertSameMaps(ForwardRequest request) {
        try (Activations expected = run(loops, request);
                Activations actual = run(direct, request)) {
            boolean any = false;
            for (String path : expected.paths()) {
                assertSameKinds(expected.get(path), actual.get(path), path);
                any |= Float.isNaN(sum(expected.get(path)));
            }
            assertTrue(any);
        }
    }

    private static float sum(Tensor tensor) {
        float sum = 0;
        for (float value : tensor.values()) {
            sum += value;
        }
        return sum;
    }
}
