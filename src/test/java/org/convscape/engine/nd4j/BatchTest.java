package org.convscape.engine.nd4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.convscape.analysis.Analysis;
import org.convscape.engine.Activations;
import org.convscape.engine.Engine;
import org.convscape.engine.ForwardRequest;
import org.convscape.engine.Networks;
import org.convscape.engine.PlannedEngine;
import org.convscape.op.library.OperationCase;
import org.convscape.task.Progress;
import org.convscape.tensor.Tensor;
import org.convscape.testing.CaseGraph;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Several pictures at once give what each gives alone. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BatchTest {
    private static final int PICTURES = 3;

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
    }

    static List<Named<List<OperationCase>>> kinds() {
        return EngineAgreementTest.kinds();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void everyOperation(List<OperationCase> cases) {
        for (OperationCase each : cases) {
            Map<String, Tensor> weights = each.weightValues(7);
            List<Map<String, Tensor>> batch = new ArrayList<>();
            Analysis analysis = null;
            for (int seed = 0; seed < PICTURES; seed++) {
                CaseGraph graph = CaseGraph.of(each, each.inputValues(seed));
                analysis = Analysis.of(graph.graph());
                batch.add(graph.pictures());
            }
            ForwardRequest request = new ForwardRequest(
                            analysis, batch.get(0), (node, spec) -> weights.get(spec.name()), path -> true)
                    .anew();
            assertSame(direct, request, batch, each.toString());
            assertSame(operations, request, batch, "by operations, " + each);
        }
    }

    private static void assertSame(
            Engine engine, ForwardRequest request, List<Map<String, Tensor>> batch, String message) {
        try (Activations together = run(engine, request.with(batch))) {
            assertEquals(batch.size(), together.pictures());
            for (int i = 0; i < batch.size(); i++) {
                try (Activations alone = run(engine, request.with(List.of(batch.get(i))))) {
                    for (String path : alone.paths()) {
                        EngineAgreementTest.assertClose(
                                alone.get(path), together.get(path, i), message + ", " + path + ", picture " + i);
                    }
                }
            }
        }
    }

    private static Activations run(Engine engine, ForwardRequest request) {
        return engine.run(request, Progress.NONE).result().join();
    }

    private static List<Map<String, Tensor>> pictures(ForwardRequest request) {
        List<Map<String, Tensor>> batch = new ArrayList<>();
        for (int i = 0; i < PICTURES; i++) {
            float brighter = i;
            request.pictures().forEach((path, picture) -> {
                float[] values = picture.values().clone();
                for (int at = 0; at < values.length; at++) {
                    values[at] += brighter;
                }
                batch.add(Map.of(path, Tensor.of(picture.dimensions(), values)));
            });
        }
        return batch;
    }

    @Test
    void aWholeNetworkWithTheMapsThatAreNotStored() {
        ForwardRequest request = Networks.request(Networks.oneBlockOfEachFamily(32), path -> true);

        assertSame(direct, request, pictures(request), "planned");
        assertSame(direct, request.literally(), pictures(request), "as the graph says");
    }

    @Test
    void anotherBatchIsNotTakenForTheOneBefore() {
        ForwardRequest request = Networks.request(Networks.oneBlockOfEachFamily(24), path -> true)
                .with(org.convscape.engine.plan.PlanOptions.ALL);
        List<Map<String, Tensor>> three = pictures(request);
        List<Map<String, Tensor>> two = three.subList(0, 2);

        assertSame(direct, request, three, "three");
        assertSame(direct, request, two, "two");
    }

    @Test
    void thereIsRoomForSeveralAndPlainLoopsTakeOneAtATime() {
        ForwardRequest request = Networks.request(Networks.oneBlockOfEachFamily(24), path -> true);
        assertTrue(direct.picturesAtOnce(request) > 1);
        try (Engine loops = PlannedEngine.ofPlainLoops()) {
            assertEquals(1, loops.picturesAtOnce(request));
            ForwardRequest several = request.with(pictures(request));
            CompletionException failure = assertThrows(CompletionException.class, () -> run(loops, several));
            assertEquals(
                    "One picture at a time is all that plain loops on the Java heap can compute, and 3 were given at"
                            + " once",
                    failure.getCause().getMessage());
        }
        assertThrows(IllegalArgumentException.class, () -> request.with(List.<Map<String, Tensor>>of()));
        try (Activations one = run(direct, request)) {
            assertThrows(IndexOutOfBoundsException.class, () -> one.get("stem", 1));
        }
    }
}
