package org.convscape.engine;

/** A run that could not be done: its message is a sentence for the user. */
public final class EngineFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Carries a sentence for the user. */
    public EngineFailure(String message) {
        super(message);
    }

    /** Carries a sentence for the user and what lies behind it. */
    public EngineFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
