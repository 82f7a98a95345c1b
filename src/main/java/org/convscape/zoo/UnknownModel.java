package org.convscape.zoo;

/** An id that nothing has: its message is a sentence for the user with the nearest ids. */
public final class UnknownModel extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Carries a sentence for the user. */
    public UnknownModel(String message) {
        super(message);
    }
}
