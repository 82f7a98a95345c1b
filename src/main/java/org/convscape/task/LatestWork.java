package org.convscape.task;

import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Work beside the screen of which only the result of the latest is wanted. */
public final class LatestWork {

    /** What is summed over more layers than these would hold up the screen for a good part of a frame. */
    private static final int MOST_LAYERS_AT_ONCE = 500;

    private final JobRunner runner;
    private final Executor screen;
    private final Latest latest = new Latest();
    private RunningJob<?> running;

    public LatestWork(JobRunner runner, Executor screen) {
        this.runner = runner;
        this.screen = screen;
    }

    /** Works something out; {@code then} gets it on the screen's thread, or null and what went wrong. */
    public <R> void start(Callable<R> work, BiConsumer<R, Throwable> then) {
        cancel();
        Latest.Request request = latest.next();
        RunningJob<R> job = runner.start((progress, cancellation) -> work.call());
        running = job;
        job.result()
                .whenComplete((result, failure) -> screen.execute(() -> {
                    // A runner that is closed drops what it was given: nobody waits for that any more.
                    if (request.current() && !(failure instanceof CancellationException)) {
                        then.accept(result, failure);
                    }
                }));
    }

    /** Sums something up over so many layers: at once where they are few, and beside the screen where they are many. */
    public <R> void sum(int layers, Supplier<R> work, Consumer<R> then) {
        if (layers <= MOST_LAYERS_AT_ONCE) {
            cancel();
            then.accept(work.get());
            return;
        }
        start(work::get, (result, failure) -> {
            if (failure != null) {
                throw new IllegalStateException("What " + layers + " layers come to could not be summed", failure);
            }
            then.accept(result);
        });
    }

    /** What was started is not wanted any more. */
    public void cancel() {
        latest.none();
        if (running != null) {
            running.cancel();
            running = null;
        }
    }
}
