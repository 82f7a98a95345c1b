package org.convscape.weights.file;

/**
 * A weight file that cannot be read. The message is a sentence for the user: which file, what was expected, what was
 * found, and where.
 */
public final class WeightFileFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** With a sentence for the user. */
    public WeightFileFailure(String sentence) {
        super(sentence);
    }

    /** With a sentence for the user and what led to it. */
    public WeightFileFailure(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
