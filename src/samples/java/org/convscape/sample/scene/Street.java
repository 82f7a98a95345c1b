package org.convscape.sample.scene;

import java.util.List;
import org.convscape.sample.trace.Camera;
import org.convscape.sample.trace.Haze;
import org.convscape.sample.trace.Material;
import org.convscape.sample.trace.Model;
import org.convscape.sample.trace.Noise;
import org.convscape.sample.trace.Placement;
import org.convscape.sample.trace.Scene;
import org.convscape.sample.trace.Sun;
import org.convscape.sample.trace.Texture;
import org.convscape.sample.trace.Vec;

/** A cobbled street of an old town in the sun. */
public final class Street {
    private static final Vec SUN = Outdoors.sunAt(40, 128);

    private Street() {}

    /** All that is there; lengths in metres. */
    public static Scene scene() {
        Model model = Model.empty();
        ground(model);
        leftRow(model);
        rightRow(model);
        furniture(model);
        Vec glow = new Vec(0.5, 0.42, 0.3);
        return new Scene(
                model,
                Outdoors.sky(new Vec(0.10, 0.25, 0.64), new Vec(0.66, 0.78, 0.95), glow, SUN, 0.12),
                new Sun(SUN, new Vec(4.0, 3.6, 2.9), 0.008),
                List.of(),
                new Haze(900, new Vec(0.62, 0.70, 0.80)));
    }

    /** From the middle of the road, at the height of a tall person's eyes. */
    public static Camera camera() {
        return new Camera(new Vec(1.4, 1.85, 6), new Vec(-2.0, 4.4, -16), 46, 0.012, 17);
    }

    private static void ground(Model model) {
        Texture cobbles = point -> {
            Vec place = new Vec(point.x() * 6.3, 0.5, point.z() * 6.3);
            Noise.Cell cell = Noise.cell(place);
            Vec stone = Vec.rgb(0x7D7770).mix(Vec.rgb(0x4E4A47), cell.id());
            double joint = Noise.step(0.04, 0.16, cell.border());
            return Vec.rgb(0x3A342C).mix(stone.times(1 + 0.3 * Noise.octaves(point.times(20), 2)), joint);
        };
        Material road = Material.coated(cobbles, 0.55)
                .with(
                        point -> 0.03
                                * Math.min(
                                        0.4,
                                        Noise.cell(new Vec(point.x() * 6.3, 0.5, point.z() * 6.3))
                                                .border()),
                        0.01);
        model.quad(new Vec(-60, 0, 30), new Vec(60, 0, 30), new Vec(60, 0, -400), new Vec(-60, 0, -400), road);
        Texture slabs = point -> {
            double along = point.z() / 0.9;
            double inside = Math.min(along - Math.floor(along), 1 - along + Math.floor(along));
            double shade = 0.85 + 0.25 * Noise.hash((long) Math.floor(along), (long) Math.floor(point.x() / 0.8), 3);
            return Vec.rgb(0xA39C90)
                    .times(shade * (inside < 0.012 ? 0.45 : 1) * (1 + 0.2 * Noise.octaves(point.times(7), 3)));
        };
        Material pavement = Material.matt(slabs);
        model.box(new Vec(-6.2, 0, -130), new Vec(-4.3, 0.14, 30), pavement);
        model.box(new Vec(4.3, 0, -130), new Vec(6.2, 0.14, 30), pavement);
    }

    private static void leftRow(Model model) {
        double[] widths = {6.4, 5.6, 7.0, 5.8, 6.6, 6.0, 7.2, 6.0, 6.5};
        int[] paints = {0xC9A468, 0, 0x7F959C, 0xD9D2C2, 0, 0xB57C62, 0xCDBE94, 0x8A9784, 0xCCC0B0};
        int[] doors = {0x1E4A38, 0x23395B, 0x7A1F1B, 0x2B2B2E, 0x2E5A45, 0x1F2E4F, 0x5A2A1E, 0x333333, 0x224433};
        double z = -1.5;
        for (int i = 0; i < widths.length; i++) {
            // The front looks along +x: x of the house runs into the picture.
            Placement place = Placement.at(-6.2, 0, z).turned(90);
            Material wall = paints[i] == 0 ? House.brick(place, 0x9C4A34, 0x6E2F24) : House.plaster(paints[i]);
            int floors = 2 + (i * 7 + 1) % 3 % 2;
            new House(widths[i], floors, widths[i] > 6.2 ? 3 : 2, wall, 0xEDE9DF, doors[i], i % 3 == 1)
                    .build(model.placed(place));
            z -= widths[i] + 0.02;
        }
    }

    private static void rightRow(Model model) {
        double[] widths = {7.0, 6.2, 6.8, 5.8, 7.2, 6.4, 6.0, 7.0};
        int[] paints = {0xC6BCA6, 0xA5674F, 0xD2C8B0, 0x93A0A2, 0, 0xC4AE86, 0xBDB8AE, 0x9E7460};
        double z = -4.0;
        for (int i = 0; i < widths.length; i++) {
            Placement place = Placement.at(6.2, 0, z - widths[i]).turned(-90);
            Material wall = paints[i] == 0 ? House.brick(place, 0x8E5A42, 0x5F3A2C) : House.plaster(paints[i]);
            new House(widths[i], 2 + i % 2, widths[i] > 6.5 ? 3 : 2, wall, 0xE8E3D8, 0x27313A, i % 3 == 2)
                    .build(model.placed(place));
            z -= widths[i] + 0.02;
        }
        crossing(model);
    }

    /** What closes the view at the end of the street: a church and houses across. */
    private static void crossing(Model model) {
        for (int i = 0; i < 7; i++) {
            Placement place = Placement.at(-30 + 8.2 * i, 0, -84 + 0.4 * (i % 2));
            int paint = new int[] {0xC4AE86, 0x9E7460, 0xD2C8B0, 0x93A0A2, 0xB57C62, 0xC6BCA6, 0x8A9784}[i];
            new House(8.2, 2 + i % 2, 3, House.plaster(paint), 0xE8E3D8, 0x27313A, i % 3 == 2)
                    .build(model.placed(place));
        }
        Material church = Material.matt(Textures.mottled(0xA59A86, 0.6, 0.25));
        model.box(new Vec(-4.5, 0, -96), new Vec(2.5, 21, -88), church);
        Material slate = Material.coated(Textures.mottled(0x4A5660, 1, 0.3), 0.5);
        Vec peak = new Vec(-1, 37, -92);
        Vec[] corner = {
            new Vec(-4.8, 21, -87.7), new Vec(2.8, 21, -87.7), new Vec(2.8, 21, -96.3), new Vec(-4.8, 21, -96.3)
        };
        for (int i = 0; i < 4; i++) {
            model.triangle(corner[i], corner[(i + 1) % 4], peak, slate);
        }
        Material dark = Material.matt(Texture.plain(0x1C1B1A));
        model.block(new Vec(-2.2, 17.5, -87.95), 1.2, 3.4, 0.3, dark);
        model.block(new Vec(0.2, 17.5, -87.95), 1.2, 3.4, 0.3, dark);
    }

    private static void furniture(Model model) {
        Material iron = Material.coated(Texture.plain(0x1B2420), 0.3);
        Material lantern = Material.coated(Texture.plain(0xE9E2C8), 0.05);
        for (int i = 0; i < 6; i++) {
            Model at = model.placed(Placement.at(-4.55, 0.14, -4.5 - 13 * i));
            at.bar(Vec.ZERO, new Vec(0, 0.7, 0), 0.13, 0.1, iron);
            at.bar(new Vec(0, 0.7, 0), new Vec(0, 3.5, 0), 0.055, 0.045, iron);
            at.bar(new Vec(-0.3, 3.25, 0), new Vec(0.3, 3.25, 0), 0.025, iron);
            at.lathe(new double[][] {{0.1, 3.5}, {0.14, 3.6}, {0.23, 4.05}, {0.23, 4.1}}, 6, lantern);
            at.lathe(new double[][] {{0.27, 4.08}, {0.2, 4.2}, {0.06, 4.36}, {0, 4.5}}, 24, iron);
        }
        flowers(model, new Vec(-5.7, 0.14, -3.2));
        flowers(model, new Vec(-5.7, 0.14, -9.6));
        flowers(model, new Vec(-5.7, 0.14, -20.6));
        tree(model, new Vec(5.2, 0, -9));
        tree(model, new Vec(5.2, 0, -27));
    }

    private static void flowers(Model model, Vec at) {
        Model placed = model.placed(Placement.at(at.x(), at.y(), at.z()));
        placed.lathe(
                new double[][] {{0.18, 0}, {0.24, 0.2}, {0.3, 0.42}, {0.33, 0.45}, {0.3, 0.47}, {0, 0.42}},
                32,
                Material.matt(Textures.mottled(0x96604A, 5, 0.3)));
        Material leaf = Material.coated(Textures.mottled(0x3E7028, 8, 0.5), 0.5);
        Material petal = Material.matt(Texture.plain(0xD21F3F));
        for (int i = 0; i < 150; i++) {
            double angle = 2 * Math.PI * Noise.hash(i, 5, 1);
            double reach = 0.36 * Math.sqrt(Noise.hash(i, 6, 1));
            double up = 0.5 + 0.3 * (1 - reach / 0.4) * Noise.hash(i, 7, 1) + 0.1 * Noise.hash(i, 8, 1);
            Vec place = new Vec(reach * StrictMath.cos(angle), up, reach * StrictMath.sin(angle));
            placed.ball(place, 0.035 + 0.03 * Noise.hash(i, 9, 1), i % 3 == 0 ? petal : leaf);
        }
    }

    private static void tree(Model model, Vec foot) {
        Model placed = model.placed(Placement.at(foot.x(), foot.y(), foot.z()));
        Material bark = Material.matt(Textures.mottled(0x5A4634, 4, 0.5));
        placed.bar(Vec.ZERO, new Vec(0.1, 3.2, 0), 0.17, 0.12, bark);
        Material light = Material.coated(Textures.mottled(0x5E8C2C, 2, 0.5), 0.5);
        Material dark = Material.coated(Textures.mottled(0x3C6A22, 2, 0.5), 0.5);
        for (int i = 0; i < 5200; i++) {
            double angle = 2 * Math.PI * Noise.hash(i, 15, 1);
            double height = 2 * Noise.hash(i, 16, 1) - 1;
            double ring = Math.sqrt(1 - height * height);
            double shell = 1.9 * StrictMath.pow(Noise.hash(i, 17, 1), 0.25);
            Vec way = new Vec(ring * StrictMath.cos(angle), height * 1.15, ring * StrictMath.sin(angle));
            double lump = 1 + 0.35 * Noise.smooth(way.times(2.2).plus(foot));
            Vec middle = new Vec(0.1, 4.7, 0).plus(way.times(shell * lump));
            leaf(placed, middle, i, i % 2 == 0 ? light : dark);
        }
    }

    private static void leaf(Model model, Vec at, int number, Material material) {
        Vec along = new Vec(
                        Noise.hash(number, 21, 1) - 0.5,
                        Noise.hash(number, 22, 1) - 0.7,
                        Noise.hash(number, 23, 1) - 0.5)
                .unit()
                .times(0.17);
        Vec across = along.cross(new Vec(Noise.hash(number, 24, 1), 0.6, Noise.hash(number, 25, 1)))
                .unit()
                .times(0.09);
        model.quad(
                at,
                at.plus(along.times(0.5)).plus(across),
                at.plus(along),
                at.plus(along.times(0.5)).minus(across),
                material);
    }
}
