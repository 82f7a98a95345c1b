package org.convscape.document;

/** A change that cannot be made: its message is a sentence for the user that says why. */
public final class EditRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Carries a sentence for the user. */
    public EditRefused(String message) {
        super(message);
    }
}
