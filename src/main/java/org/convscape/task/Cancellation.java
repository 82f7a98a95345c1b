package org.convscape.task;

import java.util.concurrent.CancellationException;

/** A wish to stop, which long work asks for between its steps. */
public final class Cancellation {
    private volatile boolean requested;

    /** Asks the work to stop at its next step. */
    public void request() {
        requested = true;
    }

    /** True once a stop was asked for. */
    public boolean requested() {
        return requested;
    }

    /**
     * Ends the work if a stop was asked for.
     *
     * @throws CancellationException then
     */
    public void check() {
        if (requested) {
            throw new CancellationException("Cancelled");
        }
    }
}
