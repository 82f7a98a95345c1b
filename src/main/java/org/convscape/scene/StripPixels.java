package org.convscape.scene;

import java.util.List;
import org.convscape.image.Picture;
import org.convscape.maps.ColourMap;
import org.convscape.maps.MapOrder;
import org.convscape.maps.MapRange;
import org.convscape.maps.MapRenderer;
import org.convscape.maps.MapScaling;
import org.convscape.maps.MapStatistics;
import org.convscape.maps.PixelBox;
import org.convscape.tensor.Tensor;

/**
 * The picture on a card: a few maps with the most contrast side by side, each in colours of its own range; a vector as
 * bars; at the input the picture itself. ARGB, row by row.
 */
public record StripPixels(int width, int height, int[] argb) {
    private static final ColourMap COLOURS = ColourMap.VIRIDIS;
    /** Pixels per canvas unit, so that a strip stays sharp when it is enlarged. */
    private static final int FINENESS = 2;

    private static final int GAP = 3 * FINENESS;

    /** How many bytes it takes. */
    public long bytes() {
        return 4L * argb.length;
    }

    /** A picture as it is. */
    public static StripPixels of(Picture picture) {
        return new StripPixels(picture.width(), picture.height(), picture.argb());
    }

    /** The output of a node as a strip for a card of that format. */
    public static StripPixels of(Tensor output, CardFormat format) {
        if (output.rank() == 1) {
            return bars(output, format);
        }
        return format == CardFormat.PICTURE && output.dimension(2) == 3 ? colours(output) : tiles(output, format);
    }

    private static StripPixels tiles(Tensor maps, CardFormat format) {
        List<MapStatistics> statistics = MapStatistics.ofChannels(maps);
        List<MapRange> ranges = MapScaling.PER_MAP.ranges(MapStatistics.of(maps), statistics, COLOURS);
        int[] order = MapOrder.VARIANCE.channels(statistics);
        int side = (int) Math.round(format.tile() * FINENESS);
        int count = Math.min(order.length, format.tiles());
        int width = format.tiles() * (side + GAP) - GAP;
        int[] pixels = new int[width * side];
        double fit = (double) side / Math.max(maps.dimension(0), maps.dimension(1));
        int tileWidth = Math.max(1, (int) Math.round(maps.dimension(1) * fit));
        int tileHeight = Math.max(1, (int) Math.round(maps.dimension(0) * fit));
        for (int i = 0; i < count; i++) {
            PixelBox box = new PixelBox(
                    i * (side + GAP) + (side - tileWidth) / 2, (side - tileHeight) / 2, tileWidth, tileHeight);
            MapRenderer.renderInto(pixels, width, box, maps, order[i], COLOURS, ranges.get(order[i]));
        }
        return new StripPixels(width, side, pixels);
    }

    /** Bars over the range of the values; where there are more values than columns, the largest of each column. */
    private static StripPixels bars(Tensor vector, CardFormat format) {
        int height = (int) Math.round(format.tile() * FINENESS);
        int width = format.tiles() * (height + GAP) - GAP;
        MapRange range = MapRange.of(MapStatistics.of(vector), COLOURS);
        int columns = Math.min(vector.size(), width / 2);
        int[] pixels = new int[width * height];
        for (int x = 0; x < width; x++) {
            int column = (int) ((long) x * columns / width);
            int begin = (int) ((long) column * vector.size() / columns);
            int end = (int) ((long) (column + 1) * vector.size() / columns);
            double position = 0;
            for (int i = begin; i < end; i++) {
                position = Math.max(position, range.position(vector.values()[i], COLOURS));
            }
            int top = (int) Math.round((1 - position) * (height - FINENESS));
            for (int y = top; y < height; y++) {
                pixels[y * width + x] = COLOURS.argb(position);
            }
        }
        return new StripPixels(width, height, pixels);
    }

    /** Three channels as red, green and blue, over their common range. */
    private static StripPixels colours(Tensor picture) {
        int height = picture.dimension(0);
        int width = picture.dimension(1);
        MapStatistics all = MapStatistics.of(picture);
        double low = all.minimum();
        double scale = all.maximum() > low ? 255 / (all.maximum() - low) : 0;
        int[] pixels = new int[width * height];
        for (int i = 0; i < pixels.length; i++) {
            int rgb = 0;
            for (int channel = 0; channel < 3; channel++) {
                double value = picture.values()[3 * i + channel];
                int level = Double.isFinite(value) ? (int) Math.round((value - low) * scale) : 0;
                rgb = rgb << 8 | level;
            }
            pixels[i] = 0xFF000000 | rgb;
        }
        return new StripPixels(width, height, pixels);
    }
}
