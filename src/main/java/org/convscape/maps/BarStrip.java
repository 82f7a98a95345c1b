package org.convscape.maps;

import java.util.Arrays;
import java.util.List;
import org.convscape.tensor.Tensor;

/**
 * Draws a vector as bars that rise from a line at zero, coloured by value, in rows of at most {@value #LONGEST_ROW}.
 */
final class BarStrip {
    private static final int LONGEST_ROW = 250;
    private static final int BAR_HEIGHT = 64;

    private BarStrip() {}

    static MapSheet of(Tensor vector, MapSheet.Style style) {
        MapStatistics statistics = MapStatistics.of(vector);
        // A value alone has no contrast of its own: a vector always shares one range.
        MapRange range = MapRange.of(statistics, style.colours());
        int[] order = style.order().channels(MapStatistics.ofChannels(vector));
        int perRow = Math.min(order.length, LONGEST_ROW);
        int bar = Math.max(4, 250 / perRow);
        MapSheet.Grid grid =
                new MapSheet.Grid(1, (order.length + perRow - 1) / perRow, perRow * bar, BAR_HEIGHT, style.spacing());
        int[] pixels = new int[grid.width() * grid.height()];
        Arrays.fill(pixels, style.background());
        MapSheet.Tile[] tiles = new MapSheet.Tile[order.length];
        for (int i = 0; i < order.length; i++) {
            PixelBox row = grid.box(i / perRow);
            PixelBox box = new PixelBox(row.left() + i % perRow * bar, row.top(), bar, BAR_HEIGHT);
            float value = vector.values()[order[i]];
            draw(
                    pixels,
                    grid.width(),
                    box,
                    extent(value, statistics),
                    style.colours().argb(range.position(value, style.colours())));
            tiles[i] = new MapSheet.Tile(order[i], box, range);
        }
        return new MapSheet(grid.width(), grid.height(), pixels, List.of(tiles), bar);
    }

    /** The first and the last row of pixels of a bar, counted from the top of its box. */
    private static int[] extent(float value, MapStatistics statistics) {
        if (!Float.isFinite(value)) {
            return new int[] {0, BAR_HEIGHT - 1};
        }
        double low = Math.min(0, statistics.minimum());
        double high = Math.max(0, statistics.maximum());
        double span = high > low ? high - low : 1;
        int zero = (int) Math.round((high - 0) / span * (BAR_HEIGHT - 1));
        int tip = (int) Math.round((high - value) / span * (BAR_HEIGHT - 1));
        return new int[] {Math.min(zero, tip), Math.max(zero, tip)};
    }

    private static void draw(int[] pixels, int stride, PixelBox box, int[] extent, int colour) {
        for (int row = extent[0]; row <= extent[1]; row++) {
            int start = (box.top() + row) * stride + box.left();
            Arrays.fill(pixels, start, start + box.width() - 1, colour);
        }
    }
}
