package org.convscape.sample.scene;

import java.util.List;
import org.convscape.sample.trace.Camera;
import org.convscape.sample.trace.Haze;
import org.convscape.sample.trace.Material;
import org.convscape.sample.trace.Model;
import org.convscape.sample.trace.Noise;
import org.convscape.sample.trace.Placement;
import org.convscape.sample.trace.Relief;
import org.convscape.sample.trace.Scene;
import org.convscape.sample.trace.Sun;
import org.convscape.sample.trace.Texture;
import org.convscape.sample.trace.Vec;

/** Rubber ducks, smooth unions of ellipsoids, afloat in a tiled pool in the sun. */
public final class Ducks {
    private static final Vec SUN = Outdoors.sunAt(48, 128);

    private Ducks() {}

    /** All that is there; lengths in decimetres. */
    public static Scene scene() {
        Model model = Model.empty();
        pool(model);
        duck(model, Placement.at(0.1, 0, 0.2).turned(-28), 0xF6C40F);
        duck(model, Placement.at(-2.35, 0, -1.9).turned(35).sized(0.92), 0xF6C40F);
        duck(model, Placement.at(2.5, 0, -2.6).turned(-75), 0xE0475E);
        beachBall(model);
        Vec glow = new Vec(0.5, 0.45, 0.35);
        return new Scene(
                model,
                Outdoors.sky(new Vec(0.16, 0.33, 0.72), new Vec(0.75, 0.86, 0.98), glow, SUN, 0.15),
                new Sun(SUN, new Vec(3.6, 3.3, 2.9), 0.012),
                List.of(),
                Haze.NONE);
    }

    /** A child's height above the water, sharp at the nearest duck. */
    public static Camera camera() {
        return new Camera(new Vec(0.7, 2.5, 8.2), new Vec(0.1, 0.5, -0.4), 31, 0.13, 8.0);
    }

    private static void pool(Model model) {
        Relief ripples = point -> 0.020 * Noise.smooth(point.x() * 1.3, 2.2, point.z() * 1.9)
                + 0.011 * Noise.smooth(point.x() * 3.1 + 5, 7.7, point.z() * 3.7)
                + 0.004 * Noise.smooth(point.x() * 8.3, 1.1, point.z() * 9.1);
        Material water = Material.clearWater(Texture.plain(0xBFEFEF)).with(ripples, 0.02);
        model.quad(new Vec(-40, 0, 12), new Vec(40, 0, 12), new Vec(40, 0, -16), new Vec(-40, 0, -16), water);
        Material tiles = Material.matt(lit(tiles(0x53B4CC, 0xD7EEF2, 0.75)));
        model.quad(new Vec(-40, -3, 12), new Vec(40, -3, 12), new Vec(40, -3, -16), new Vec(-40, -3, -16), tiles);
        Material wall = Material.coated(tiles(0x3E9AB8, 0xDDEBEC, 0.75), 0.2);
        model.quad(new Vec(-40, -3, -16), new Vec(40, -3, -16), new Vec(40, 1.6, -16), new Vec(-40, 1.6, -16), wall);
        Material stone = Material.matt(Textures.mottled(0xD9CDB6, 1.5, 0.2));
        model.box(new Vec(-40, 1.6, -19), new Vec(40, 1.95, -15.8), stone);
        Material hedge = Material.matt(Textures.mottled(0x3C6B2A, 1.6, 0.9));
        model.surface(
                160,
                24,
                (u, v) -> {
                    Vec flat = new Vec(-40 + 80 * u, 1.9 + 7 * v, -24 - 2 * v);
                    double bulge = 0.9 * Noise.octaves(flat.times(0.9), 4) + 0.8 * Noise.smooth(flat.times(0.25));
                    return flat.plus(new Vec(0, v > 0.9 ? bulge : 0, bulge));
                },
                hedge);
    }

    private static Texture tiles(int colour, int joint, double side) {
        Vec glaze = Vec.rgb(colour);
        Vec grout = Vec.rgb(joint);
        return point -> {
            double across = point.x() / side;
            double along = (point.z() + point.y()) / side;
            double inX = across - Math.floor(across);
            double inZ = along - Math.floor(along);
            double edge = Math.min(Math.min(inX, 1 - inX), Math.min(inZ, 1 - inZ));
            double shade = 0.82 + 0.36 * Noise.hash((long) Math.floor(across), (long) Math.floor(along), 9);
            return grout.mix(glaze.times(shade), Noise.step(0.03, 0.05, edge));
        };
    }

    /** The net of bright lines that ripples throw on the ground of a pool. */
    private static Texture lit(Texture ground) {
        return point -> {
            Vec bent = point.plus(new Vec(
                    Noise.smooth(point.times(0.9)),
                    0,
                    Noise.smooth(point.times(0.9).plus(SUN))));
            double border =
                    Noise.cell(new Vec(bent.x() * 0.75, 0.5, bent.z() * 0.75)).border();
            double line = StrictMath.exp(-9 * border);
            return ground.colour(point).times(0.72 + 0.9 * line);
        };
    }

    private static void duck(Model model, Placement place, int colour) {
        Model placed = model.placed(place);
        Material rubber = Material.coated(Texture.plain(colour), 0.17);
        placed.implicit(Ducks::body, new Vec(-1.5, -0.75, -1.1), new Vec(1.5, 2.0, 1.1), 72, rubber);
        Material orange = Material.coated(Texture.plain(0xE8590C), 0.2);
        placed.implicit(Ducks::beak, new Vec(0.85, 0.9, -0.5), new Vec(1.55, 1.5, 0.5), 36, orange);
        Material white = Material.coated(Texture.plain(0xF4F2EA), 0.1);
        Material black = Material.coated(Texture.plain(0x0A0A0C), 0.07);
        for (int side = -1; side <= 1; side += 2) {
            placed.ball(new Vec(0.83, 1.40, 0.335 * side), 0.15, white);
            placed.ball(new Vec(0.90, 1.42, 0.385 * side), 0.10, black);
        }
    }

    private static double body(Vec p) {
        double trunk = ellipsoid(p.minus(new Vec(-0.1, 0.12, 0)), 1.15, 0.62, 0.82);
        double breast = ellipsoid(p.minus(new Vec(0.45, 0.2, 0)), 0.62, 0.6, 0.7);
        double tail = ellipsoid(p.minus(new Vec(-1.05, 0.52, 0)).turnedAboutZ(0.7), 0.42, 0.16, 0.3);
        double head = ellipsoid(p.minus(new Vec(0.55, 1.22, 0)), 0.56, 0.54, 0.52);
        double wing = ellipsoid(
                new Vec(p.x(), p.y(), Math.abs(p.z()))
                        .minus(new Vec(-0.2, 0.32, 0.74))
                        .turnedAboutZ(0.22),
                0.62,
                0.3,
                0.16);
        double whole = blend(blend(trunk, breast, 0.25), tail, 0.3);
        return blend(blend(whole, head, 0.16), wing, 0.07);
    }

    private static double beak(Vec p) {
        Vec local = p.minus(new Vec(1.12, 1.17, 0));
        double upper = ellipsoid(local.minus(new Vec(0, 0.06, 0)).turnedAboutZ(-0.18), 0.34, 0.075, 0.27);
        double lower = ellipsoid(local.minus(new Vec(-0.03, -0.07, 0)).turnedAboutZ(0.12), 0.27, 0.06, 0.22);
        return blend(upper, lower, 0.04);
    }

    private static double ellipsoid(Vec p, double a, double b, double c) {
        double scaled = new Vec(p.x() / a, p.y() / b, p.z() / c).length();
        double slope = new Vec(p.x() / (a * a), p.y() / (b * b), p.z() / (c * c)).length();
        return slope < 1e-9 ? -Math.min(a, Math.min(b, c)) : scaled * (scaled - 1) / slope;
    }

    /** The union of two bodies, rounded where they meet. */
    private static double blend(double one, double other, double round) {
        double share = Math.max(0, Math.min(1, 0.5 + 0.5 * (other - one) / round));
        return other + share * (one - other) - round * share * (1 - share);
    }

    private static void beachBall(Model model) {
        Placement place = Placement.at(-0.6, 1.0, -7.6).tilted(35).turned(30).sized(1.5);
        Vec[] colours = {
            Vec.rgb(0xE23B2E),
            Vec.rgb(0xF5F5F0),
            Vec.rgb(0x2377C9),
            Vec.rgb(0xF5F5F0),
            Vec.rgb(0xF2B705),
            Vec.rgb(0xF5F5F0)
        };
        Texture segments = point -> {
            double turn = StrictMath.atan2(point.z(), point.x()) / (2 * Math.PI) + 0.5;
            return Math.abs(point.y()) > 0.96 ? Vec.rgb(0xF5F5F0) : colours[(int) (turn * 6) % 6];
        };
        model.placed(place).ball(Vec.ZERO, 1, Material.coated(place.carry(segments), 0.2));
    }
}
