package org.convscape.sample.trace;

/** A half-line and the nearest hit found on it so far. One ray belongs to one search. */
final class Ray {
    final Vec origin;
    final Vec direction;
    // The same numbers again, where the innermost loops find them without following references.
    final double ox;
    final double oy;
    final double oz;
    final double dx;
    final double dy;
    final double dz;
    /** How far the nearest hit is, in lengths of the direction. */
    double distance;
    /** What was hit; null as long as nothing was. */
    Solid solid;
    /** Where on a triangle the hit lies: its shares of the second and third corner. */
    double u;

    double v;

    Ray(Vec origin, Vec direction, double farthest) {
        this.origin = origin;
        this.direction = direction;
        this.distance = farthest;
        ox = origin.x();
        oy = origin.y();
        oz = origin.z();
        dx = direction.x();
        dy = direction.y();
        dz = direction.z();
    }

    Vec point() {
        return origin.along(direction, distance);
    }
}
