package org.convscape.image;

import java.util.Arrays;

/**
 * Resizing with the antialiased bilinear filter that Pillow and torchvision use: each new pixel is the mean of the old
 * ones under a triangle centred on it, whose half-width is one old pixel when enlarging and one new pixel when
 * reducing. Rows and columns are filtered separately, in floating point on the sRGB values as stored, and rounded once
 * at the end. The triangle is cut at the edge of the region, and its weights always sum to 1.
 */
final class Resampling {
    private Resampling() {}

    /** The pixels of the input, {@code 0xRRGGBB}; black outside the region that the picture fills. */
    static int[] resize(Picture picture, Frame frame) {
        Frame.Region from = frame.picture();
        Frame.Region to = frame.input();
        Taps across = Taps.of(from.width(), to.width());
        Taps down = Taps.of(from.height(), to.height());
        int[] pixels = new int[frame.inputWidth() * frame.inputHeight()];
        // A ring of filtered rows: as many as one new row needs, so that a tall picture takes little memory.
        float[][] ring = new float[down.longest()][3 * to.width()];
        float[] sum = new float[3 * to.width()];
        int filtered = 0;
        for (int row = 0; row < to.height(); row++) {
            float[] weights = down.weights()[row];
            int first = down.first()[row];
            for (; filtered < first + weights.length; filtered++) {
                filterRow(picture, from.top() + filtered, from.left(), across, ring[filtered % ring.length]);
            }
            Arrays.fill(sum, 0);
            for (int tap = 0; tap < weights.length; tap++) {
                addScaled(sum, ring[(first + tap) % ring.length], weights[tap]);
            }
            pack(sum, pixels, (to.top() + row) * frame.inputWidth() + to.left());
        }
        return pixels;
    }

    private static void filterRow(Picture picture, int row, int left, Taps across, float[] into) {
        for (int column = 0; column < across.first().length; column++) {
            float[] weights = across.weights()[column];
            float red = 0;
            float green = 0;
            float blue = 0;
            for (int tap = 0; tap < weights.length; tap++) {
                int rgb = picture.rgb(row, left + across.first()[column] + tap);
                red += weights[tap] * (rgb >> 16);
                green += weights[tap] * (rgb >> 8 & 0xFF);
                blue += weights[tap] * (rgb & 0xFF);
            }
            into[3 * column] = red;
            into[3 * column + 1] = green;
            into[3 * column + 2] = blue;
        }
    }

    private static void addScaled(float[] sum, float[] row, float weight) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += weight * row[i];
        }
    }

    private static void pack(float[] sum, int[] pixels, int at) {
        for (int column = 0; column < sum.length / 3; column++) {
            pixels[at + column] =
                    rounded(sum[3 * column]) << 16 | rounded(sum[3 * column + 1]) << 8 | rounded(sum[3 * column + 2]);
        }
    }

    private static int rounded(float value) {
        return Math.max(0, Math.min(255, (int) (value + 0.5f)));
    }

    /** For each new position along one axis, the first old position it reads and the weights from there on. */
    record Taps(int[] first, float[][] weights) {

        static Taps of(int oldLength, int newLength) {
            double scale = (double) oldLength / newLength;
            double reach = Math.max(scale, 1);
            int[] first = new int[newLength];
            float[][] weights = new float[newLength][];
            for (int i = 0; i < newLength; i++) {
                double centre = (i + 0.5) * scale;
                int start = Math.max(0, (int) Math.floor(centre - reach + 0.5));
                int end = Math.min(oldLength, (int) Math.floor(centre + reach + 0.5));
                first[i] = start;
                weights[i] = triangle(start, Math.max(end, start + 1), centre, reach);
            }
            return new Taps(first, weights);
        }

        private static float[] triangle(int start, int end, double centre, double reach) {
            double[] exact = new double[end - start];
            double sum = 0;
            for (int i = 0; i < exact.length; i++) {
                exact[i] = Math.max(0, 1 - Math.abs(start + i + 0.5 - centre) / reach);
                sum += exact[i];
            }
            float[] weights = new float[exact.length];
            for (int i = 0; i < exact.length; i++) {
                weights[i] = (float) (exact[i] / sum);
            }
            return weights;
        }

        int longest() {
            return Arrays.stream(weights).mapToInt(row -> row.length).max().orElse(1);
        }
    }
}
