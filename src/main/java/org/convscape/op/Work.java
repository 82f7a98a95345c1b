package org.convscape.op;

/**
 * The kinds of arithmetic that a forward pass consists of, as the plain loops really perform them (padding
 * materialised). A counting convention is a choice of which kinds count, and by how much.
 */
public enum Work {
    /** One multiplication and one addition of a convolution or dense layer. */
    MULTIPLY_ADD,
    /** One addition of a bias. */
    BIAS_ADD,
    /** One element normalised: a scale and a shift. */
    SCALE_SHIFT,
    /** One multiplication that stands alone. */
    MULTIPLY,
    /** One addition of two activations. */
    ADD,
    /** One comparison: in an activation or a max pooling window. */
    COMPARE,
    /** One addition in an average pooling window. */
    WINDOW_ADD,
    /** One division. */
    DIVIDE,
    /** One exponential or power. */
    EXPONENTIAL
}
