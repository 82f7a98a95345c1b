package org.convscape.ui.maps;

/**
 * Tiles of one size in rows, all distances in pixels of the screen; the first tile stands one gap from the left and
 * top.
 *
 * @param columns how many stand beside each other, at least 1
 */
record TileLayout(int tiles, int columns, int tileWidth, int tileHeight, int gap) {

    /** As many columns as fit. */
    static TileLayout of(int tiles, int tileWidth, int tileHeight, int gap, int width) {
        int columns = Math.max(1, Math.min(tiles, (width - gap) / (tileWidth + gap)));
        return new TileLayout(tiles, columns, tileWidth, tileHeight, gap);
    }

    int rows() {
        return (tiles + columns - 1) / columns;
    }

    int rowHeight() {
        return tileHeight + gap;
    }

    int height() {
        return gap + rows() * rowHeight();
    }

    int left(int place) {
        return gap + place % columns * (tileWidth + gap);
    }

    int top(int place) {
        return gap + place / columns * rowHeight();
    }

    /** The place of the tile under a point; -1 over gaps and beyond the last. */
    int placeAt(double x, double y) {
        int column = (int) Math.floor((x - gap) / (tileWidth + gap));
        int row = (int) Math.floor((y - gap) / rowHeight());
        boolean inTile = column >= 0
                && column < columns
                && row >= 0
                && x - left(column) < tileWidth
                && y - gap - row * rowHeight() < tileHeight;
        int place = row * columns + column;
        return inTile && place < tiles ? place : -1;
    }
}
