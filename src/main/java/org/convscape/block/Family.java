package org.convscape.block;

/** The families of architecture that the program teaches; each has its colour. */
public enum Family {
    RESIDUAL("Residual"),
    INCEPTION("Inception"),
    SEPARABLE("Separable"),
    PLAIN("Plain"),
    MIXED("Mixed");

    private final String label;

    Family(String label) {
        this.label = label;
    }

    /** The heading a person reads. */
    public String label() {
        return label;
    }
}
