package org.convscape.sample.trace;

/** A smooth curve through points of the plane (Catmull and Rom, 1974). */
public final class Curve {
    private final double[][] points;

    private Curve(double[][] points) {
        this.points = points;
    }

    /** The curve through the given (x, y) points; a point given twice makes a corner. */
    public static Curve through(double[][] points) {
        return new Curve(points);
    }

    /** The point at a share of the way, 0 to 1, as (x, y, 0). */
    public Vec at(double share) {
        double position = Math.max(0, Math.min(1, share)) * (points.length - 1);
        int piece = Math.min((int) position, points.length - 2);
        double t = position - piece;
        return new Vec(coordinate(piece, t, 0), coordinate(piece, t, 1), 0);
    }

    private double coordinate(int piece, double t, int axis) {
        double before = points[Math.max(0, piece - 1)][axis];
        double from = points[piece][axis];
        double to = points[piece + 1][axis];
        double after = points[Math.min(points.length - 1, piece + 2)][axis];
        return 0.5
                * (2 * from
                        + t * (to - before)
                        + t * t * (2 * before - 5 * from + 4 * to - after)
                        + t * t * t * (3 * from - before - 3 * to + after));
    }
}
