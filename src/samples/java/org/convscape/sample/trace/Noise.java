package org.convscape.sample.trace;

/** Textures out of nothing: smooth noise, its sums over octaves, and cells, all functions of a point alone. */
public final class Noise {
    private Noise() {}

    /** A number from 0 to below 1 that looks random, of three whole coordinates. */
    public static double hash(long x, long y, long z) {
        long mixed = x * 0x9E3779B97F4A7C15L + y * 0xC2B2AE3D27D4EB4FL + z * 0x165667B19E3779F9L;
        mixed = (mixed ^ mixed >>> 31) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ mixed >>> 29) * 0x94D049BB133111EBL;
        return ((mixed ^ mixed >>> 32) >>> 11) * 0x1.0p-53;
    }

    /** Smooth noise from -1 to 1 with details about one unit wide (gradient noise, Perlin 2002). */
    public static double smooth(double x, double y, double z) {
        long column = (long) Math.floor(x);
        long row = (long) Math.floor(y);
        long layer = (long) Math.floor(z);
        double u = fade(x - column);
        double v = fade(y - row);
        double w = fade(z - layer);
        double[] corner = new double[8];
        for (int i = 0; i < 8; i++) {
            long dx = i & 1;
            long dy = i >> 1 & 1;
            long dz = i >> 2;
            corner[i] = slope(column + dx, row + dy, layer + dz, x - column - dx, y - row - dy, z - layer - dz);
        }
        double near = mix(mix(corner[0], corner[1], u), mix(corner[2], corner[3], u), v);
        double far = mix(mix(corner[4], corner[5], u), mix(corner[6], corner[7], u), v);
        return mix(near, far, w);
    }

    /** The same at a point. */
    public static double smooth(Vec p) {
        return smooth(p.x(), p.y(), p.z());
    }

    /** The sum of octaves, each of half the size and strength: roughly -1 to 1. */
    public static double octaves(Vec p, int count) {
        double sum = 0;
        double strength = 0.5;
        double scale = 1;
        for (int i = 0; i < count; i++) {
            sum += strength * smooth(p.x() * scale + 17.3 * i, p.y() * scale - 9.1 * i, p.z() * scale + 5.7 * i);
            strength /= 2;
            scale *= 2.03;
        }
        return 1.6 * sum;
    }

    /** The nearest and the second nearest of one random point per unit cube: their distances and the nearest's hash. */
    public static Cell cell(Vec p) {
        long column = (long) Math.floor(p.x());
        long row = (long) Math.floor(p.y());
        long layer = (long) Math.floor(p.z());
        double first = 9;
        double second = 9;
        double id = 0;
        for (long i = column - 1; i <= column + 1; i++) {
            for (long j = row - 1; j <= row + 1; j++) {
                for (long k = layer - 1; k <= layer + 1; k++) {
                    double dx = i + hash(i, j, k) - p.x();
                    double dy = j + hash(i + 71, j, k) - p.y();
                    double dz = k + hash(i, j + 37, k) - p.z();
                    double distance = dx * dx + dy * dy + dz * dz;
                    if (distance < first) {
                        second = first;
                        first = distance;
                        id = hash(i, j, k + 13);
                    } else if (distance < second) {
                        second = distance;
                    }
                }
            }
        }
        return new Cell(Math.sqrt(first), Math.sqrt(second), id);
    }

    /** Where a point stands among random cells. */
    public record Cell(double nearest, double second, double id) {
        /** Small at the border between two cells. */
        public double border() {
            return second - nearest;
        }
    }

    /** 0 below one edge, 1 above the other, smooth between. */
    public static double step(double from, double to, double value) {
        double share = Math.max(0, Math.min(1, (value - from) / (to - from)));
        return share * share * (3 - 2 * share);
    }

    private static double slope(long column, long row, long layer, double dx, double dy, double dz) {
        // One of the twelve directions to the middles of a cube's edges.
        int direction = (int) (12 * hash(column, row, layer));
        double first = direction < 8 ? dx : dy;
        double second = direction < 4 ? dy : dz;
        return ((direction & 1) == 0 ? first : -first) + ((direction & 2) == 0 ? second : -second);
    }

    private static double fade(double t) {
        return t * t * t * (t * (t * 6 - 15) + 10);
    }

    private static double mix(double from, double to, double share) {
        return from + share * (to - from);
    }
}
