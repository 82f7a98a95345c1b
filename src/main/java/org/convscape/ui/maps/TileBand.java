package org.convscape.ui.maps;

import org.convscape.maps.MapRenderer;
import org.convscape.maps.PixelBox;
import org.convscape.viewmodel.maps.MapDisplay;

/**
 * Some rows of tiles on top of each other, of which the pixels can be made on any thread.
 *
 * @param scale how many pixels the screen has for each of its units
 * @param first the first row of tiles
 * @param last the last one; the band has at least one row
 */
record TileBand(MapDisplay display, TileLayout tiles, double scale, int first, int last) {

    /** A band with its pixels: ARGB, row by row, clear between the tiles. */
    record Drawn(TileBand band, int width, int height, int[] argb) {}

    /** True when it shows the same tiles of the same maps, in the same place, and at least the rows of another. */
    boolean covers(TileBand other) {
        return display == other.display
                && tiles.equals(other.tiles)
                && scale == other.scale
                && first <= other.first
                && last >= other.last;
    }

    /** The same with half as many rows more at either end, so that turning the wheel a little finds them drawn. */
    TileBand wider() {
        int more = (last - first + 2) / 2;
        return new TileBand(display, tiles, scale, Math.max(0, first - more), Math.min(tiles.rows() - 1, last + more));
    }

    /** Makes the pixels: a few million comparisons with the ends of colour ranges, too many for the screen's thread. */
    Drawn draw() {
        int width = Math.max(
                1, (int) Math.ceil((tiles.gap() + tiles.columns() * (tiles.tileWidth() + tiles.gap())) * scale));
        int height = Math.max(1, (int) Math.ceil((tiles.gap() + (last - first + 1) * tiles.rowHeight()) * scale));
        int[] pixels = new int[width * height];
        int end = Math.min(tiles.tiles(), (last + 1) * tiles.columns());
        for (int place = first * tiles.columns(); place < end; place++) {
            int channel = display.order().get(place);
            PixelBox box = new PixelBox(
                    (int) (tiles.left(place) * scale),
                    (int) ((tiles.top(place) - first * tiles.rowHeight()) * scale),
                    (int) (tiles.tileWidth() * scale),
                    (int) (tiles.tileHeight() * scale));
            MapRenderer.renderInto(
                    pixels,
                    width,
                    box,
                    display.stack().tensor(),
                    channel,
                    display.colours(),
                    display.ranges().get(channel));
        }
        return new Drawn(this, width, height, pixels);
    }
}
