package org.convscape.io;

/** A file that could not be read or written: its message is one sentence for the user that says what and where. */
public final class FileFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Carries a sentence for the user. */
    public FileFailure(String message) {
        super(message);
    }

    /** Carries a sentence for the user and what lies behind it. */
    public FileFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
