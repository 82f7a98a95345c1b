package org.convscape.io.python;

/** Why something cannot be written in a library, as the rest of a sentence that begins with the library's name. */
final class Unwritable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unwritable(String reason) {
        super(reason);
    }
}
