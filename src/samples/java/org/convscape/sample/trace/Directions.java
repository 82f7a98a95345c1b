package org.convscape.sample.trace;

/** Directions drawn at random around a given one. */
final class Directions {
    private Directions() {}

    /** As a matt surface gives light back: the denser the nearer to the normal (cosine). */
    static Vec matt(Vec normal, double u, double v) {
        double radius = Math.sqrt(u);
        return around(normal, radius, Math.sqrt(Math.max(0, 1 - u)), v);
    }

    /** Within a cone whose radius has the given sine. */
    static Vec cone(Vec axis, double sine, double u, double v) {
        double least = Math.sqrt(1 - sine * sine);
        double cosine = 1 - u * (1 - least);
        return around(axis, Math.sqrt(Math.max(0, 1 - cosine * cosine)), cosine, v);
    }

    /** The normal of a small facet of a rough surface (GGX, Walter et al. 2007). */
    static Vec facet(Vec normal, double roughness, double u, double v) {
        double alpha = roughness * roughness;
        double cosine = Math.sqrt((1 - u) / (1 + (alpha * alpha - 1) * u));
        return around(normal, Math.sqrt(Math.max(0, 1 - cosine * cosine)), cosine, v);
    }

    private static Vec around(Vec axis, double sine, double cosine, double turn) {
        Vec side =
                axis.cross(Math.abs(axis.x()) < 0.7 ? new Vec(1, 0, 0) : Vec.UP).unit();
        Vec other = axis.cross(side);
        double angle = 2 * Math.PI * turn;
        return axis.times(cosine).along(side, sine * StrictMath.cos(angle)).along(other, sine * StrictMath.sin(angle));
    }

    static Vec mirrored(Vec direction, Vec normal) {
        return direction.along(normal, -2 * direction.dot(normal));
    }
}
