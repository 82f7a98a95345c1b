package org.convscape.task;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;

/** Runs jobs one after the other on threads of its own, or, for tests and the command line, in the calling thread. */
public final class JobRunner implements AutoCloseable {
    /** The names of all threads begin with this, so that a list of threads says which are the program's own. */
    public static final String PREFIX = "convscape-";

    private final Executor executor;
    private final Runnable shutdown;

    private JobRunner(Executor executor, Runnable shutdown) {
        this.executor = executor;
        this.shutdown = shutdown;
    }

    /** A runner with {@code threads} daemon threads of that name (after {@link #PREFIX}). */
    public static JobRunner threads(String name, int threads) {
        ExecutorService service = Executors.newFixedThreadPool(threads, work -> {
            Thread thread = new Thread(work, PREFIX + name);
            thread.setDaemon(true);
            return thread;
        });
        return new JobRunner(service, service::shutdownNow);
    }

    /** A runner that does everything in the calling thread, before {@link #start} returns. */
    public static JobRunner calling() {
        return new JobRunner(Runnable::run, () -> {});
    }

    /** Hands a job over. */
    public <R> RunningJob<R> start(Progress progress, Job<R> job) {
        Cancellation cancellation = new Cancellation();
        CompletableFuture<R> result = new CompletableFuture<>();
        try {
            executor.execute(() -> {
                try {
                    cancellation.check();
                    result.complete(job.run(progress, cancellation));
                } catch (CancellationException e) {
                    result.cancel(false);
                } catch (Throwable e) {
                    result.completeExceptionally(e);
                }
            });
        } catch (RejectedExecutionException closed) {
            result.cancel(false);
        }
        return new RunningJob<>(result, cancellation);
    }

    /** Hands a job over whose progress nobody looks at. */
    public <R> RunningJob<R> start(Job<R> job) {
        return start(Progress.NONE, job);
    }

    /** Stops the threads; jobs that wait, and those that still come, are dropped: their results are cancelled. */
    @Override
    public void close() {
        shutdown.run();
    }
}
