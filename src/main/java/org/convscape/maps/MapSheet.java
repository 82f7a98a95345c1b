package org.convscape.maps;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.convscape.tensor.Tensor;

/**
 * A contact sheet: every channel of a node as one tile, or a vector as a strip of bars. {@code zoom} is how many pixels
 * stand for one value along each side; below 1 values had to be skipped to keep the sheet within bounds.
 */
public record MapSheet(int width, int height, int[] argb, List<Tile> tiles, double zoom) {

    /** One channel's place on the sheet and the values that the ends of its colours stand for. */
    public record Tile(int channel, PixelBox box, MapRange range) {}

    /**
     * How a sheet is drawn: order, colours, scaling, the gap between tiles in pixels and the ARGB colour of the gaps.
     */
    public record Style(MapOrder order, ColourMap colours, MapScaling scaling, int spacing, int background) {
        /** Viridis by index, each map its own range, gaps of two transparent pixels. */
        public static final Style STANDARD = new Style(MapOrder.INDEX, ColourMap.VIRIDIS, MapScaling.PER_MAP, 2, 0);
    }

    /** Small maps are enlarged to at least this side, so that a 7×7 map can be seen. */
    private static final int SMALLEST_TILE = 48;

    private static final long MOST_PIXELS = 40_000_000;

    /** Draws all channels of a stack of maps, or a vector as bars. */
    public static MapSheet of(Tensor tensor, Style style) {
        return tensor.rank() == 1 ? BarStrip.of(tensor, style) : ofMaps(tensor, style);
    }

    private static MapSheet ofMaps(Tensor maps, Style style) {
        List<MapStatistics> statistics = MapStatistics.ofChannels(maps);
        List<MapRange> ranges = style.scaling().ranges(MapStatistics.of(maps), statistics, style.colours());
        int[] order = style.order().channels(statistics);
        double zoom = zoom(maps);
        int tileWidth = Math.max(1, (int) Math.round(maps.dimension(1) * zoom));
        int tileHeight = Math.max(1, (int) Math.round(maps.dimension(0) * zoom));
        Grid grid = Grid.of(order.length, tileWidth, tileHeight, style.spacing());
        int[] pixels = new int[grid.width() * grid.height()];
        Arrays.fill(pixels, style.background());
        Tile[] tiles = new Tile[order.length];
        for (int i = 0; i < order.length; i++) {
            tiles[i] = new Tile(order[i], grid.box(i), ranges.get(order[i]));
            MapRenderer.renderInto(
                    pixels, grid.width(), tiles[i].box(), maps, order[i], style.colours(), tiles[i].range());
        }
        return new MapSheet(grid.width(), grid.height(), pixels, List.of(tiles), zoom);
    }

    private static double zoom(Tensor maps) {
        int side = Math.max(maps.dimension(0), maps.dimension(1));
        if (maps.size() > MOST_PIXELS) {
            return Math.sqrt((double) MOST_PIXELS / maps.size());
        }
        int enlarged = Math.max(1, (SMALLEST_TILE + side - 1) / side);
        while (enlarged > 1 && (long) maps.size() * enlarged * enlarged > MOST_PIXELS) {
            enlarged--;
        }
        return enlarged;
    }

    /** The tile under a pixel of the sheet, if there is one. */
    public Optional<Tile> tileAt(int column, int row) {
        return tiles.stream().filter(tile -> tile.box().contains(column, row)).findFirst();
    }

    /** Tiles in rows, as many in each as make the sheet about square, with gaps between and around. */
    record Grid(int columns, int rows, int tileWidth, int tileHeight, int spacing) {

        static Grid of(int tiles, int tileWidth, int tileHeight, int spacing) {
            double square = Math.sqrt((double) tiles * (tileHeight + spacing) / (tileWidth + spacing));
            int columns = Math.max(1, Math.min(tiles, (int) Math.ceil(square)));
            return new Grid(columns, (tiles + columns - 1) / columns, tileWidth, tileHeight, spacing);
        }

        int width() {
            return spacing + columns * (tileWidth + spacing);
        }

        int height() {
            return spacing + rows * (tileHeight + spacing);
        }

        PixelBox box(int tile) {
            return new PixelBox(
                    spacing + tile % columns * (tileWidth + spacing),
                    spacing + tile / columns * (tileHeight + spacing),
                    tileWidth,
                    tileHeight);
        }
    }
}
