package org.convscape.sample.trace;

/** The light that comes from each direction beyond all solids, without the sun's disc. */
@FunctionalInterface
public interface Sky {
    /** The light that comes from a direction of length 1. */
    Vec light(Vec direction);
}
