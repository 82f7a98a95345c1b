package org.convscape.sample.trace;

/** A piece of surface a ray can hit. */
interface Solid {
    /** The lowest corner of a box around it. */
    Vec low();

    /** The highest corner of a box around it. */
    Vec high();

    /** Records a hit on the ray if there is one nearer than the nearest so far. */
    void meet(Ray ray);

    /** The direction away from the surface at a hit, of length 1. */
    Vec normal(Ray ray);

    /** What it is made of. */
    Material material();
}
