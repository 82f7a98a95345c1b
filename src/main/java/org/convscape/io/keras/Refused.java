package org.convscape.io.keras;

/** Why a layer cannot be an operation of ours: the message is the rest of a sentence that names the layer. */
final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Refused(String message) {
        super(message);
    }
}
