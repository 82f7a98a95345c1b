package org.convscape.engine;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.convscape.engine.plan.ForwardPlan;
import org.convscape.task.Cancellation;
import org.convscape.task.JobRunner;
import org.convscape.task.Progress;
import org.convscape.task.RunningJob;
import org.convscape.tensor.Tensor;

/**
 * The engine over any arithmetic: plans every request, refuses what cannot fit into memory, and runs the plan on one
 * thread, where the arithmetic is also made and ended.
 */
public final class PlannedEngine<T> implements Engine {

    private static final int SECONDS_TO_END = 10;

    /** More at once than this brings nothing: the processors are busy with far fewer. */
    private static final int MOST_PICTURES = 64;

    private final Supplier<? extends Backend<T>> supplier;
    private final EngineThread thread;
    private final Set<Cancellation> outstanding = ConcurrentHashMap.newKeySet();
    private final Set<KeptActivations<T>> unclosed = ConcurrentHashMap.newKeySet();
    private CompletableFuture<String> warmUp;
    private volatile int threads;
    private final JobRunner fetching;
    private EngineMemory<T> memory;

    /**
     * An engine whose arithmetic is made, on the engine's thread, when it is first needed, and whose weights are drawn
     * there too.
     *
     * @param runner must do one job at a time; it is closed with the engine
     */
    public PlannedEngine(Supplier<? extends Backend<T>> supplier, JobRunner runner) {
        this(supplier, runner, JobRunner.calling());
    }

    /**
     * An engine whose weights are drawn elsewhere, so that it hears a wish to stop meanwhile.
     *
     * @param fetching is closed with the engine
     */
    public PlannedEngine(Supplier<? extends Backend<T>> supplier, JobRunner runner, JobRunner fetching) {
        this.supplier = supplier;
        this.thread = new EngineThread(runner);
        this.fetching = fetching;
    }

    /** An engine in plain loops that does everything in the calling thread: for tests. */
    public static Engine ofPlainLoops() {
        return new PlannedEngine<Tensor>(ReferenceBackend::new, JobRunner.calling());
    }

    @Override
    public synchronized CompletableFuture<String> warmUp() {
        if (warmUp == null) {
            warmUp = thread.start(Progress.NONE, (progress, cancellation) -> {
                        Backend<T> backend = memory().backend();
                        threads = backend.threads();
                        return backend.description();
                    })
                    .result();
        }
        return warmUp.copy();
    }

    @Override
    public int threads() {
        return threads;
    }

    @Override
    public RunningJob<Activations> run(ForwardRequest request, Progress progress) {
        RunningJob<Activations> running = thread.start(
                progress, (reporting, cancellation) -> translated(() -> runHere(request, reporting, cancellation)));
        outstanding.add(running.cancellation());
        running.result().whenComplete((activations, failure) -> outstanding.remove(running.cancellation()));
        return running;
    }

    @Override
    public int picturesAtOnce(ForwardRequest request) {
        return thread.call(() -> translated(() -> {
            Requirements.check(request);
            if (!memory().backend().batches()) {
                return 1;
            }
            ForwardPlan plan = ForwardPlan.of(request.analysis(), request.keep(), request.options(), path -> false);
            long each = plan.estimatedBytes(2) - plan.estimatedBytes(1);
            long left = memory().backend().availableBytes() - plan.estimatedBytes(1);
            return each == 0 ? 1 : (int) Math.max(1, Math.min(MOST_PICTURES, 1 + left / each));
        }));
    }

    /** Whatever goes wrong, the user gets a sentence. */
    private static <R> R translated(Supplier<R> work) {
        try {
            return work.get();
        } catch (EngineFailure | CancellationException e) {
            throw e;
        } catch (RuntimeException | Error e) {
            throw new EngineFailure("The run failed: " + EngineFailure.reason(e), e);
        }
    }

    private Activations runHere(ForwardRequest request, Progress progress, Cancellation cancellation) {
        Requirements.check(request);
        EngineMemory<T> here = memory();
        requireBatches(here.backend(), request);
        Map<String, Long> keys = here.keys(request);
        ForwardPlan plan = ForwardPlan.of(request.analysis(), request.keep(), request.options(), here.atHand(keys));
        if (plan.estimatedBytes(request.batch().size()) > here.backend().availableBytes()) {
            here.clear();
            plan = ForwardPlan.of(request.analysis(), request.keep(), request.options(), path -> false);
            requireMemory(request, plan);
        }
        ForwardRun<T> run = new ForwardRun<>(here, request, plan, keys);
        LiveValues<T> stored = run.run(progress, cancellation, thread::serve);
        KeptActivations<T> activations = new KeptActivations<>(
                thread,
                here,
                request,
                plan,
                stored,
                new KeptActivations.Measured(
                        run.milliseconds(),
                        run.totalMilliseconds(),
                        new Activations.Steps(plan.computed(), plan.whole())),
                unclosed::remove);
        unclosed.add(activations);
        return activations;
    }

    private static void requireBatches(Backend<?> backend, ForwardRequest request) {
        if (request.batch().size() > 1 && !backend.batches()) {
            throw new EngineFailure("One picture at a time is all that " + backend.description() + " can compute, and "
                    + request.batch().size() + " were given at once");
        }
    }

    private void requireMemory(ForwardRequest request, ForwardPlan plan) {
        long needed = plan.estimatedBytes(request.batch().size());
        long available = memory.backend().availableBytes();
        if (needed > available) {
            throw new EngineFailure(refusal(request, plan, needed, available));
        }
    }

    private static String refusal(ForwardRequest request, ForwardPlan plan, long needed, long available) {
        long least = ForwardPlan.of(request.analysis(), path -> false, request.options(), path -> false)
                .estimatedBytes(request.batch().size());
        int kept = plan.available().size();
        int all = request.analysis().nodes().size();
        String keeping =
                kept == all ? "with every map kept" : "with the maps of " + kept + " of " + all + " layers kept";
        return "The run needs " + bytes(needed) + " " + keeping + ", " + bytes(available) + " are available; "
                + (least <= available
                        ? "keep fewer maps (without any it needs " + bytes(least) + ") or use a smaller input"
                        : "even without keeping maps it needs " + bytes(least) + ", so use a smaller input");
    }

    private static String bytes(long bytes) {
        return bytes >= 100_000_000
                ? String.format(Locale.ROOT, "%.1f GB", bytes / 1e9)
                : String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
    }

    /** The memory with its arithmetic, made when it is first asked for; on the engine's thread only. */
    private EngineMemory<T> memory() {
        if (memory == null) {
            try {
                memory = new EngineMemory<>(supplier.get(), fetching);
            } catch (EngineFailure e) {
                throw e;
            } catch (RuntimeException | LinkageError e) {
                throw new EngineFailure("The arithmetic could not be loaded: " + EngineFailure.reason(e), e);
            }
        }
        return memory;
    }

    @Override
    public void close() {
        outstanding.forEach(Cancellation::request);
        CompletableFuture<Void> ending = thread.<Void>start(Progress.NONE, (progress, cancellation) -> {
                    unclosed.forEach(KeptActivations::closeHere);
                    if (memory != null) {
                        memory.clear();
                        memory.backend().close();
                    }
                    return null;
                })
                .result();
        try {
            ending.get(SECONDS_TO_END, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            // What could not be freed in time goes with the process.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            thread.end();
            fetching.close();
        }
    }
}
