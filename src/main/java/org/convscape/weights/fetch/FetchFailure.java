package org.convscape.weights.fetch;

/** A file that could not be fetched: its message is one sentence for the user, with the way to fetch it by hand. */
public final class FetchFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    FetchFailure(String message) {
        super(message);
    }

    FetchFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
