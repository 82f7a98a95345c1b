package org.convscape.sample.scene;

import org.convscape.sample.trace.Curve;
import org.convscape.sample.trace.Material;
import org.convscape.sample.trace.Model;
import org.convscape.sample.trace.Texture;
import org.convscape.sample.trace.Vec;

/** A small sailing yacht, nine metres long, its bow towards +x and the water at height 0. */
final class Boat {
    /** Half the width along the deck, from stern to bow. */
    private static final Curve WIDTH =
            Curve.through(new double[][] {{0, 0.95}, {1, 1.25}, {2, 1.4}, {3, 1.2}, {4, 0.7}, {5, 0.02}});
    /** The height of the deck's edge. */
    private static final Curve SHEER =
            Curve.through(new double[][] {{0, 0.85}, {1, 0.8}, {2, 0.82}, {3, 0.92}, {4, 1.07}, {5, 1.28}});

    private static final Vec MASTHEAD = new Vec(0.7, 11.6, 0);

    private Boat() {}

    /** With main sail and jib set, and one person at the tiller. */
    static void underSail(Model at) {
        hull(at, 0x12305A);
        rig(at);
        sails(at);
        sailor(at);
    }

    /** At rest, with bare mast. */
    static void moored(Model at) {
        hull(at, 0xE9E6DD);
        rig(at);
    }

    private static void hull(Model at, int paint) {
        Vec topsides = Vec.rgb(paint);
        Vec white = Vec.rgb(0xF2F0EA);
        Vec red = Vec.rgb(0x8C2A20);
        Texture colours = point -> point.y() < 0.22 ? red : point.y() < 0.32 ? white : topsides;
        Material lacquer = Material.coated(colours, 0.12);
        at.surface(
                40,
                60,
                (u, v) -> {
                    double side = Math.PI * (u - 0.5);
                    double round = StrictMath.sin(side);
                    double depth = StrictMath.cos(side);
                    double width = WIDTH.at(v).y() * Math.signum(round) * StrictMath.pow(Math.abs(round), 0.6);
                    double sheer = SHEER.at(v).y();
                    double keel = -0.5 + 0.75 * v * v * v;
                    double length = -4.4 + 8.6 * v + 0.5 * v * (1 - depth);
                    return new Vec(length, sheer + (keel - sheer) * StrictMath.pow(depth, 0.8), width);
                },
                lacquer);
        Material teak = Material.coated(Textures.planks(0xC79E68, 0x8A6238, 0.09), 0.4);
        at.surface(
                2,
                40,
                (u, v) -> new Vec(
                        -4.4 + 9.1 * v,
                        SHEER.at(v).y() - 0.04,
                        (2 * u - 1) * WIDTH.at(v).y()),
                teak);
        Material cabin = Material.coated(Texture.plain(0xF0EDE4), 0.2);
        at.surface(
                30,
                24,
                (u, v) -> {
                    double side = Math.PI * u;
                    double end = StrictMath.pow(StrictMath.sin(Math.PI * (0.001 + 0.998 * v)), 0.25);
                    double square =
                            StrictMath.pow(Math.abs(StrictMath.cos(side)), 0.4) * Math.signum(StrictMath.cos(side));
                    return new Vec(
                            -1.3 + 3.5 * v,
                            0.78 + 0.55 * end * StrictMath.pow(StrictMath.sin(side), 0.45),
                            0.78 * square * end);
                },
                cabin);
        Material window = Material.coated(Texture.plain(0x10171C), 0.03).reflecting(0.1);
        for (int side = -1; side <= 1; side += 2) {
            for (int i = 0; i < 3; i++) {
                at.block(new Vec(-0.7 + 0.85 * i, 1.1, 0.765 * side), 0.5, 0.16, 0.06, window);
            }
        }
    }

    private static void rig(Model at) {
        Material spar = Material.coated(Texture.plain(0xB98A52), 0.2);
        Material wire = Material.metal(Texture.plain(0x9A9A98), 0.4);
        at.bar(new Vec(0.7, 0.8, 0), MASTHEAD, 0.075, 0.05, spar);
        at.bar(new Vec(0.7, 1.95, 0), new Vec(-3.7, 2.05, 0.55), 0.06, spar);
        at.bar(new Vec(0.6, 7.5, -0.8), new Vec(0.6, 7.5, 0.8), 0.03, spar);
        for (int side = -1; side <= 1; side += 2) {
            at.bar(new Vec(0.55, 0.85, 1.3 * side), new Vec(0.6, 7.5, 0.8 * side), 0.012, wire);
            at.bar(new Vec(0.6, 7.5, 0.8 * side), MASTHEAD, 0.012, wire);
            for (int i = 0; i < 6; i++) {
                double v = 0.08 + 0.16 * i;
                double length = -4.4 + 9.1 * v;
                Vec foot = new Vec(
                        length, SHEER.at(v).y(), 0.96 * side * WIDTH.at(v).y());
                at.bar(foot, foot.plus(new Vec(0, 0.55, 0)), 0.014, wire);
            }
        }
        at.bar(new Vec(4.65, 1.25, 0), MASTHEAD, 0.012, wire);
        at.bar(new Vec(-4.35, 0.85, 0), MASTHEAD, 0.012, wire);
    }

    private static void sails(Model at) {
        Vec canvas = Vec.rgb(0xF4EEDD);
        Texture seams = point -> {
            double panel = point.y() / 1.15;
            double edge = Math.min(panel - Math.floor(panel), 1 - panel + Math.floor(panel));
            return canvas.times(edge < 0.015 ? 0.72 : 0.97 + 0.03 * edge);
        };
        Material cloth = Material.matt(seams);
        at.surface(
                24,
                40,
                (u, v) -> {
                    Vec luff = new Vec(0.62, 2.1 + 9.2 * v, 0);
                    double roach = 0.35 * StrictMath.sin(Math.PI * v);
                    Vec leech = new Vec(-3.6 + 4.15 * v - roach, 2.2 + 9.1 * v, 0.55 * (1 - v) + 0.5 * v * (1 - v));
                    double belly = 0.55 * StrictMath.sin(Math.PI * StrictMath.pow(u, 0.8)) * (1 - 0.75 * v);
                    return luff.mix(leech, u).plus(new Vec(0, 0, belly));
                },
                cloth);
        at.surface(
                20,
                36,
                (u, v) -> {
                    Vec luff = new Vec(4.5 - 3.6 * v, 1.5 + 8.9 * v, 0);
                    Vec leech = new Vec(0.35 + 0.5 * v, 1.75 + 8.6 * v, 0.95 * (1 - v));
                    double belly = 0.5 * StrictMath.sin(Math.PI * StrictMath.pow(u, 0.8)) * (1 - 0.8 * v);
                    return luff.mix(leech, u).plus(new Vec(0, 0, belly));
                },
                cloth);
    }

    private static void sailor(Model at) {
        Material jacket = Material.matt(Texture.plain(0xC23A1C));
        Material skin = Material.coated(Texture.plain(0xC48F6E), 0.5);
        Material dark = Material.matt(Texture.plain(0x232C3A));
        at.bar(new Vec(-3.3, 1.1, -0.3), new Vec(-3.25, 1.62, -0.3), 0.23, 0.19, jacket);
        at.ball(new Vec(-3.25, 1.62, -0.3), 0.19, jacket);
        at.ball(new Vec(-3.2, 1.92, -0.3), 0.13, skin);
        at.ball(new Vec(-3.21, 1.97, -0.3), 0.135, dark);
        at.bar(new Vec(-3.25, 1.6, -0.12), new Vec(-2.9, 1.28, 0.05), 0.07, jacket);
        at.bar(new Vec(-3.3, 1.05, -0.3), new Vec(-2.75, 1.05, -0.2), 0.11, dark);
        at.bar(new Vec(-4.2, 1.05, 0), new Vec(-2.9, 1.22, 0.05), 0.03, Material.matt(Texture.plain(0x8A6238)));
    }
}
