package org.convscape.timing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.DoubleStream;
import org.convscape.analysis.NodeFacts;
import org.convscape.engine.Activations;
import org.convscape.engine.Engine;
import org.convscape.engine.EngineFailure;
import org.convscape.engine.ForwardRequest;
import org.convscape.task.Cancellation;
import org.convscape.task.Progress;
import org.convscape.task.RunningJob;

/** The same request run over and over, with a clock beside it. Never on the engine's own thread, for which it waits. */
public final class TimedRuns {
    private static final long LOOK_MILLISECONDS = 50;

    private final Engine engine;
    private final ForwardRequest request;
    private final Progress progress;
    private final Cancellation cancellation;
    private final Map<String, DoubleStream.Builder> steps = new HashMap<>();
    private final Map<String, String> hosts = new HashMap<>();

    private TimedRuns(Engine engine, ForwardRequest request, Progress progress, Cancellation cancellation) {
        this.engine = engine;
        this.request = request.anew();
        this.progress = progress;
        this.cancellation = cancellation;
    }

    /**
     * Warms up, then measures.
     *
     * @throws EngineFailure when the network cannot be run
     * @throws CancellationException when that was asked for, between two runs or within one
     */
    public static Timing of(
            Engine engine,
            ForwardRequest request,
            Repetitions repetitions,
            Progress progress,
            Cancellation cancellation) {
        return new TimedRuns(engine, request, progress, cancellation).measure(repetitions);
    }

    private Timing measure(Repetitions repetitions) {
        finished(engine.warmUp(), cancellation::check);
        WarmUp warmUp = warmUp(repetitions);
        int runs = repetitions.runs();
        // They grow with the runs that were done: whoever asks for very many may stop after a few.
        DoubleStream.Builder totals = DoubleStream.builder();
        DoubleStream.Builder outside = DoubleStream.builder();
        for (int run = 0; run < runs; run++) {
            progress.report(run, runs, "measuring");
            double[] within = new double[1];
            double total = run(activations -> within[0] = note(activations));
            totals.accept(total);
            outside.accept(total - within[0]);
        }
        progress.report(runs, runs, "");
        List<Timing.Node> nodes = new ArrayList<>();
        for (NodeFacts facts : request.analysis().nodes()) {
            String path = facts.node().path();
            nodes.add(new Timing.Node(facts, samples(steps.get(path)), Optional.ofNullable(hosts.get(path))));
        }
        return new Timing(nodes, samples(totals), samples(outside), warmUp);
    }

    private static Samples samples(DoubleStream.Builder values) {
        return Samples.of(values.build().toArray());
    }

    private WarmUp warmUp(Repetitions repetitions) {
        boolean counted = repetitions.warmUp() != Repetitions.UNTIL_SETTLED;
        Settling settling = new Settling();
        long start = System.nanoTime();
        int runs = 0;
        while (counted ? runs < repetitions.warmUp() : !settling.settled() && inTime(start, repetitions, runs)) {
            progress.report(runs, counted ? repetitions.warmUp() : runs + 1L, "warming up");
            settling.add(run(activations -> {}));
            runs++;
        }
        WarmUp.End end =
                counted ? WarmUp.End.COUNTED : settling.settled() ? WarmUp.End.SETTLED : WarmUp.End.OUT_OF_TIME;
        return new WarmUp(runs, secondsSince(start), end);
    }

    /** One run at least, whatever the bound: the first one fetches the weights. */
    private static boolean inTime(long start, Repetitions repetitions, int runs) {
        return runs == 0 || secondsSince(start) < repetitions.seconds();
    }

    private static double secondsSince(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private interface Look {
        void at(Activations activations);
    }

    /** One run; gives its milliseconds by the clock on the wall. */
    private double run(Look look) {
        cancellation.check();
        long start = System.nanoTime();
        RunningJob<Activations> running = engine.run(request, Progress.NONE);
        try (Activations activations = finished(running.result(), running::cancel)) {
            double milliseconds = (System.nanoTime() - start) / 1e6;
            look.at(activations);
            return milliseconds;
        }
    }

    /** Gives the milliseconds of all steps together. */
    private double note(Activations activations) {
        double sum = 0;
        for (NodeFacts facts : request.analysis().nodes()) {
            String path = facts.node().path();
            steps.computeIfAbsent(path, unseen -> DoubleStream.builder()).accept(activations.milliseconds(path));
            sum += activations.milliseconds(path);
            activations.foldedInto(path).ifPresent(host -> hosts.put(path, host));
        }
        return sum;
    }

    /** Waits, and passes a wish to stop on while it does. */
    private <R> R finished(Future<R> result, Runnable cancel) {
        while (true) {
            try {
                return result.get(LOOK_MILLISECONDS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                if (cancellation.requested()) {
                    cancel.run();
                }
            } catch (ExecutionException e) {
                if (e.getCause() instanceof RuntimeException failure) {
                    throw failure;
                }
                throw new EngineFailure("The run failed: " + e.getCause().getMessage(), e.getCause());
            } catch (InterruptedException e) {
                cancel.run();
                Thread.currentThread().interrupt();
                throw new CancellationException("Interrupted while the network ran");
            }
        }
    }
}
