package org.convscape.sample.pattern;

import org.convscape.sample.trace.Noise;
import org.convscape.sample.trace.Vec;

/** Plain shapes in plain colours: discs, rings, squares, triangles, stars, crosses, crescents, bars; some overlap. */
public final class Shapes implements Drawing {
    private static final int[] COLOURS = {0xD1495B, 0x00798C, 0xEDAE49, 0x30638E, 0x6A994E, 0x7B4B94, 0x2E2E2E, 0xF28F3B
    };
    private static final double CELL = 128;
    private static final double OUTLINE = 5;

    @Override
    public Vec at(double x, double y) {
        Vec colour = Drawing.stored(0xF4F1EA);
        for (int shape = 0; shape < 24; shape++) {
            double size = 34 + 30 * Noise.hash(shape, 1, 7);
            double dx = x - (shape % 6 + 0.5) * CELL - 26 * (Noise.hash(shape, 2, 7) - 0.5);
            double dy = y - (shape / 6 + 0.5) * CELL - 26 * (Noise.hash(shape, 3, 7) - 0.5);
            if (dx * dx + dy * dy < 4 * size * size) {
                double turn = 2 * Math.PI * Noise.hash(shape, 4, 7);
                double outside = distance(
                        (shape * 5 + shape / 6) % 8,
                        dx * StrictMath.cos(turn) + dy * StrictMath.sin(turn),
                        dy * StrictMath.cos(turn) - dx * StrictMath.sin(turn),
                        size);
                boolean hollow = Noise.hash(shape, 5, 7) < 0.25;
                if (outside < 0 && (!hollow || outside > -OUTLINE)) {
                    colour = Drawing.stored(COLOURS[(shape * 3 + shape / 8) % 8]);
                }
            }
        }
        return colour;
    }

    /** How far a point lies outside a shape, negative inside. */
    private static double distance(int kind, double x, double y, double size) {
        double radius = Math.sqrt(x * x + y * y);
        return switch (kind) {
            case 0 -> radius - size;
            case 1 -> Math.abs(radius - 0.75 * size) - 0.2 * size;
            case 2 -> Math.max(Math.abs(x), Math.abs(y)) - 0.8 * size;
            case 3 -> polygon(x, y, 3, 0.55 * size);
            case 4 -> star(x, y, size);
            case 5 ->
                Math.max(
                        Math.min(Math.abs(x), Math.abs(y)) - 0.25 * size,
                        Math.max(Math.abs(x), Math.abs(y)) - 0.9 * size);
            case 6 -> Math.max(radius - size, 0.85 * size - Math.sqrt((x - 0.45 * size) * (x - 0.45 * size) + y * y));
            default -> Math.max(Math.abs(x) - 1.1 * size, Math.abs(y) - 0.28 * size);
        };
    }

    private static double polygon(double x, double y, int corners, double inner) {
        double most = -1e9;
        for (int i = 0; i < corners; i++) {
            double angle = 2 * Math.PI * i / corners;
            most = Math.max(most, x * StrictMath.cos(angle) + y * StrictMath.sin(angle) - inner);
        }
        return most;
    }

    /** Five points: inside at least four of the five lines that join every second one. */
    private static double star(double x, double y, double size) {
        double most = -1e9;
        double second = -1e9;
        for (int i = 0; i < 5; i++) {
            double angle = 2 * Math.PI * i / 5;
            double beyond = x * StrictMath.cos(angle) + y * StrictMath.sin(angle) - 0.31 * size;
            second = Math.max(second, Math.min(most, beyond));
            most = Math.max(most, beyond);
        }
        return second;
    }
}
