package org.convscape.op;

/**
 * What an operation does to each value in its own place, so simple that whoever computes the value can do it before
 * writing it.
 */
public sealed interface Pointwise {

    /** Limits the value to {@code low … high}, as {@link TensorMath#clip} does. */
    record Limit(double low, double high) implements Pointwise {}

    /** Adds the values that all other inputs have in that place. */
    record Sum() implements Pointwise {}
}
