package org.convscape.sample.trace;

/** The colour of a surface at each point of space, as the share of light it gives back. */
@FunctionalInterface
public interface Texture {
    /** The colour at a point. */
    Vec colour(Vec point);

    /** The same colour everywhere, written {@code 0xRRGGBB}. */
    static Texture plain(int rgb) {
        Vec colour = Vec.rgb(rgb);
        return point -> colour;
    }
}
