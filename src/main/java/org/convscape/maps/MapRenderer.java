package org.convscape.maps;

import org.convscape.tensor.Tensor;

/**
 * Turns one channel of a stack of maps into pixels. Enlarging repeats values and reducing skips some: what is seen is
 * always a value of the map, never a mixture.
 */
public final class MapRenderer {
    private MapRenderer() {}

    /** One pixel per value, opaque ARGB, row by row. */
    public static int[] render(Tensor maps, int channel, ColourMap colours, MapRange range) {
        return render(maps, channel, colours, range, maps.dimension(1), maps.dimension(0));
    }

    /** The map in {@code width} × {@code height} pixels. */
    public static int[] render(Tensor maps, int channel, ColourMap colours, MapRange range, int width, int height) {
        PixelBox box = new PixelBox(0, 0, width, height);
        int[] pixels = new int[Math.multiplyExact(width, height)];
        renderInto(pixels, width, box, maps, channel, colours, range);
        return pixels;
    }

    /**
     * Draws the map into a box of a larger picture whose rows are {@code stride} pixels long; the rest is left as it
     * is.
     */
    public static void renderInto(
            int[] pixels, int stride, PixelBox box, Tensor maps, int channel, ColourMap colours, MapRange range) {
        int rows = maps.dimension(0);
        int columns = maps.dimension(1);
        int channels = maps.dimension(2);
        float[] values = maps.values();
        int[] sourceColumns = sources(box.width(), columns);
        int[] sourceRows = sources(box.height(), rows);
        for (int row = 0; row < box.height(); row++) {
            int target = (box.top() + row) * stride + box.left();
            if (row > 0 && sourceRows[row] == sourceRows[row - 1]) {
                System.arraycopy(pixels, target - stride, pixels, target, box.width());
                continue;
            }
            int source = sourceRows[row] * columns;
            for (int column = 0; column < box.width(); column++) {
                float value = values[(source + sourceColumns[column]) * channels + channel];
                pixels[target + column] = colours.argb(range.position(value, colours));
            }
        }
    }

    /** For each pixel along one axis, the value whose middle is nearest. */
    private static int[] sources(int pixels, int values) {
        int[] sources = new int[pixels];
        for (int i = 0; i < pixels; i++) {
            sources[i] = (int) ((2L * i + 1) * values / (2L * pixels));
        }
        return sources;
    }
}
