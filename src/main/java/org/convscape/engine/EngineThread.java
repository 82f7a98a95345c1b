package org.convscape.engine;

import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.convscape.task.Cancellation;
import org.convscape.task.Job;
import org.convscape.task.JobRunner;
import org.convscape.task.Progress;
import org.convscape.task.RunningJob;

/**
 * The one thread that may touch native arrays. Runs are done one after the other; a small request of another thread
 * (one map, please) is served between two steps of a run, so that nobody waits for a whole network.
 */
final class EngineThread {
    private final JobRunner runner;
    private final Queue<FutureTask<?>> requests = new ConcurrentLinkedQueue<>();
    private volatile Thread worker;
    private volatile boolean ended;

    EngineThread(JobRunner runner) {
        this.runner = runner;
    }

    /** Hands a long job over. */
    <R> RunningJob<R> start(Progress progress, Job<R> job) {
        if (ended) {
            return new RunningJob<>(
                    CompletableFuture.failedFuture(new EngineFailure("The engine has been closed")),
                    new Cancellation());
        }
        return runner.start(progress, (reporting, cancellation) -> {
            worker = Thread.currentThread();
            serve();
            return job.run(reporting, cancellation);
        });
    }

    /** Does something short on the engine's thread and waits for its result. */
    <R> R call(Callable<R> request) {
        FutureTask<R> task = new FutureTask<>(request);
        if (Thread.currentThread() == worker) {
            task.run();
        } else {
            requests.add(task);
            if (ended) {
                // The thread is gone, and with it every other user of what the request touches.
                serve();
            } else {
                start(Progress.NONE, (progress, cancellation) -> null);
            }
        }
        return resultOf(task);
    }

    /** Does what other threads have asked for in the meantime. */
    void serve() {
        for (FutureTask<?> request = requests.poll(); request != null; request = requests.poll()) {
            request.run();
        }
    }

    private static <R> R resultOf(FutureTask<R> task) {
        try {
            return task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("Interrupted while waiting for the engine");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            if (e.getCause() instanceof OutOfMemoryError) {
                throw new EngineFailure(
                        "The memory ran out while a map was fetched; a smaller input would help", e.getCause());
            }
            throw new CompletionException(e.getCause());
        }
    }

    /** Ends the thread; requests that come later are done by whoever makes them. */
    void end() {
        ended = true;
        runner.close();
        serve();
    }
}
