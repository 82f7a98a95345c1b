package org.convscape.task;

/** A piece of work that can be watched and stopped. */
@FunctionalInterface
public interface Job<R> {

    /**
     * Does the work.
     *
     * @throws Exception which the one who waits for the result gets
     */
    R run(Progress progress, Cancellation cancellation) throws Exception;
}
