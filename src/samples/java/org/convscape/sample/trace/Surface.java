package org.convscape.sample.trace;

/** A curved surface as a function of two numbers from 0 to 1. */
@FunctionalInterface
public interface Surface {
    /** The point at (u, v). */
    Vec at(double u, double v);
}
