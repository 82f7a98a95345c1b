package org.convscape.sample.scene;

import java.util.List;
import org.convscape.sample.trace.Camera;
import org.convscape.sample.trace.Haze;
import org.convscape.sample.trace.Lamp;
import org.convscape.sample.trace.Material;
import org.convscape.sample.trace.Model;
import org.convscape.sample.trace.Noise;
import org.convscape.sample.trace.Placement;
import org.convscape.sample.trace.Scene;
import org.convscape.sample.trace.Texture;
import org.convscape.sample.trace.Vec;

/** A still life: a bowl of fruit on a table by a window. */
public final class Fruit {
    private static final double[][] BOWL = {
        {0, 0.06},
        {0.5, 0.06},
        {0.58, 0},
        {0.64, 0},
        {0.62, 0.1},
        {0.95, 0.25},
        {1.32, 0.58},
        {1.5, 0.98},
        {1.53, 1.03},
        {1.48, 1.03},
        {1.28, 0.65},
        {0.9, 0.34},
        {0.4, 0.19},
        {0, 0.16}
    };
    private static final double[][] APPLE = {
        {0, 0.06},
        {0.1, 0.03},
        {0.2, 0.01},
        {0.32, 0.11},
        {0.41, 0.34},
        {0.4, 0.55},
        {0.3, 0.71},
        {0.17, 0.74},
        {0.06, 0.67},
        {0, 0.6}
    };
    private static final double[][] PEAR = {
        {0, 0.05},
        {0.1, 0.02},
        {0.25, 0.03},
        {0.4, 0.2},
        {0.44, 0.42},
        {0.36, 0.68},
        {0.24, 0.88},
        {0.19, 1.06},
        {0.12, 1.17},
        {0.03, 1.19},
        {0, 1.17}
    };
    private static final double[][] LEMON = {
        {0, -0.5},
        {0.05, -0.49},
        {0.09, -0.42},
        {0.22, -0.32},
        {0.32, -0.12},
        {0.33, 0.1},
        {0.24, 0.3},
        {0.1, 0.42},
        {0.07, 0.5},
        {0, 0.53}
    };

    private Fruit() {}

    /** All that is there; lengths in decimetres. */
    public static Scene scene() {
        Model model = Model.empty();
        room(model);
        bowl(model);
        besideTheBowl(model);
        Lamp window = new Lamp(new Vec(-8, 2.2, 3.5), new Vec(0, 0, -6), new Vec(1.2, 6, 0), new Vec(13, 12.6, 12));
        Vec fill = new Vec(0.20, 0.19, 0.18);
        return new Scene(model, direction -> fill, null, List.of(window), Haze.NONE);
    }

    /** Slightly from above, sharp at the front of the bowl. */
    public static Camera camera() {
        return new Camera(new Vec(0.5, 3.3, 8.6), new Vec(0.12, 0.62, 0), 25, 0.16, 8.3);
    }

    private static void room(Model model) {
        Material table = Material.coated(Textures.planks(0xB07A48, 0x4A2A16, 1.7), 0.28);
        model.quad(new Vec(-20, 0, 9), new Vec(20, 0, 9), new Vec(20, 0, -5), new Vec(-20, 0, -5), table);
        Material wall = Material.matt(Textures.mottled(0x8FA09A, 0.5, 0.22));
        model.quad(new Vec(-20, -6, -9), new Vec(20, -6, -9), new Vec(20, 14, -9), new Vec(-20, 14, -9), wall);
    }

    private static void bowl(Model model) {
        Vec white = Vec.rgb(0xF2EFE6);
        Vec blue = Vec.rgb(0x1F4E8C);
        Texture glaze = point -> {
            double radius = Math.sqrt(point.x() * point.x() + point.z() * point.z());
            double band = Noise.step(0.9, 0.915, point.y()) - Noise.step(0.955, 0.97, point.y());
            double line = Noise.step(0.83, 0.84, point.y()) - Noise.step(0.855, 0.865, point.y());
            return radius > 1.3 ? white.mix(blue, Math.min(1, band + line)) : white;
        };
        model.placed(Placement.NONE).lathe(BOWL, 128, Material.coated(glaze, 0.07));
        orange(model, new Vec(-0.66, 0.85, 0.5), 0.43);
        orange(model, new Vec(0.1, 0.83, 0.78), 0.40);
        orange(model, new Vec(-0.05, 1.28, 0.0), 0.45);
        apple(model, Placement.at(0.68, 0.6, 0.38).tilted(-16).turned(-50).sized(1.05), true);
        apple(model, Placement.at(-0.75, 0.66, -0.35).tilted(20).turned(-30).sized(1.1), false);
        apple(model, Placement.at(-0.4, 0.72, -0.85).tilted(8).sized(1.1), true);
        banana(model, Placement.at(0.72, 1.3, -0.45).tilted(14).turned(-24));
        banana(model, Placement.at(0.62, 1.32, -0.76).tilted(20).turned(-14));
    }

    private static void besideTheBowl(Model model) {
        pear(model, Placement.at(2.35, 0, 0.1).turned(70).tilted(3).sized(1.15));
        lemon(model, Placement.at(1.75, 0.345, 1.45).tilted(86).turned(25).sized(1.05));
        lemon(model, Placement.at(2.55, 0.345, 1.15).tilted(95).turned(-50));
        apple(model, Placement.at(-2.35, 0, 0.2).turned(80).sized(1.12), true);
        grapes(model, new Vec(-1.65, 0, 1.45));
    }

    private static void orange(Model model, Vec centre, double radius) {
        Texture skin = point ->
                Vec.rgb(0xE8760A).times(1 + 0.12 * Noise.octaves(point.times(3).plus(centre.times(7)), 3));
        Material peel = Material.coated(skin, 0.34)
                .with(point -> 0.006 * Math.min(0.5, Noise.cell(point.times(22)).nearest()), 0.006);
        model.ball(centre, radius, peel);
        Vec top = centre.plus(new Vec(0.25, 0.9, 0.35).unit().times(radius));
        model.ball(top, 0.035, Material.matt(Texture.plain(0x4C5A22)));
    }

    private static void apple(Model model, Placement place, boolean red) {
        Vec ripe = Vec.rgb(red ? 0x9E1218 : 0x9DB42C);
        Vec pale = Vec.rgb(red ? 0xD9B04A : 0xC9CF5A);
        Texture skin = point -> {
            double angle = StrictMath.atan2(point.z(), point.x());
            Vec streak = new Vec(StrictMath.cos(angle) * 3, point.y() * 1.2, StrictMath.sin(angle) * 3);
            double share = 0.55 + 0.55 * Noise.octaves(streak.times(1.8), 4) + 0.5 * (point.y() - 0.25);
            double dots = Noise.cell(point.times(13)).nearest() < 0.12 ? 0.25 : 0;
            return pale.mix(ripe, Math.max(0, Math.min(1, red ? share : 1 - 0.6 * share)))
                    .mix(pale, dots);
        };
        Model placed = model.placed(place);
        placed.lathe(APPLE, 72, Material.coated(place.carry(skin), 0.14));
        placed.bar(new Vec(0, 0.55, 0), new Vec(0.06, 0.9, 0.03), 0.02, 0.028, Material.matt(Texture.plain(0x4A3018)));
    }

    private static void pear(Model model, Placement place) {
        Vec green = Vec.rgb(0xA9A93A);
        Vec blush = Vec.rgb(0xB8702E);
        Texture skin = point -> {
            double share = Noise.step(-0.1, 0.7, 0.9 * point.x() + 0.4 * Noise.octaves(point.times(3), 3));
            double dots = Noise.cell(point.times(20)).nearest() < 0.16 ? 0.35 : 0;
            return green.mix(blush, share).times(1 - dots);
        };
        Model placed = model.placed(place);
        placed.lathe(PEAR, 72, Material.coated(place.carry(skin), 0.3));
        placed.bar(new Vec(0, 1.14, 0), new Vec(-0.1, 1.5, 0.04), 0.022, 0.03, Material.matt(Texture.plain(0x3C2713)));
    }

    private static void lemon(Model model, Placement place) {
        Material peel = Material.coated(Textures.mottled(0xF2C81C, 3, 0.1), 0.33)
                .with(point -> 0.004 * Math.min(0.5, Noise.cell(point.times(24)).nearest()), 0.005);
        model.placed(place).lathe(LEMON, 72, peel);
    }

    private static void banana(Model model, Placement place) {
        Vec yellow = Vec.rgb(0xE9BE25);
        Vec brown = Vec.rgb(0x3A2612);
        Texture skin = point -> {
            double along = StrictMath.atan2(point.y() + 1.1, point.x()) / Math.PI;
            double tip = Noise.step(0.13, 0.10, along) + Noise.step(0.86, 0.9, along);
            double spot = Noise.step(0.36, 0.5, Noise.octaves(point.times(5), 3));
            Vec green = yellow.mix(Vec.rgb(0x9BA52B), 0.6 * Noise.step(0.7, 0.87, along));
            return green.mix(brown, Math.min(1, tip + 0.7 * spot));
        };
        model.placed(place)
                .surface(
                        36,
                        48,
                        (u, v) -> {
                            double arc = Math.PI * (0.1 + 0.8 * v);
                            double round = 2 * Math.PI * u;
                            double taper = StrictMath.pow(StrictMath.sin(Math.PI * (0.04 + 0.92 * v)), 0.42);
                            double radius = 0.21 * taper * (1 + 0.05 * StrictMath.cos(5 * round));
                            double reach = 1.15 + radius * StrictMath.cos(round);
                            return new Vec(
                                    reach * StrictMath.cos(arc),
                                    reach * StrictMath.sin(arc) - 1.1,
                                    radius * StrictMath.sin(round));
                        },
                        Material.coated(place.carry(skin), 0.36));
    }

    private static void grapes(Model model, Vec at) {
        Material skin = Material.coated(
                point -> Vec.rgb(0x3A1238).mix(Vec.rgb(0x8C7FA6), 0.22 + 0.3 * Noise.octaves(point.times(4), 2)), 0.22);
        for (int i = 0; i < 46; i++) {
            double along = (i % 12) / 11.0;
            int layer = i / 12;
            double width = 0.52 * (1 - 0.75 * along);
            double side = (2 * Noise.hash(i, 1, 4) - 1) * width * (1 - 0.28 * layer);
            double radius = 0.125 + 0.025 * Noise.hash(i, 2, 4);
            double height = radius + layer * 0.19 * (1 - 0.6 * along);
            Vec centre = at.plus(new Vec(-0.55 + 1.35 * along, height, side + 0.25 * along));
            model.ball(centre, radius, skin);
        }
        Material stalk = Material.matt(Texture.plain(0x5B5A2A));
        model.bar(at.plus(new Vec(-0.5, 0.5, 0)), at.plus(new Vec(-0.95, 0.62, -0.12)), 0.03, 0.04, stalk);
    }
}
