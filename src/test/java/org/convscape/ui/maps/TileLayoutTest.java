package org.convscape.ui.maps;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class TileLayoutTest {

    @Test
    void everyTileIsFoundWhereItStandsAndNothingBetween() {
        TileLayout tiles = TileLayout.of(2048, 24, 16, 5, 700);
        for (int place = 0; place < 2048; place++) {
            assertEquals(place, tiles.placeAt(tiles.left(place), tiles.top(place)));
            assertEquals(place, tiles.placeAt(tiles.left(place) + 23.9, tiles.top(place) + 15.9));
            assertEquals(-1, tiles.placeAt(tiles.left(place) + 24.5, tiles.top(place)));
        }
        assertTrue(tiles.left(tiles.columns() - 1) + 24 <= 700);
        assertEquals(tiles.height(), tiles.top(2047) + tiles.rowHeight());
    }

    @Test
    void thereIsAlwaysAColumnHoweverNarrow() {
        assertEquals(1, TileLayout.of(3, 224, 224, 5, 10).columns());
        assertEquals(-1, TileLayout.of(3, 224, 224, 5, 10).placeAt(6, 3 * 229 + 6));
    }
}
