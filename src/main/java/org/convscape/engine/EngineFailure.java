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

    /** What went wrong, in the words of its innermost cause that has any. */
    public static String reason(Throwable failure) {
        String words = failure.getClass().getSimpleName();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause.getMessage() != null && !cause.getMessage().isBlank()) {
                words = cause.getMessage().strip().lines().findFirst().orElse(words);
            }
        }
        return words;
    }
}
