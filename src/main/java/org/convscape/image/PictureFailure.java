package org.convscape.image;

/** A picture or array that could not be read, prepared or written: its message is a sentence for the user. */
public class PictureFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Carries a sentence for the user. */
    public PictureFailure(String message) {
        super(message);
    }

    /** Carries a sentence for the user and what lies behind it. */
    public PictureFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
