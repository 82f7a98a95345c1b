package org.convscape.op;

/** Where an operation stands in a palette. */
public enum Category {
    INPUT("Input"),
    CONVOLUTION("Convolution"),
    NORMALISATION("Normalisation"),
    ACTIVATION("Activation"),
    POOLING("Pooling"),
    MERGE("Merge"),
    DENSE("Dense"),
    SHAPE("Shape");

    private final String label;

    Category(String label) {
        this.label = label;
    }

    /** The heading a person reads. */
    public String label() {
        return label;
    }
}
