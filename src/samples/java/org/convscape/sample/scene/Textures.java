package org.convscape.sample.scene;

import org.convscape.sample.trace.Noise;
import org.convscape.sample.trace.Texture;
import org.convscape.sample.trace.Vec;

/** Materials of the world as functions of a point. */
final class Textures {
    private Textures() {}

    /** Planks of wood that lie along x, each {@code width} metres wide, with grain, pores and dark joints. */
    static Texture planks(int light, int dark, double width) {
        Vec pale = Vec.rgb(light);
        Vec deep = Vec.rgb(dark);
        return point -> {
            double plank = Math.floor(point.z() / width);
            double shift = 40 * Noise.hash((long) plank, 3, 5);
            double inside = point.z() / width - plank;
            Vec local = new Vec(point.x() * 0.5 + shift, point.y() * 2, point.z() * 2.4 + shift);
            double rings = (point.z() / width + 0.55 * Noise.octaves(local, 3)) * 6 + shift;
            double within = rings - Math.floor(rings);
            double late = StrictMath.pow(within, 2.5) * Noise.step(1, 0.88, within);
            double pores = Noise.smooth(point.x() * 2.2 / width + shift, 3, point.z() * 45 / width);
            double share = 0.55 * late + 0.2 * pores + 0.45 * (Noise.hash((long) plank, 8, 1) - 0.2);
            double joint = Noise.step(0.002, 0.012, Math.min(inside, 1 - inside));
            return pale.mix(deep, Math.max(0, Math.min(1, share))).times(0.3 + 0.7 * joint);
        };
    }

    /** Marble: pale stone with darker veins, {@code scale} veins to the metre. */
    static Texture marble(int stone, int vein, double scale) {
        Vec pale = Vec.rgb(stone);
        Vec dark = Vec.rgb(vein);
        return point -> {
            Vec p = point.times(scale);
            double turbulence = Noise.octaves(p.times(1.7), 5);
            double wave = StrictMath.sin(6 * (p.x() + 0.6 * p.y() + 0.3 * p.z()) + 3.6 * turbulence);
            double strength = 0.6 + 0.7 * Noise.octaves(p.times(0.9).plus(Vec.ONE), 2);
            double share = strength * StrictMath.pow(1 - Math.abs(wave), 2);
            double cloud = 0.12 * Noise.octaves(p.times(0.8), 3);
            return pale.mix(dark, Math.max(0, Math.min(1, share + cloud)));
        };
    }

    /** Two colours in squares of {@code side} metres on the floor. */
    static Texture chequer(Texture one, Texture other, double side) {
        return point -> {
            long squares = (long) Math.floor(point.x() / side) + (long) Math.floor(point.z() / side);
            return (squares & 1) == 0 ? one.colour(point) : other.colour(point);
        };
    }

    /** A colour that wanders a little, as plaster and paint do; the details are about 1 / {@code scale} metres wide. */
    static Texture mottled(int colour, double scale, double strength) {
        Vec base = Vec.rgb(colour);
        return point -> base.times(Math.max(0, 1 + strength * Noise.octaves(point.times(scale), 4)));
    }
}
