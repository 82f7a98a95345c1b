package org.convscape.sample.trace;

/**
 * Air that takes on the light of the sky: the distance over which most of what lies behind it fades, and its colour.
 */
public record Haze(double distance, Vec colour) {
    /** Air so clear that it does not show. */
    public static final Haze NONE = new Haze(1e12, Vec.ZERO);
}
