package org.convscape.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.convscape.analysis.Analysis;
import org.convscape.engine.plan.ForwardPlan;
import org.convscape.engine.plan.PlanOptions;
import org.convscape.graph.Graph;
import org.convscape.graph.GraphBuilder;
import org.convscape.op.library.Dropout;
import org.convscape.op.library.Input;
import org.convscape.task.JobRunner;
import org.convscape.task.Progress;
import org.convscape.task.RunningJob;
import org.convscape.tensor.Shape;
import org.convscape.tensor.Tensor;
import org.convscape.testing.Differences;
import org.convscape.weights.SeededWeights;
import org.convscape.weights.WeightStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class PlannedEngineTest {

    private final LedgerBackend ledger = new LedgerBackend(Long.MAX_VALUE);
    private final Engine engine = new PlannedEngine<>(() -> ledger, JobRunner.calling());

    private Activations run(ForwardRequest request) {
        return engine.run(request, Progress.NONE).result().join();
    }

    private static Throwable failureOf(RunningJob<?> running) {
        return assertThrows(CompletionException.class, () -> running.result().join())
                .getCause();
    }

    private static ForwardRequest withWeights(ForwardRequest request, WeightStore weights) {
        return new ForwardRequest(request.analysis(), request.pictures(), weights, request.keep(), request.options());
    }

    @Test
    void onlyWhatIsAskedForIsKeptAndEverythingElseIsGivenBack() {
        ForwardRequest request = Networks.request(Networks.sumOfThree(), Set.of("relu", "sum")::contains);

        Activations activations = run(request);

        assertEquals(List.of("relu", "sum"), List.copyOf(activations.paths()));
        assertThrows(IllegalArgumentException.class, () -> activations.get("convolution"));
        assertEquals(2 + 2, ledger.alive(), "two maps, and kernel and bias");
        activations.close();
        assertEquals(2, ledger.alive());
        engine.close();
        assertEquals(0, ledger.alive());
        assertTrue(ledger.closed());
    }

    @Test
    void everyStepIsTimedAndReported() {
        List<String> reported = new ArrayList<>();
        ForwardRequest request = Networks.request(Networks.sumOfThree(), path -> true);

        Activations activations = engine.run(
                        request, (done, total, message) -> reported.add(done + "/" + total + " " + message))
                .result()
                .join();

        assertEquals(List.of("0/4 picture", "1/4 convolution", "2/4 relu", "3/4 sum", "4/4 "), reported);
        assertEquals(0, activations.milliseconds("picture"));
        assertTrue(activations.milliseconds("convolution") > 0);
        assertEquals(
                activations.paths().stream()
                        .mapToDouble(activations::milliseconds)
                        .sum(),
                activations.totalMilliseconds(),
                1e-9);
    }

    @Test
    void weightsAreTakenOverOncePerStore() {
        ForwardRequest request = Networks.request(Networks.sumOfThree(), path -> true);

        run(request).close();
        run(request).close();
        assertEquals(2, ledger.uploadedWeights());

        run(withWeights(request, new SeededWeights(1))).close();
        assertEquals(2, ledger.uploadedWeights(), "an equal store gives the same values");
        run(withWeights(request, new SeededWeights(2))).close();
        assertEquals(4, ledger.uploadedWeights());
    }

    @Test
    void aValueThatPassesThroughIsGivenBackOnce() {
        GraphBuilder graph = new GraphBuilder();
        String picture = graph.add("picture", Input.of(Shape.maps(2, 2, 1)));
        String once = graph.add("once", new Dropout(0.5), picture);
        graph.add("twice", new Dropout(0.5), once);

        Activations activations = run(Networks.request(graph.build(), "twice"::equals));
        assertEquals(1, ledger.alive());
        assertEquals(4, activations.get("twice").size());
        activations.close();
        assertEquals(0, ledger.alive());
    }

    @Test
    void aRunStaysWithinItsEstimate() {
        Graph graph = Networks.oneBlockOfEachFamily(16);
        for (boolean keep : new boolean[] {true, false}) {
            LedgerBackend fresh = new LedgerBackend(Long.MAX_VALUE);
            ForwardRequest request = Networks.request(graph, path -> keep);
            try (Engine counted = new PlannedEngine<>(() -> fresh, JobRunner.calling())) {
                counted.run(request, Progress.NONE).result().join().close();
            }
            long estimate = ForwardPlan.of(request.analysis(), request.keep(), request.options(), path -> false)
                    .estimatedBytes();
            assertTrue(fresh.mostBytes() <= estimate, fresh.mostBytes() + " of " + estimate);
            assertTrue(fresh.mostBytes() >= 0.7 * estimate, fresh.mostBytes() + " of " + estimate);
        }
    }

    @Test
    void aPlanThatFoldsAndOverwritesGivesTheSameMapsAsTheGraphSays() {
        ForwardRequest request = Networks.request(Networks.oneBlockOfEachFamily(16), path -> true);
        try (Activations literal = run(request.with(PlanOptions.LITERAL));
                Activations planned = run(request)) {
            assertEquals(literal.paths(), planned.paths());
            assertTrue(ledger.overwritten() >= 10, ledger.overwritten() + " outputs written over an input");
            for (String path : literal.paths()) {
                assertTrue(
                        Differences.relative(literal.get(path), planned.get(path)) < 1e-5,
                        path + " differs by " + Differences.relative(literal.get(path), planned.get(path)));
            }
        }
    }

    @Test
    void aMapThatWasFoldedAwayIsComputedAgainAndLeavesNothing() {
        ForwardRequest request = Networks.request(Networks.sumOfThree(), path -> true);
        ForwardRequest one = new ForwardRequest(
                request.analysis(), request.pictures(), request.weights(), "relu"::equals, PlanOptions.FRESH);
        try (Activations activations = run(one)) {
            assertEquals(List.of("relu"), List.copyOf(activations.paths()));
        }
        int before = ledger.alive();
        try (Activations activations = run(request)) {
            float[] convolution = activations.get("convolution").values();
            float[] relu = activations.get("relu").values();
            for (int i = 0; i < relu.length; i++) {
                assertEquals(Math.max(0, convolution[i]), relu[i]);
            }
        }
        assertEquals(before, ledger.alive());
    }

    @Test
    void aSecondRunComputesOnlyWhatAnEditHasChanged() {
        ForwardRequest request =
                Networks.request(Networks.sumOfThree(), path -> true).with(PlanOptions.ALL);
        Activations first = run(request);
        Activations again = run(request);
        assertEquals(new Activations.Steps(4, 4), first.steps());
        assertEquals(new Activations.Steps(1, 4), again.steps(), "only the picture is taken over anew");
        assertTrue(again.totalMilliseconds() < first.totalMilliseconds());
        assertEquals(first.milliseconds("relu"), again.milliseconds("relu"), "what it took when it was computed");

        Graph edited = request.analysis()
                .graph()
                .with(request.analysis().graph().node("sum").withInput(2, "picture"));
        Activations third = run(new ForwardRequest(
                Analysis.of(edited), request.pictures(), request.weights(), path -> true, PlanOptions.ALL));
        assertEquals(new Activations.Steps(2, 4), third.steps());
        Activations undone = run(request);
        assertEquals(1, undone.steps().done(), "undo finds the old maps");
        assertArrayEquals(first.get("sum").values(), undone.get("sum").values());

        List.of(first, again, third, undone).forEach(Activations::close);
        Activations other = run(withWeights(request, new SeededWeights(7)));
        assertEquals(4, other.steps().done(), "other weights, other maps");
        other.close();
    }

    @Test
    void theMapsOfEarlierRunsMakeRoomWhenMemoryIsShort() {
        LedgerBackend small = new LedgerBackend(6_000);
        ForwardRequest request =
                Networks.request(Networks.sumOfThree(), path -> true).with(PlanOptions.ALL);
        try (Engine engine = new PlannedEngine<>(() -> small, JobRunner.calling())) {
            for (int seed = 0; seed < 20; seed++) {
                engine.run(withWeights(request, new SeededWeights(seed)), Progress.NONE)
                        .result()
                        .join()
                        .close();
            }
        }
        assertTrue(small.mostBytes() <= 6_000, small.mostBytes() + " bytes at most");
    }

    @Test
    void aRunThatCannotFitIsRefusedWithTheFigures() {
        Graph graph = Networks.oneBlockOfEachFamily(64);

        assertEquals(
                "The run needs 9.5 MB with every map kept, 8.0 MB are available; keep fewer maps (without any it needs"
                        + " 5.2 MB) or use a smaller input",
                refusal(graph, path -> true, 8_000_000));
        assertEquals(
                "The run needs 5.2 MB with the maps of 1 of 32 layers kept, 2.0 MB are available; even without keeping"
                        + " maps it needs 5.2 MB, so use a smaller input",
                refusal(graph, "scores"::equals, 2_000_000));
    }

    private static String refusal(Graph graph, Predicate<String> keep, long available) {
        LedgerBackend small = new LedgerBackend(available);
        try (Engine engine = new PlannedEngine<>(() -> small, JobRunner.calling())) {
            Throwable failure = failureOf(engine.run(Networks.request(graph, keep), Progress.NONE));
            assertEquals(0, small.mostBytes());
            return assertInstanceOf(EngineFailure.class, failure).getMessage();
        }
    }

    @Test
    void aCancelledRunLeavesNothingBehind() {
        AtomicReference<RunningJob<Activations>> running = new AtomicReference<>();
        CountDownLatch begun = new CountDownLatch(1);
        List<String> steps = new ArrayList<>();
        try (Engine threaded = new PlannedEngine<>(() -> ledger, JobRunner.threads("engine-test", 1))) {
            running.set(threaded.run(Networks.request(Networks.sumOfThree(), path -> true), (done, total, step) -> {
                steps.add(step);
                if (step.equals("convolution")) {
                    await(begun);
                    running.get().cancel();
                }
            }));
            begun.countDown();

            assertThrows(
                    java.util.concurrent.CancellationException.class,
                    () -> running.get().result().join());
        }
        assertEquals(List.of("picture", "convolution"), steps);
        assertEquals(0, ledger.alive());
    }

    private static void await(CountDownLatch latch) {
        try {
            assertTrue(latch.await(30, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aStepThatFailsIsNamedAndLeavesNothingBehind() {
        ForwardRequest request = Networks.request(Networks.sumOfThree(), path -> true);
        WeightStore broken = (node, spec) -> {
            throw new IllegalStateException("the file ends early");
        };
        WeightStore huge = (node, spec) -> {
            throw new OutOfMemoryError("Java heap space");
        };

        Throwable failure = failureOf(engine.run(withWeights(request, broken), Progress.NONE));
        Throwable exhausted = failureOf(engine.run(withWeights(request, huge), Progress.NONE));

        assertEquals("The layer \"convolution\" could not be computed: the file ends early", failure.getMessage());
        assertTrue(exhausted.getMessage().startsWith("The memory ran out at \"convolution\" (output 6×6×3)"));
        assertEquals(0, ledger.alive());
        run(request).close();
    }

    @Test
    void anArithmeticThatCannotBeLoadedSaysSoAndIsTriedAgain() {
        List<Integer> attempts = new ArrayList<>();
        try (Engine fragile = new PlannedEngine<>(
                () -> {
                    attempts.add(1);
                    if (attempts.size() == 1) {
                        throw new UnsatisfiedLinkError("no kernels for this processor");
                    }
                    return ledger;
                },
                JobRunner.calling())) {
            Throwable failure =
                    failureOf(fragile.run(Networks.request(Networks.sumOfThree(), path -> true), Progress.NONE));

            assertEquals("The arithmetic could not be loaded: no kernels for this processor", failure.getMessage());
            assertEquals("ledger", fragile.warmUp().join());
        }
    }

    @Test
    void mapsThatWereGivenBackSaySo() {
        Activations activations = run(Networks.request(Networks.sumOfThree(), path -> true));
        activations.close();
        activations.close();

        String message =
                assertThrows(EngineFailure.class, () -> activations.get("sum")).getMessage();
        assertTrue(message.contains("have been given back"), message);
    }

    @Test
    void anyThreadMayAskForAMapWhileAnotherRunGoesOn() throws InterruptedException {
        CountDownLatch fetched = new CountDownLatch(1);
        ForwardRequest request = Networks.request(Networks.sumOfThree(), path -> true);
        try (Engine threaded = new PlannedEngine<>(() -> ledger, JobRunner.threads("engine-test", 1))) {
            Activations first = threaded.run(request, Progress.NONE).result().join();
            Thread asking = new Thread(() -> {
                first.get("sum");
                fetched.countDown();
            });
            RunningJob<Activations> second = threaded.run(request, (done, total, step) -> {
                if (step.equals("picture")) {
                    asking.start();
                    while (asking.getState() != Thread.State.WAITING) {
                        Thread.onSpinWait();
                    }
                } else if (step.equals("relu")) {
                    await(fetched);
                }
            });
            second.result().join().close();
            asking.join();
        }
    }

    @Test
    void whoeverTheResultIsHandedToMayAskForAMapAtOnce() {
        ForwardRequest request = Networks.request(Networks.sumOfThree(), path -> true);
        try (Engine threaded = new PlannedEngine<>(() -> ledger, JobRunner.threads("engine-test", 1))) {
            Tensor map = threaded.run(request, Progress.NONE)
                    .result()
                    .thenApply(activations -> activations.get("sum"))
                    .join();
            assertEquals(Shape.maps(6, 6, 3), map.shape());
        }
    }

    private static void pause() {
        try {
            Thread.sleep(300);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void closingTheEngineEndsEverything() {
        CountDownLatch begun = new CountDownLatch(1);
        Engine threaded = new PlannedEngine<>(() -> ledger, JobRunner.threads("engine-test", 1));
        ForwardRequest request = Networks.request(Networks.sumOfThree(), path -> true);
        Activations unclosed = threaded.run(request, Progress.NONE).result().join();
        RunningJob<Activations> going = threaded.run(request, (done, total, step) -> {
            begun.countDown();
            pause();
        });
        RunningJob<Activations> waiting = threaded.run(request, Progress.NONE);
        await(begun);

        threaded.close();

        assertTrue(going.result().isCompletedExceptionally());
        assertTrue(waiting.result().isCompletedExceptionally());
        assertThrows(EngineFailure.class, () -> unclosed.get("sum"));
        assertEquals(
                "The engine has been closed",
                failureOf(threaded.run(request, Progress.NONE)).getMessage());
        assertEquals(0, ledger.alive());
        assertTrue(ledger.closed());
        threaded.close();
    }

    @Test
    void seedsMakeDifferentResultsAndRunsTheSame() {
        ForwardRequest request = Networks.request(Networks.sumOfThree(), path -> true);

        float[] first = run(request).get("sum").values();

        assertArrayEquals(first, run(request).get("sum").values());
        assertNotEquals(
                first[0],
                run(withWeights(request, new SeededWeights(3))).get("sum").values()[0]);
    }
}
