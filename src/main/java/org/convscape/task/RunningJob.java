package org.convscape.task;

import java.util.concurrent.CompletableFuture;

/**
 * A job that was handed to a runner.
 *
 * @param result completes with the result or the failure, on the thread of the runner
 */
public record RunningJob<R>(CompletableFuture<R> result, Cancellation cancellation) {

    /** Asks the job to stop at its next step; one that has not begun never begins. */
    public void cancel() {
        cancellation.request();
    }
}
