package org.convscape.attribute;

/** A setting that cannot be: its message is a sentence for the user, with what was expected and what was found. */
public final class InvalidAttribute extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Carries a sentence for the user. */
    public InvalidAttribute(String message) {
        super(message);
    }
}
