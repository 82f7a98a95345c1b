package org.convscape.sample.scene;

import org.convscape.sample.trace.Material;
import org.convscape.sample.trace.Model;
import org.convscape.sample.trace.Noise;
import org.convscape.sample.trace.Placement;
import org.convscape.sample.trace.Texture;
import org.convscape.sample.trace.Vec;

/**
 * A town house with a stepped or pointed gable towards the street: its front lies in the plane z = 0 and looks along
 * +z, from x = 0 to its width.
 */
record House(double width, int floors, int windows, Material wall, int frame, int door, boolean stepped) {
    private static final double FLOOR = 3.1;
    private static final double REVEAL = 0.16;
    private static final double DEPTH = 9;

    /** Bricks of two shades with pale mortar, on a wall along x. */
    static Material brick(Placement place, int light, int dark) {
        Vec one = Vec.rgb(light);
        Vec two = Vec.rgb(dark);
        Vec mortar = Vec.rgb(0xB7A998);
        Texture bricks = point -> {
            double row = point.y() / 0.078;
            long course = (long) Math.floor(row);
            double along = (point.x() + point.z()) / 0.24 + 0.5 * (course & 1);
            long number = (long) Math.floor(along);
            double inside = Math.min(
                    Math.min(along - number, 1 - along + number) * 0.24,
                    Math.min(row - course, 1 - row + course) * 0.078);
            Vec shade = one.mix(two, Noise.hash(number, course, 4)).times(1 + 0.25 * Noise.octaves(point.times(9), 2));
            Vec wall = mortar.mix(shade, Noise.step(0.003, 0.007, inside));
            return wall.times(1 + 0.25 * Noise.octaves(point.times(0.5), 3));
        };
        return Material.matt(place.carry(bricks));
    }

    /** Painted plaster that weather has washed out here and there. */
    static Material plaster(int colour) {
        Vec paint = Vec.rgb(colour);
        return Material.matt(point -> paint.times(1
                + 0.10 * Noise.octaves(new Vec(point.x() * 1.5, point.y() * 0.35, point.z() * 1.5), 4)
                + 0.06 * Noise.octaves(point.times(12), 2)));
    }

    private double eaves() {
        return 0.5 + floors * FLOOR;
    }

    void build(Model at) {
        Material stone = Material.matt(Textures.mottled(0xB9B2A4, 2, 0.25));
        at.box(new Vec(0, 0, -0.2), new Vec(width, 0.5, 0.06), stone);
        for (int floor = 0; floor < floors; floor++) {
            for (int column = 0; column < windows; column++) {
                cell(at, floor, column);
            }
        }
        sides(at);
        gable(at);
        roof(at);
    }

    /** One bay of the front: a piece of wall with a window in it, or the door. */
    private void cell(Model at, int floor, int column) {
        double bay = width / windows;
        double left = column * bay;
        double bottom = 0.5 + floor * FLOOR;
        boolean entrance = floor == 0 && column == windows / 2;
        double half = entrance ? 0.58 : Math.min(0.55, bay * 0.29);
        double middle = left + bay / 2;
        double sill = entrance ? bottom : bottom + 0.85;
        double head = bottom + 2.55;
        wall(at, left, bottom, middle - half, bottom + FLOOR);
        wall(at, middle + half, bottom, left + bay, bottom + FLOOR);
        wall(at, middle - half, head, middle + half, bottom + FLOOR);
        if (sill > bottom) {
            wall(at, middle - half, bottom, middle + half, sill);
        }
        reveal(at, middle - half, sill, middle + half, head);
        if (entrance) {
            door(at, middle, half, sill, head);
        } else {
            window(at, middle, half, sill, head);
        }
    }

    private void wall(Model at, double left, double bottom, double right, double top) {
        at.quad(
                new Vec(left, bottom, 0),
                new Vec(right, bottom, 0),
                new Vec(right, top, 0),
                new Vec(left, top, 0),
                wall);
    }

    private void reveal(Model at, double left, double bottom, double right, double top) {
        Vec in = new Vec(0, 0, -REVEAL);
        Vec[] corner = {
            new Vec(left, bottom, 0), new Vec(right, bottom, 0), new Vec(right, top, 0), new Vec(left, top, 0)
        };
        for (int i = 0; i < 4; i++) {
            Vec next = corner[(i + 1) % 4];
            at.quad(corner[i], next, next.plus(in), corner[i].plus(in), wall);
        }
    }

    private void window(Model at, double middle, double half, double sill, double head) {
        Material paint = Material.coated(Texture.plain(frame), 0.35);
        Texture inside = point -> {
            double curtain = Noise.smooth(point.x() * 9, 0.5, point.z() * 9 + middle);
            return Vec.rgb(0x161B20).mix(Vec.rgb(0xC9C2B2), Noise.step(0.1, 0.5, curtain) * 0.22);
        };
        Material glass = Material.coated(inside, 0.02).reflecting(0.10);
        double z = -REVEAL + 0.03;
        Vec low = new Vec(middle - half, sill, z);
        Vec high = new Vec(middle + half, head, z);
        at.quad(low, new Vec(high.x(), low.y(), z), high, new Vec(low.x(), high.y(), z), glass);
        double bar = 0.07;
        double centre = (sill + head) / 2;
        at.block(new Vec(middle - half + bar / 2, centre, z), bar, head - sill, 0.09, paint);
        at.block(new Vec(middle + half - bar / 2, centre, z), bar, head - sill, 0.09, paint);
        at.block(new Vec(middle, sill + bar / 2, z), 2 * half, bar, 0.09, paint);
        at.block(new Vec(middle, head - bar / 2, z), 2 * half, bar, 0.09, paint);
        at.block(new Vec(middle, centre, z), 0.05, head - sill, 0.08, paint);
        at.block(new Vec(middle, sill + 0.64 * (head - sill), z), 2 * half, 0.05, 0.08, paint);
        Material stone = Material.matt(Texture.plain(0xC9C2B4));
        at.block(new Vec(middle, sill - 0.05, 0.04), 2 * half + 0.24, 0.1, 0.24, stone);
        at.block(new Vec(middle, head + 0.1, 0.015), 2 * half + 0.3, 0.2, 0.05, stone);
    }

    private void door(Model at, double middle, double half, double sill, double head) {
        Material paint = Material.coated(Texture.plain(door), 0.18);
        double z = -REVEAL + 0.04;
        at.block(new Vec(middle, (sill + head) / 2 - 0.2, z), 2 * half, head - sill - 0.4, 0.08, paint);
        for (int panel = 0; panel < 4; panel++) {
            double x = middle + (panel % 2 == 0 ? -0.26 : 0.26);
            double y = sill + (panel < 2 ? 0.5 : 1.4);
            at.block(new Vec(x, y, z + 0.04), 0.36, 0.62, 0.05, paint);
        }
        at.ball(
                new Vec(middle + half - 0.12, sill + 0.95, z + 0.09),
                0.04,
                Material.metal(Texture.plain(0xD0A850), 0.2));
        Material glass = Material.coated(Texture.plain(0x14191E), 0.03).reflecting(0.1);
        at.block(new Vec(middle, head - 0.2, z), 2 * half, 0.36, 0.05, glass);
        Material stone = Material.matt(Textures.mottled(0xA9A296, 3, 0.2));
        at.box(new Vec(middle - 0.85, 0, 0), new Vec(middle + 0.85, 0.34, 0.55), stone);
        at.box(new Vec(middle - 0.85, 0, 0), new Vec(middle + 0.85, 0.17, 0.9), stone);
    }

    private void sides(Model at) {
        for (double x : new double[] {0, width}) {
            at.quad(new Vec(x, 0, 0), new Vec(x, 0, -DEPTH), new Vec(x, eaves(), -DEPTH), new Vec(x, eaves(), 0), wall);
        }
    }

    private double ridge() {
        return eaves() + 0.72 * width;
    }

    private void gable(Model at) {
        double base = eaves();
        double high = ridge() - base;
        Material stone = Material.matt(Texture.plain(0xCFC8BA));
        if (stepped) {
            int steps = 5;
            for (int step = 0; step < steps; step++) {
                double inset = width / 2 * step / steps;
                double bottom = base + high * step / steps;
                double top = base + high * (step + 1) / steps + 0.12;
                at.box(new Vec(inset, bottom, -0.35), new Vec(width - inset, top, 0), wall);
                at.box(new Vec(inset - 0.06, top, -0.4), new Vec(width - inset + 0.06, top + 0.09, 0.05), stone);
            }
        } else {
            Vec peak = new Vec(width / 2, ridge(), 0);
            at.triangle(new Vec(0, base, 0), new Vec(width, base, 0), peak, wall);
        }
        at.block(new Vec(width / 2, base + 0.02, 0.04), width, 0.16, 0.14, stone);
        Material glass = Material.coated(Texture.plain(0x14191E), 0.03).reflecting(0.1);
        at.block(
                new Vec(width / 2, base + 0.36 * high, 0.02),
                1.0,
                1.3,
                0.1,
                Material.coated(Texture.plain(frame), 0.4));
        at.block(new Vec(width / 2, base + 0.36 * high, 0.05), 0.8, 1.1, 0.06, glass);
    }

    private void roof(Model at) {
        Vec clay = Vec.rgb(0x8C3F28);
        Texture tiles = point -> {
            double row = point.y() / 0.24;
            double shade = 0.55 + 0.45 * (row - Math.floor(row));
            double each = Noise.hash((long) Math.floor(row), (long) Math.floor((point.x() + point.z()) * 4), 2);
            return clay.times(shade * (0.75 + 0.5 * each));
        };
        Material roof = Material.matt(tiles);
        double over = 0.25;
        double base = eaves() - over * 1.44;
        Vec peakFront = new Vec(width / 2, ridge(), stepped ? -0.2 : over);
        Vec peakBack = new Vec(width / 2, ridge(), -DEPTH);
        for (double x : new double[] {-over, width + over}) {
            at.quad(new Vec(x, base, peakFront.z()), peakFront, peakBack, new Vec(x, base, -DEPTH), roof);
        }
        Material chimney = Material.matt(Textures.mottled(0x7A4A3A, 4, 0.4));
        at.box(new Vec(width * 0.68, eaves(), -4), new Vec(width * 0.68 + 0.7, ridge() + 0.6, -3.2), chimney);
    }
}
