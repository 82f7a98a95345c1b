package org.convscape.task;

import java.util.concurrent.CompletionException;

/** From what was thrown to what a person is told. */
public final class Failures {
    private Failures() {}

    /** What lies behind a failure of a background job. */
    public static Throwable cause(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }

    /**
     * The sentence for the user: that of the failure, or, where it has none, what was being done.
     *
     * @param doing such as "Opening the file"
     */
    public static String sentence(Throwable failure, String doing) {
        Throwable cause = cause(failure);
        if (cause instanceof OutOfMemoryError) {
            return doing + " needs more memory than there is";
        }
        String message = cause.getMessage();
        return message == null || message.isBlank()
                ? doing + " failed (" + cause.getClass().getSimpleName() + ")"
                : message;
    }
}
