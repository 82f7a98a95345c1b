package org.convscape.op;

/** Inputs that an operation cannot take: its message is a sentence for the user that names expected and found. */
public final class InvalidShape extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Carries a sentence for the user. */
    public InvalidShape(String message) {
        super(message);
    }
}
