package org.convscape.maps;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.convscape.tensor.Tensor;

/**
 * The kernels of a layer as a picture. Each tile has its own range about zero, so that weak kernels can be seen beside
 * strong ones; a matrix has one.
 *
 * @param argb row by row; the gaps between tiles are transparent
 * @param tiles in the order in which they are drawn
 */
public record KernelSheet(Kind kind, int width, int height, int[] argb, List<Tile> tiles) {

    /** What a tile shows. */
    public enum Kind {
        /** All three inputs of one output as red, green and blue; grey is zero (Krizhevsky et al. 2012, figure 3). */
        COLOURS,
        /** The weights of one output for one input. */
        PLANES,
        /** One column for each output, one row for each input: a dense layer, or windows of one position. */
        MATRIX
    }

    /**
     * One kernel's place.
     *
     * @param index which of all tiles it is: the output, for a depthwise kernel counted over inputs and multipliers
     * @param reach the largest magnitude of its weights, which the ends of the colours stand for
     */
    public record Tile(int index, PixelBox box, double reach) {}

    /** Weights of which so many are drawn one by one; beyond, rows and columns of a matrix are skipped. */
    private static final int MATRIX_SIDE = 512;

    private static final int GAP = 4;
    private static final int COLOURED = 3;

    /** A few kernels are not drawn larger than this allows. */
    private static final int FEWEST_COLUMNS = 4;

    /** How kernels are to be drawn: {@code [kH, kW, in, out]}, depthwise {@code [kH, kW, in, multiplier]}. */
    public record Layout(int rows, int columns, int inputs, int outputs, boolean depthwise) {

        /**
         * How a kernel of two or four dimensions lies.
         *
         * @param fanIn how many inputs feed one output value, which tells a depthwise kernel from others
         */
        public static Layout of(List<Integer> dimensions, long fanIn) {
            if (dimensions.size() == 2) {
                return new Layout(1, 1, dimensions.get(0), dimensions.get(1), false);
            }
            int rows = dimensions.get(0);
            int columns = dimensions.get(1);
            return new Layout(rows, columns, dimensions.get(2), dimensions.get(3), fanIn == (long) rows * columns);
        }

        /** What a tile of them shows. */
        public Kind kind() {
            if (rows * columns == 1) {
                return Kind.MATRIX;
            }
            return !depthwise && inputs == COLOURED ? Kind.COLOURS : Kind.PLANES;
        }

        /** How many tiles there are for one input; for a depthwise kernel in all. */
        public int tiles() {
            return kind() == Kind.MATRIX ? 1 : depthwise ? inputs * outputs : outputs;
        }

        /** Of how many inputs one has to be chosen; 1 where there is no choice. */
        public int choices() {
            return kind() == Kind.PLANES && !depthwise ? inputs : 1;
        }
    }

    /**
     * Draws kernels.
     *
     * @param input which of the {@link Layout#choices()} is shown
     * @param first the first tile that is shown
     * @param most how many are shown at most
     * @param width how wide the sheet may be, in pixels
     * @param colours diverging ones
     */
    public static KernelSheet of(
            Tensor kernel, Layout layout, int input, int first, int most, int width, ColourMap colours) {
        if (layout.kind() == Kind.MATRIX) {
            return matrix(kernel, layout, width, colours);
        }
        int shown = Math.min(most, layout.tiles() - first);
        int columns = Math.max(FEWEST_COLUMNS, (int) Math.ceil(Math.sqrt(Math.min(most, layout.tiles()))));
        int scale = Math.max(1, ((width + GAP) / columns - GAP) / Math.max(layout.rows(), layout.columns()));
        int tileWidth = layout.columns() * scale;
        int tileHeight = layout.rows() * scale;
        int across = Math.min(columns, shown);
        int down = (shown + columns - 1) / columns;
        int sheetWidth = across * (tileWidth + GAP) - GAP;
        int sheetHeight = down * (tileHeight + GAP) - GAP;
        int[] pixels = new int[sheetWidth * sheetHeight];
        List<Tile> tiles = new ArrayList<>();
        for (int i = 0; i < shown; i++) {
            PixelBox box = new PixelBox(
                    i % columns * (tileWidth + GAP), i / columns * (tileHeight + GAP), tileWidth, tileHeight);
            Tile tile = new Tile(first + i, box, reach(kernel, layout, input, first + i));
            tiles.add(tile);
            draw(pixels, sheetWidth, scale, tile, kernel, layout, input, colours);
        }
        return new KernelSheet(layout.kind(), sheetWidth, sheetHeight, pixels, tiles);
    }

    private static void draw(
            int[] pixels,
            int stride,
            int scale,
            Tile tile,
            Tensor kernel,
            Layout layout,
            int input,
            ColourMap colours) {
        for (int y = 0; y < tile.box().height(); y++) {
            int at = (tile.box().top() + y) * stride + tile.box().left();
            for (int x = 0; x < tile.box().width(); x++) {
                int position = y / scale * layout.columns() + x / scale;
                pixels[at + x] = layout.kind() == Kind.COLOURS
                        ? colour(kernel, layout, position, tile)
                        : colours.argb(shade(value(kernel, layout, position, input, tile.index()), tile.reach()));
            }
        }
    }

    /** Red, green and blue about a grey that stands for zero. */
    private static int colour(Tensor kernel, Layout layout, int position, Tile tile) {
        int argb = 0xFF;
        for (int channel = 0; channel < COLOURED; channel++) {
            double shade = shade(value(kernel, layout, position, channel, tile.index()), tile.reach());
            if (Double.isNaN(shade)) {
                return ColourMap.NOT_FINITE;
            }
            argb = argb << 8 | (int) Math.round(shade * 255);
        }
        return argb;
    }

    /** Where a weight stands between the ends of the colours. */
    private static double shade(float value, double reach) {
        if (!Float.isFinite(value)) {
            return Double.NaN;
        }
        return reach > 0 ? (value + reach) / (2 * reach) : 0.5;
    }

    private static float value(Tensor kernel, Layout layout, int position, int input, int tile) {
        int channels = layout.inputs() * layout.outputs();
        return kernel.values()[
                layout.depthwise()
                        ? position * channels + tile
                        : (position * layout.inputs() + input) * layout.outputs() + tile];
    }

    private static double reach(Tensor kernel, Layout layout, int input, int tile) {
        double reach = 0;
        int from = layout.kind() == Kind.COLOURS ? 0 : input;
        int to = layout.kind() == Kind.COLOURS ? COLOURED : input + 1;
        for (int position = 0; position < layout.rows() * layout.columns(); position++) {
            for (int channel = from; channel < to; channel++) {
                float value = value(kernel, layout, position, channel, tile);
                reach = Float.isFinite(value) ? Math.max(reach, Math.abs(value)) : reach;
            }
        }
        return reach;
    }

    private static KernelSheet matrix(Tensor kernel, Layout layout, int width, ColourMap colours) {
        Tensor matrix = kernel.reshaped(layout.inputs(), layout.outputs(), 1);
        double reach = 0;
        for (float value : kernel.values()) {
            reach = Float.isFinite(value) ? Math.max(reach, Math.abs(value)) : reach;
        }
        int side = Math.min(width, MATRIX_SIDE);
        double fit = Math.min((double) side / layout.outputs(), (double) side / layout.inputs());
        int across = Math.max(1, (int) Math.round(layout.outputs() * fit));
        int down = Math.max(1, (int) Math.round(layout.inputs() * fit));
        int[] pixels = MapRenderer.render(matrix, 0, colours, new MapRange(-reach, reach), across, down);
        return new KernelSheet(
                Kind.MATRIX, across, down, pixels, List.of(new Tile(0, new PixelBox(0, 0, across, down), reach)));
    }

    /** The tile under a pixel of the sheet, if there is one. */
    public Optional<Tile> tileAt(int column, int row) {
        return tiles.stream().filter(tile -> tile.box().contains(column, row)).findFirst();
    }
}
