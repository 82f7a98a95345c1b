package org.convscape.ui.maps;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.convscape.maps.ColourMap;
import org.convscape.maps.MapScaling;
import org.convscape.maps.MapStatistics;
import org.convscape.tensor.Tensor;
import org.convscape.viewmodel.maps.MapDisplay;
import org.convscape.viewmodel.maps.MapStack;
import org.junit.jupiter.api.Test;

/** The pixels of a few rows of maps, made without a screen. */
class TileBandTest {
    private static final int CHANNELS = 40;

    private final MapDisplay display = display();
    private final TileLayout tiles = TileLayout.of(CHANNELS, 24, 24, 5, 130);

    private static MapDisplay display() {
        Tensor maps = Tensor.zeros(3, 3, CHANNELS);
        IntStream.range(0, maps.size()).forEach(i -> maps.values()[i] = i);
        MapStack stack = new MapStack("conv", maps, MapStatistics.of(maps), MapStatistics.ofChannels(maps));
        return new MapDisplay(
                stack,
                IntStream.range(0, CHANNELS).boxed().toList(),
                MapScaling.PER_MAP.ranges(stack.all(), stack.channels(), ColourMap.VIRIDIS),
                ColourMap.VIRIDIS);
    }

    private TileBand band(int first, int last) {
        return new TileBand(display, tiles, 1, first, last);
    }

    @Test
    void everyTileOfTheRowsIsDrawnAndTheGapsAreClear() {
        TileBand.Drawn drawn = band(2, 4).draw();
        assertEquals(drawn.width() * drawn.height(), drawn.argb().length);
        for (int row = 2; row <= 4; row++) {
            int place = row * tiles.columns();
            int top = tiles.top(place) - 2 * tiles.rowHeight();
            assertEquals(
                    ColourMap.VIRIDIS.argb(0),
                    drawn.argb()[top * drawn.width() + tiles.left(place)],
                    "its least value");
            assertEquals(0, drawn.argb()[(top - 1) * drawn.width() + tiles.left(place)], "the gap above");
        }
    }

    @Test
    void aBandThatIsWiderCoversWhatItCameFromAndLiesWithinTheRows() {
        for (List<Integer> rows : List.of(List.of(0, 3), List.of(4, 6), List.of(7, tiles.rows() - 1))) {
            TileBand seen = band(rows.get(0), rows.get(1));
            TileBand wider = seen.wider();
            assertTrue(wider.covers(seen));
            assertFalse(seen.covers(wider));
            assertTrue(wider.first() >= 0 && wider.last() < tiles.rows());
        }
        assertFalse(band(0, 5).covers(new TileBand(display(), tiles, 1, 0, 5)), "other maps");
        assertFalse(band(0, 5).covers(new TileBand(display, tiles, 2, 0, 5)), "another screen");
    }
}
