package org.convscape.sample.pattern;

import org.convscape.sample.trace.Noise;
import org.convscape.sample.trace.Vec;

/** Six surfaces, side by side: wood, bricks, woven cloth, pebbles, marble, grass. Each 256 × 256 pixels. */
public final class Patches implements Drawing {
    private static final double SIDE = 256;

    @Override
    public Vec at(double x, double y) {
        int patch = (int) (x / SIDE) + 3 * (int) (y / SIDE);
        double u = x % SIDE;
        double v = y % SIDE;
        return switch (patch) {
            case 0 -> wood(u, v);
            case 1 -> bricks(u, v);
            case 2 -> cloth(u, v);
            case 3 -> pebbles(u, v);
            case 4 -> marble(u, v);
            default -> grass(u, v);
        };
    }

    private static Vec wood(double u, double v) {
        double bend = 26 * Noise.octaves(new Vec(u * 0.006, v * 0.02, 3), 3);
        double rings = (v + bend + 9 * Noise.smooth(u * 0.012, 4, 1)) / 15;
        double within = rings - Math.floor(rings);
        double fibre = Noise.smooth(u * 0.045, v * 1.1, 8) + 0.6 * Noise.smooth(u * 0.1, v * 2.3, 2);
        double share = 0.30 + 0.42 * StrictMath.pow(within, 3) * Noise.step(1, 0.9, within) + 0.17 * fibre;
        return Drawing.stored(0xD9AE77).mix(Drawing.stored(0x6E4221), clamp(share));
    }

    private static Vec bricks(double u, double v) {
        double row = v / 32;
        long course = (long) Math.floor(row);
        double along = u / 85.3334 + 0.5 * (course & 1);
        long number = (long) Math.floor(along);
        double edge = Math.min(
                Math.min(along - number, 1 - along + number) * 85.3334, Math.min(row - course, 1 - row + course) * 32);
        double rough = Noise.octaves(new Vec(u * 0.09, v * 0.09, 5), 4);
        Vec clay = Drawing.stored(0xB4573C)
                .mix(Drawing.stored(0x7C3526), Noise.hash(number % 3, course, 12))
                .times(1 + 0.35 * rough);
        Vec mortar = Drawing.stored(0xBDB3A5).times(1 + 0.2 * rough);
        // Light from the upper left: the lower and right rims of each brick lie in shade.
        double low = row - course > 0.5 || along - number > 0.5 ? 0.72 : 1.06;
        double rim = 1 - Noise.step(4, 9, edge);
        return mortar.times(0.92).mix(clay.times(1 + rim * (low - 1)), Noise.step(2.2, 4.5, edge + 1.5 * rough));
    }

    private static Vec cloth(double u, double v) {
        double thread = 8;
        long column = (long) Math.floor(u / thread);
        long row = (long) Math.floor(v / thread);
        boolean warp = (column + row & 3) < 2;
        double across = warp ? u / thread - column : v / thread - row;
        double along = warp ? v / thread - row : u / thread - column;
        double round = 1 - 4 * (across - 0.5) * (across - 0.5);
        double dip = 0.75 + 0.25 * StrictMath.sin(Math.PI * along);
        double fibre = 0.08 * Noise.smooth(u * (warp ? 0.9 : 0.15), v * (warp ? 0.15 : 0.9), 3);
        Vec yarn = Drawing.stored(warp ? 0x3C5F8A : 0xCFC7B2);
        return yarn.times((0.42 + 0.58 * round) * dip + fibre);
    }

    private static Vec pebbles(double u, double v) {
        Vec place = new Vec(u / 27, v / 27, 0.5);
        Noise.Cell cell = Noise.cell(place);
        double border = cell.border();
        double dome = Noise.step(0.03, 0.4, border);
        double lightSide = Noise.cell(place.plus(new Vec(-0.08, -0.08, 0))).border() - border;
        Vec stone = Drawing.stored(0x9C8E7C)
                .mix(Drawing.stored(cell.id() < 0.5 ? 0x5D6468 : 0xCDBFA6), Math.abs(2 * cell.id() - 1))
                .times(1 + 0.16 * Noise.octaves(new Vec(u * 0.12, v * 0.12, 1), 4));
        Vec shaded = stone.times(0.55 + 0.5 * dome - 1.1 * lightSide);
        return Drawing.stored(0x2A241D).mix(shaded, Noise.step(0.02, 0.09, border));
    }

    private static Vec marble(double u, double v) {
        Vec place = new Vec(u * 0.011, v * 0.011, 7);
        double turbulence = Noise.octaves(place.times(1.4), 6);
        double wave = StrictMath.sin(5.5 * (place.x() + 0.7 * place.y()) + 3.4 * turbulence);
        double strength = 0.5 + 0.7 * Noise.octaves(place.times(0.9).plus(Vec.ONE), 2);
        double vein = strength * StrictMath.pow(1 - Math.abs(wave), 1.8);
        double cloud = 0.2 * Noise.octaves(place.times(2.3), 4);
        return Drawing.stored(0xEDEAE4).mix(Drawing.stored(0x4D5560), clamp(0.75 * vein + 0.05 + cloud));
    }

    /** Blades, one from each of many seeds, the front ones drawn over those behind. */
    private static Vec grass(double u, double v) {
        Vec colour = Drawing.stored(0x1F3312);
        for (long row = (long) Math.floor(v / 7); row <= (long) Math.floor(v / 7) + 7; row++) {
            for (long column = (long) Math.floor(u / 5) - 5; column <= (long) Math.floor(u / 5) + 5; column++) {
                double footX = 5 * (column + Noise.hash(column, row, 31));
                double footY = 7 * (row + Noise.hash(column, row, 32));
                double height = 26 + 22 * Noise.hash(column, row, 33);
                double up = (footY - v) / height;
                double lean = 44 * (Noise.hash(column, row, 34) - 0.5);
                double half = 2.1 * (1 - up);
                if (up > 0 && up < 1 && Math.abs(u - footX - lean * up * up) < half) {
                    double tone = 0.45 + 0.75 * up + 0.35 * (Noise.hash(column, row, 35) - 0.5);
                    double side = u - footX - lean * up * up > 0 ? 0.86 : 1.08;
                    colour = Drawing.stored(0x5D8F2E)
                            .mix(Drawing.stored(0xA9B44A), 0.5 * Noise.hash(column, row, 36))
                            .times(tone * side);
                }
            }
        }
        return colour;
    }

    private static double clamp(double value) {
        return Math.max(0, Math.min(1, value));
    }
}
