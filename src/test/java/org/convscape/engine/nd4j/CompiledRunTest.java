package org.convscape.engine.nd4j;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicReference;
import org.convscape.analysis.Analysis;
import org.convscape.engine.Activations;
import org.convscape.engine.Engine;
import org.convscape.engine.EngineFailure;
import org.convscape.engine.ForwardRequest;
import org.convscape.engine.Networks;
import org.convscape.engine.PlannedEngine;
import org.convscape.engine.onednn.OneDnn;
import org.convscape.engine.plan.PlanOptions;
import org.convscape.graph.Graph;
import org.convscape.op.library.Dense;
import org.convscape.task.JobRunner;
import org.convscape.task.Progress;
import org.convscape.task.RunningJob;
import org.convscape.tensor.Tensor;
import org.convscape.weights.SeededWeights;
import org.convscape.weights.WeightStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is made once for a plan is found again by what it is, and goes when it is not needed any more. */
class CompiledRunTest {

    private final Nd4jBackend backend = new Nd4jBackend();
    private final OneDnn oneDnn = backend.direct().orElseThrow();
    private final Engine engine = new PlannedEngine<>(() -> backend, JobRunner.calling());
    private final ForwardRequest request =
            Networks.request(Networks.oneBlockOfEachFamily(24), path -> true).with(PlanOptions.ALL);

    @AfterEach
    void close() {
        engine.close();
    }

    private Activations run(ForwardRequest wanted) {
        return engine.run(wanted, Progress.NONE).result().join();
    }

    private static ForwardRequest with(ForwardRequest request, Map<String, Tensor> pictures, WeightStore weights) {
        return new ForwardRequest(request.analysis(), pictures, weights, request.keep(), request.options());
    }

    private static Map<String, Tensor> brighter(Map<String, Tensor> pictures) {
        Map<String, Tensor> others = new LinkedHashMap<>();
        pictures.forEach((path, picture) -> {
            float[] values = picture.values().clone();
            for (int i = 0; i < values.length; i++) {
                values[i] += 0.25f;
            }
            others.put(path, Tensor.of(picture.dimensions(), values));
        });
        return others;
    }

    @Test
    void anotherPictureCompilesNothing() {
        run(request).close();
        int made = oneDnn.primitivesMade();
        int reordered = oneDnn.kernelsReordered();
        assertTrue(made > 10 && reordered > 10, made + " primitives, " + reordered + " kernels");

        try (Activations other = run(with(request, brighter(request.pictures()), request.weights()))) {
            assertEquals(other.steps().planned(), other.steps().done(), "all is computed anew");
        }
        assertEquals(made, oneDnn.primitivesMade());
        assertEquals(reordered, oneDnn.kernelsReordered());
    }

    @Test
    void otherWeightsNeedOtherKernelsAndNoOtherPrimitive() {
        run(request).close();
        int made = oneDnn.primitivesMade();
        int reordered = oneDnn.kernelsReordered();

        run(with(request, request.pictures(), new SeededWeights(77))).close();

        assertEquals(made, oneDnn.primitivesMade());
        assertEquals(2 * reordered, oneDnn.kernelsReordered());
    }

    @Test
    void anEditCompilesOnlyWhatItChanges() {
        Graph graph = request.analysis().graph();
        run(request).close();
        int made = oneDnn.primitivesMade();
        int reordered = oneDnn.kernelsReordered();

        run(new ForwardRequest(
                        Analysis.of(graph.with(graph.node("scores").with(new Dense(7, true)))),
                        request.pictures(),
                        request.weights(),
                        request.keep(),
                        request.options()))
                .close();

        assertEquals(made + 2, oneDnn.primitivesMade(), "the product, and the softmax of seven values behind it");
        assertTrue(oneDnn.kernelsReordered() <= reordered + 1);
        run(request).close();
        assertEquals(made + 2, oneDnn.primitivesMade(), "undo finds what was there");
    }

    @Test
    void theSameBitsComeAgainAlsoAfterARunThatWasCancelledOrFailed() {
        ForwardRequest fresh = request.anew();
        float[] scores;
        try (Activations first = run(fresh)) {
            scores = first.get("scores").values();
        }
        AtomicReference<RunningJob<Activations>> running = new AtomicReference<>();
        Engine second = new PlannedEngine<>(Nd4jBackend::new, JobRunner.threads("engine-test", 1));
        try (second) {
            RunningJob<Activations> job = second.run(fresh, (done, total, step) -> {
                if (done == total / 2) {
                    while (running.get() == null) {
                        Thread.onSpinWait();
                    }
                    running.get().cancel();
                }
            });
            running.set(job);
            assertThrows(CancellationException.class, () -> job.result().join());
            try (Activations after = second.run(fresh, Progress.NONE).result().join()) {
                assertArrayEquals(scores, after.get("scores").values());
            }
        }
        WeightStore broken = (origin, spec) -> {
            if (spec.dimensions().size() == 2) {
                throw new IllegalStateException("the file ends early");
            }
            return fresh.weights().get(origin, spec);
        };
        Throwable failure = assertThrows(CompletionException.class, () -> run(with(fresh, fresh.pictures(), broken)))
                .getCause();
        assertTrue(failure instanceof EngineFailure, failure.toString());
        try (Activations after = run(fresh)) {
            assertArrayEquals(scores, after.get("scores").values());
        }
    }

    @Test
    void whereTheLibraryCannotBeLoadedNd4jsOperationsComputeAndTheReasonIsSaid() {
        DirectCalls none = DirectCalls.open(() -> {
            throw new UnsatisfiedLinkError("no jnidnnl in java.library.path");
        });

        assertTrue(none.oneDnn().isEmpty());
        assertEquals(
                "its own oneDNN (oneDNN itself cannot be loaded: no jnidnnl in java.library.path)",
                none.description("its own oneDNN"));
        try (Engine operations = Engines.ofOperations();
                Activations theirs =
                        operations.run(request, Progress.NONE).result().join();
                Activations ours = run(request)) {
            assertTrue(operations.warmUp().join().contains("its own oneDNN"));
            EngineAgreementTest.assertClose(theirs.get("scores"), ours.get("scores"), "scores");
        }
    }

    @Test
    void whatWasMadeOfAnArrayGoesWithIt() {
        run(request).close();
        assertTrue(oneDnn.kernelsHeld() > 10);

        engine.close();

        assertEquals(0, oneDnn.kernelsHeld());
    }
}
