package org.convscape.sample.pattern;

import java.util.Arrays;
import org.convscape.sample.trace.Vec;

/** A page of lettering: large and small, light and heavy, dark on light and light on dark, straight and aslant. */
public final class Lettering {
    private static final int PAPER = 0xF7F5EF;
    private static final int INK = 0x1B1F24;

    private final int width;
    private final int height;
    private final Vec[] pixels;

    /** A page of so many pixels. */
    public Lettering(int width, int height) {
        this.width = width;
        this.height = height;
        this.pixels = new Vec[width * height];
    }

    /** The whole page, {@code 0xRRGGBB}, row by row. */
    public int[] render() {
        band(0, height, PAPER);
        band(168, 268, 0x17354A);
        band(430, height, 0xE9B44C);
        write("CONVOLUTION", new Pen(34, 30, 9.4, 0, 11, INK));
        write("ABCDEFGHIJKLMNOPQRSTUVWXYZ", new Pen(36, 118, 4.4, 0, 4.5, 0x9B2226));
        write("3+5 = 8", new Pen(44, 190, 9.4, 0, 4, 0xF7F5EF));
        write("(1 6 4)", new Pen(462, 198, 6.6, 0, 11, 0x94D2BD));
        write("STRIDE 2", new Pen(50, 296, 7, 0, 15, 0x005F73));
        write("THE QUICK BROWN FOX JUMPS", new Pen(44, 366, 3.2, 0, 3, INK));
        write("OVER THE LAZY DOG 0123456789", new Pen(44, 396, 2.6, 0, 2.2, INK));
        write("ASLANT", new Pen(524, 376, 6, -16, 7, 0xCA6702));
        write("TINY LETTERS ARE ONLY A FEW PIXELS HIGH AND LOSE THEIR FORM FIRST", new Pen(40, 450, 1.55, 0, 1.3, INK));
        write("SMALLER STILL 0.5 + 0.5 = 1.0 THE REST IS TEXTURE TO A NETWORK", new Pen(40, 478, 1.1, 0, 1, INK));
        write("RESNET", new Pen(652, 446, 2.7, 0, 4.4, 0x9B2226));
        int[] packed = new int[pixels.length];
        for (int i = 0; i < packed.length; i++) {
            packed[i] = rounded(pixels[i].x()) << 16 | rounded(pixels[i].y()) << 8 | rounded(pixels[i].z());
        }
        return packed;
    }

    private static int rounded(double value) {
        return (int) Math.round(255 * value);
    }

    /** Where writing starts (upper left), the size of a glyph's unit, its slope in degrees, its breadth in pixels. */
    private record Pen(double x, double y, double unit, double degrees, double breadth, int colour) {
        double[] place(double right, double down) {
            double angle = degrees * Math.PI / 180;
            double across = right * unit;
            double along = down * unit;
            return new double[] {
                x + across * StrictMath.cos(angle) - along * StrictMath.sin(angle),
                y + across * StrictMath.sin(angle) + along * StrictMath.cos(angle)
            };
        }
    }

    private void band(int from, int to, int colour) {
        Arrays.fill(pixels, from * width, to * width, Drawing.stored(colour));
    }

    private void write(String text, Pen pen) {
        double[] cover = new double[pixels.length];
        double advance = StrokeFont.WIDTH + 1.35 + 0.6 * pen.breadth() / pen.unit();
        for (int i = 0; i < text.length(); i++) {
            for (double[][] stroke : StrokeFont.strokes(text.charAt(i))) {
                for (int j = 1; j < stroke.length; j++) {
                    double[] from = pen.place(i * advance + stroke[j - 1][0], stroke[j - 1][1]);
                    double[] to = pen.place(i * advance + stroke[j][0], stroke[j][1]);
                    stroke(from, to, pen.breadth() / 2, cover);
                }
            }
        }
        Vec ink = Drawing.stored(pen.colour());
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = cover[i] > 0 ? pixels[i].mix(ink, cover[i]) : pixels[i];
        }
    }

    /** Covers the pixels nearer to a line than half the pen's breadth, those at its rim in part. */
    private void stroke(double[] from, double[] to, double half, double[] cover) {
        int left = (int) Math.max(0, Math.min(from[0], to[0]) - half - 2);
        int right = (int) Math.min(width - 1, Math.max(from[0], to[0]) + half + 2);
        int top = (int) Math.max(0, Math.min(from[1], to[1]) - half - 2);
        int bottom = (int) Math.min(height - 1, Math.max(from[1], to[1]) + half + 2);
        for (int row = top; row <= bottom; row++) {
            for (int column = left; column <= right; column++) {
                double distance = distance(column + 0.5, row + 0.5, from, to);
                double covered = Math.max(0, Math.min(1, half - distance + 0.5));
                cover[row * width + column] = Math.max(cover[row * width + column], covered);
            }
        }
    }

    private static double distance(double x, double y, double[] from, double[] to) {
        double dx = to[0] - from[0];
        double dy = to[1] - from[1];
        double square = dx * dx + dy * dy;
        double share = square == 0 ? 0 : ((x - from[0]) * dx + (y - from[1]) * dy) / square;
        double nearest = Math.max(0, Math.min(1, share));
        double ex = x - from[0] - nearest * dx;
        double ey = y - from[1] - nearest * dy;
        return Math.sqrt(ex * ex + ey * ey);
    }
}
