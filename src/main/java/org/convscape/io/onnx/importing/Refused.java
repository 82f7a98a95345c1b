package org.convscape.io.onnx.importing;

/** Why a node of a model cannot be an operation of ours: the message is the rest of a sentence that names the node. */
final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Refused(String message) {
        super(message);
    }
}
