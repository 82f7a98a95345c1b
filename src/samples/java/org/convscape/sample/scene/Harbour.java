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

/** A sailing boat that leaves a harbour in the evening, past a lighthouse at the end of its mole. */
public final class Harbour {
    private static final Vec SUN = Outdoors.sunAt(19, -146);
    private static final Vec GLOW = new Vec(0.95, 0.55, 0.25);

    private Harbour() {}

    /** All that is there; lengths in metres. */
    public static Scene scene() {
        Model model = Model.empty();
        water(model);
        hills(model);
        mole(model);
        lighthouse(model.placed(Placement.at(24, 2.2, -92)));
        pier(model);
        Boat.underSail(model.placed(Placement.at(-2.6, 0.1, -25).turned(24).tilted(0)));
        Boat.moored(model.placed(Placement.at(16, 0.1, -74).turned(200)));
        Boat.moored(model.placed(Placement.at(9.5, 0.1, -86).turned(170).sized(0.9)));
        Boat.moored(model.placed(Placement.at(33, 0.1, -70).turned(15).sized(1.1)));
        gulls(model);
        return new Scene(
                model,
                Outdoors.sky(new Vec(0.09, 0.25, 0.66), new Vec(0.88, 0.78, 0.68), GLOW, SUN, 0.05),
                new Sun(SUN, new Vec(3.9, 2.9, 1.85), 0.008),
                List.of(),
                new Haze(2900, new Vec(0.74, 0.66, 0.62)));
    }

    /** From the end of a pier, sharp at the boat. */
    public static Camera camera() {
        return new Camera(new Vec(0, 2.7, 2), new Vec(0.6, 4.5, -26), 31.5, 0.02, 27);
    }

    private static void water(Model model) {
        Relief waves = point -> {
            double far = Math.max(1, -point.z() / 22);
            Vec p = new Vec(point.x(), 0, point.z());
            double swell = 0.16 * Noise.smooth(p.x() * 0.16, 1.5, p.z() * 0.30);
            double chop = 0.075 * Noise.smooth(p.x() * 0.55 + 0.3 * p.z(), 4.5, p.z() * 0.95);
            double ripples = 0.022 * Noise.smooth(p.x() * 2.0, 8.5, p.z() * 3.1)
                    + 0.007 * Noise.smooth(p.x() * 5.5, 3.5, p.z() * 8.0);
            return (swell + chop) / Math.sqrt(far) + ripples / far;
        };
        Material water =
                Material.deepWater(point -> new Vec(0.010, 0.045, 0.055)).with(waves, 0.03);
        model.quad(
                new Vec(-3000, 0, 60), new Vec(3000, 0, 60), new Vec(3000, 0, -3500), new Vec(-3000, 0, -3500), water);
    }

    private static void hills(Model model) {
        hills(model, 1500, 150, 0x4A5A3A, 11);
        hills(model, 900, 62, 0x55603A, 29);
    }

    private static void hills(Model model, double away, double high, int colour, int seed) {
        Material woods = Material.matt(Textures.mottled(colour, 0.05, 0.8));
        model.surface(
                260,
                26,
                (u, v) -> {
                    double x = (u - 0.5) * 2.2 * away;
                    double ridge = 0.55 + 0.75 * Noise.octaves(new Vec(u * 5 + seed, 0.5, 2.5), 5) + 0.5 * (0.6 - u);
                    double rough = 0.10 * Noise.octaves(new Vec(x * 0.02, v * 9, seed), 4);
                    return new Vec(
                            x,
                            high * Math.max(0, ridge + rough) * StrictMath.sin(v * Math.PI / 2) - 1,
                            -away - 260 * v);
                },
                woods);
    }

    private static void mole(Model model) {
        Material stone = Material.matt(Textures.mottled(0x8A8072, 0.9, 0.55));
        model.surface(
                200,
                24,
                (u, v) -> {
                    double side = Math.PI * v;
                    Vec round = new Vec(
                            20.5 + 130 * u, 2.3 * StrictMath.sin(side), -92 - 4.5 * StrictMath.cos(side) - 26 * u);
                    Vec cube = round.times(0.55);
                    Noise.Cell cell = Noise.cell(cube);
                    double lump = 0.9 * Math.min(0.5, cell.border()) + 0.5 * (cell.id() - 0.5);
                    double end = Noise.step(0, 0.03, u);
                    return new Vec(round.x(), (round.y() + lump) * end - 0.3, round.z());
                },
                stone);
    }

    private static void lighthouse(Model at) {
        Vec white = Vec.rgb(0xF3EFE4);
        Vec red = Vec.rgb(0xB5231D);
        Texture bands = point -> {
            double band = (point.y() - 2.2) / 3.1;
            Vec paint = ((int) Math.floor(band) & 1) == 1 ? red : white;
            return paint.times(1 + 0.12 * Noise.octaves(new Vec(point.x() * 2, point.y() * 0.5, point.z() * 2), 3));
        };
        Material tower = Material.matt(bands);
        at.lathe(new double[][] {{2.1, 0}, {1.9, 4}, {1.7, 8}, {1.55, 12.4}}, 64, tower);
        Material iron = Material.coated(Texture.plain(0x24282B), 0.4);
        at.lathe(
                new double[][] {{1.5, 12.3}, {2.3, 12.5}, {2.3, 12.5}, {2.3, 12.75}, {2.3, 12.75}, {0, 12.8}},
                48,
                iron);
        for (int i = 0; i < 16; i++) {
            double angle = i * Math.PI / 8;
            Vec foot = new Vec(2.2 * StrictMath.cos(angle), 12.7, 2.2 * StrictMath.sin(angle));
            at.bar(foot, foot.plus(new Vec(0, 1.0, 0)), 0.05, iron);
        }
        at.lathe(new double[][] {{2.2, 13.62}, {2.26, 13.68}, {2.2, 13.74}}, 48, iron);
        at.lathe(
                new double[][] {{1.05, 12.8}, {1.05, 13.8}, {1.05, 15}},
                32,
                Material.coated(Texture.plain(0x39424A), 0.03).reflecting(0.12));
        at.ball(new Vec(0, 14, 0), 0.6, Material.lamp(new Vec(2.2, 1.9, 1.2)));
        at.lathe(
                new double[][] {{1.35, 15}, {1.3, 15.05}, {0.95, 15.9}, {0.2, 16.4}, {0.08, 17.2}, {0, 17.25}},
                40,
                Material.coated(Texture.plain(0xA32019), 0.3));
        Material dark = Material.coated(Texture.plain(0x20262B), 0.1);
        at.block(new Vec(-0.75, 1.1, 1.75), 0.95, 2.2, 0.5, dark);
        at.block(new Vec(-0.6, 7, 1.62), 0.5, 0.8, 0.3, dark);
    }

    private static void pier(Model model) {
        Texture weathered = Textures.planks(0x9A8B78, 0x5B4E42, 0.24);
        // The planks lie along x, from one beam to the other.
        Material deck = Material.matt(weathered);
        model.box(new Vec(-9, 0.95, -13), new Vec(-3.7, 1.05, 6), deck);
        Material pile = Material.matt(Textures.mottled(0x5A4B3B, 3, 0.6));
        for (int i = 0; i < 4; i++) {
            double z = -12.6 + 3.9 * i;
            model.bar(new Vec(-3.72, -1, z), new Vec(-3.72, 1.75 + 0.12 * (i % 2), z), 0.16, pile);
            model.ball(new Vec(-3.72, 1.75 + 0.12 * (i % 2), z), 0.16, pile);
            model.bar(new Vec(-7.6, -1, z), new Vec(-7.6, 1.0, z), 0.16, pile);
        }
        Material rope = Material.matt(Texture.plain(0xC2B190));
        for (int i = 0; i < 3; i++) {
            double z = -12.6 + 3.9 * i;
            rope(model, new Vec(-3.72, 1.55, z), new Vec(-3.72, 1.55, z + 3.9), rope);
        }
        Texture ring = point -> {
            double turn = StrictMath.atan2(point.y() - 1.35, point.z() + 8.7) / Math.PI * 4 + 9;
            return ((int) Math.floor(turn) & 1) == 0 ? Vec.rgb(0xD4351F) : Vec.rgb(0xF2EFE8);
        };
        model.surface(
                48,
                20,
                (u, v) -> {
                    double around = 2 * Math.PI * u;
                    double tube = 2 * Math.PI * v;
                    double reach = 0.34 + 0.085 * StrictMath.cos(tube);
                    return new Vec(
                            -3.52 + 0.085 * StrictMath.sin(tube),
                            1.35 + reach * StrictMath.sin(around),
                            -8.7 + reach * StrictMath.cos(around));
                },
                Material.coated(ring, 0.4));
    }

    private static void rope(Model model, Vec from, Vec to, Material rope) {
        Vec before = from;
        for (int i = 1; i <= 12; i++) {
            double share = i / 12.0;
            Vec next = from.mix(to, share).plus(new Vec(0, -1.6 * share * (1 - share), 0));
            model.bar(before, next, 0.03, rope);
            before = next;
        }
    }

    private static void gulls(Model model) {
        double[][] places = {{7.5, 12.2, -38}, {9.4, 11.2, -44}, {6.0, 13.6, -52}, {-9, 13.5, -60}};
        Material feathers = Material.matt(Texture.plain(0xE8E8E4));
        for (double[] place : places) {
            Model at = model.placed(Placement.at(place[0], place[1], place[2]).turned(30 * place[0]));
            for (int side = -1; side <= 1; side += 2) {
                Vec shoulder = new Vec(0.05 * side, 0, 0);
                Vec elbow = new Vec(0.38 * side, 0.2, 0.05);
                Vec tip = new Vec(0.85 * side, 0.08, 0.2);
                at.triangle(shoulder, elbow, new Vec(0.05 * side, 0, 0.2), feathers);
                at.triangle(elbow, tip, new Vec(0.05 * side, 0, 0.2), feathers);
            }
            at.bar(new Vec(0, 0, -0.22), new Vec(0, 0.02, 0.3), 0.07, 0.02, feathers);
        }
    }
}
