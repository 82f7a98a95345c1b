package org.convscape.sample.trace;

import java.util.stream.IntStream;

/**
 * Takes a picture of a scene: many samples for every pixel, each through another place of the lens; then the grain is
 * taken out, and a tone curve applied. A pixel depends on its near neighbours only, so that a part of a picture equals
 * that part of the whole.
 */
public final class Renderer {
    private final Scene scene;
    private final Camera camera;
    private final int width;
    private final int height;
    private final int samples;
    private final double exposure;

    /** A picture of {@code width} × {@code height} pixels with so many samples for each, an even number. */
    public Renderer(Scene scene, Camera camera, int width, int height, int samples, double exposure) {
        this.scene = scene;
        this.camera = camera;
        this.width = width;
        this.height = height;
        this.samples = samples;
        this.exposure = exposure;
    }

    /** A part of the picture, {@code 0xRRGGBB}, row by row. The work is shared out among the processors. */
    public int[] render(int left, int top, int partWidth, int partHeight) {
        int fromColumn = Math.max(0, left - Denoiser.REACH);
        int fromRow = Math.max(0, top - Denoiser.REACH);
        int toColumn = Math.min(width, left + partWidth + Denoiser.REACH);
        int toRow = Math.min(height, top + partHeight + Denoiser.REACH);
        Exposed exposed = Exposed.empty(toColumn - fromColumn, toRow - fromRow);
        IntStream.range(fromRow, toRow).parallel().forEach(row -> {
            PathTracer tracer = new PathTracer(scene);
            for (int column = fromColumn; column < toColumn; column++) {
                int index = (row - fromRow) * exposed.width() + column - fromColumn;
                exposed.set(index, mean(tracer, column, row, 0), mean(tracer, column, row, 1));
            }
        });
        double[][] clean = Denoiser.clean(exposed);
        int[] pixels = new int[partWidth * partHeight];
        for (int i = 0; i < pixels.length; i++) {
            int index = (top - fromRow + i / partWidth) * exposed.width() + left - fromColumn + i % partWidth;
            pixels[i] = ToneCurve.rgb(new Vec(clean[0][index], clean[1][index], clean[2][index]));
        }
        return pixels;
    }

    /** The mean light of every second sample of a pixel. */
    private Vec mean(PathTracer tracer, int column, int row, int first) {
        Vec sum = Vec.ZERO;
        for (int sample = first; sample < samples; sample += 2) {
            Dice dice = new Dice(column, row, sample);
            double x = column + 0.5 + tent(dice.next());
            double y = row + 0.5 + tent(dice.next());
            double across = (2 * x - width) / height;
            double up = (height - 2 * y) / height;
            Ray ray = camera.ray(across, up, dice.next(), dice.next());
            Vec light = tracer.light(ray, dice).times(exposure);
            // Bright single samples are held back, or one glint would swallow the pixel's smooth edge.
            double peak = light.peak();
            sum = sum.plus(peak > 8 ? light.times(8 / peak) : light);
        }
        return sum.times(2.0 / samples);
    }

    /** A place within one pixel of the middle, more often near it. */
    private static double tent(double random) {
        return random < 0.5 ? Math.sqrt(2 * random) - 1 : 1 - Math.sqrt(2 - 2 * random);
    }
}
