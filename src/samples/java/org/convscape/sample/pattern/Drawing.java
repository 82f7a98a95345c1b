package org.convscape.sample.pattern;

import org.convscape.sample.trace.Vec;

/** A flat picture as a function of place. */
@FunctionalInterface
public interface Drawing {
    /** Red, green and blue as they are stored in a file, 0 to 1, at a point in pixels from the upper left corner. */
    Vec at(double x, double y);

    /**
     * A part of the picture, {@code 0xRRGGBB}, row by row: each pixel is the mean of {@code samples} × {@code samples}
     * points spread evenly over it.
     */
    default int[] render(int left, int top, int width, int height, int samples) {
        int[] pixels = new int[width * height];
        for (int i = 0; i < pixels.length; i++) {
            Vec sum = Vec.ZERO;
            for (int sample = 0; sample < samples * samples; sample++) {
                double x = left + i % width + (sample % samples + 0.5) / samples;
                double y = top + i / width + (sample / samples + 0.5) / samples;
                sum = sum.plus(at(x, y));
            }
            pixels[i] = packed(sum.times(1.0 / (samples * samples)));
        }
        return pixels;
    }

    private static int packed(Vec stored) {
        return rounded(stored.x()) << 16 | rounded(stored.y()) << 8 | rounded(stored.z());
    }

    private static int rounded(double value) {
        return (int) Math.max(0, Math.min(255, Math.round(255 * value)));
    }

    /** A colour {@code 0xRRGGBB} as stored. */
    static Vec stored(int rgb) {
        return new Vec((rgb >> 16 & 0xFF) / 255.0, (rgb >> 8 & 0xFF) / 255.0, (rgb & 0xFF) / 255.0);
    }

    /** A grey as stored. */
    static Vec grey(double value) {
        return new Vec(value, value, value);
    }
}
