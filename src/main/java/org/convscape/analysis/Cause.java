package org.convscape.analysis;

/** What a part of a count is due to, so that a sum can be taken apart and two sums compared. */
public enum Cause {
    /** Multiply-adds of convolutions, depthwise ones among them. */
    CONVOLUTION("convolution"),
    /** Multiply-adds of fully connected layers. */
    DENSE("dense"),
    /** Biases of convolutions and fully connected layers. */
    BIAS("bias"),
    /** Batch normalisation. */
    BATCH_NORM("batch norm"),
    /** ReLU, ReLU6, softmax. */
    ACTIVATION("activation"),
    /** Maximum and average pooling, global pooling among them. */
    POOLING("pooling"),
    /** Sums of activations, where a shortcut joins. */
    ADDITION("addition"),
    /** Activations times a constant. */
    SCALING("scaling"),
    /** What none of the others names. */
    OTHER("other");

    private final String label;

    Cause(String label) {
        this.label = label;
    }

    /** The words a person reads, in lower case. */
    public String label() {
        return label;
    }
}
