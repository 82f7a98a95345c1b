package org.convscape.sample.trace;

/** Fine hills and valleys of a surface, in metres, that change how it catches light but not where it is. */
@FunctionalInterface
public interface Relief {
    /** The height at a point. */
    double height(Vec point);

    /** The normal of a smooth surface at a point, tilted as this relief tilts it. */
    default Vec tilted(Vec point, Vec normal, double reach) {
        double here = height(point);
        Vec slope = new Vec(
                        height(point.plus(new Vec(reach, 0, 0))) - here,
                        height(point.plus(new Vec(0, reach, 0))) - here,
                        height(point.plus(new Vec(0, 0, reach))) - here)
                .times(1 / reach);
        Vec along = slope.along(normal, -slope.dot(normal));
        return normal.minus(along).unit();
    }
}
