package org.convscape.maps;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.convscape.tensor.Shape;
import org.convscape.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MapRendererTest {
    private static final int BLACK = 0xFF000000;
    private static final int WHITE = 0xFFFFFFFF;

    private static Tensor two() {
        return Tensor.of(Shape.maps(2, 2, 2), new float[] {0, 1, 10, 1, 10, 1, Float.NaN, 1});
    }

    @Test
    void aMapKeepsItsPlaceAndItsChannel() {
        MapRange range = new MapRange(0, 10);
        assertArrayEquals(
                new int[] {BLACK, WHITE, WHITE, ColourMap.NOT_FINITE},
                MapRenderer.render(two(), 0, ColourMap.GREY, range));
        int tenth = ColourMap.GREY.argb(0.1);
        assertArrayEquals(new int[] {tenth, tenth, tenth, tenth}, MapRenderer.render(two(), 1, ColourMap.GREY, range));
    }

    @ParameterizedTest
    @CsvSource({"2, 2", "4, 4", "6, 2", "5, 3", "1, 1", "100, 7"})
    void everyZoomShowsValuesOfTheMapAndNoMixture(int width, int height) {
        int[] pixels = MapRenderer.render(two(), 0, ColourMap.GREY, new MapRange(0, 10), width, height);
        for (int row = 0; row < height; row++) {
            for (int column = 0; column < width; column++) {
                int sourceRow = (int) ((row + 0.5) * 2 / height);
                int sourceColumn = (int) ((column + 0.5) * 2 / width);
                float value = two().at(sourceRow, sourceColumn, 0);
                int expected = Float.isNaN(value) ? ColourMap.NOT_FINITE : value == 0 ? BLACK : WHITE;
                assertEquals(expected, pixels[row * width + column], column + ", " + row);
            }
        }
    }

    @Test
    void rangesArePerMapOrSharedAndSymmetricWhenDiverging() {
        Tensor maps = Tensor.of(Shape.maps(1, 2, 2), new float[] {-1, 2, 3, 4});
        assertEquals(
                List.of(new MapRange(-1, 3), new MapRange(2, 4)), MapScaling.PER_MAP.ranges(maps, ColourMap.VIRIDIS));
        assertEquals(
                List.of(new MapRange(-1, 4), new MapRange(-1, 4)), MapScaling.PER_NODE.ranges(maps, ColourMap.VIRIDIS));
        assertEquals(
                List.of(new MapRange(-3, 3), new MapRange(-4, 4)), MapScaling.PER_MAP.ranges(maps, ColourMap.RED_BLUE));
        assertEquals(
                List.of(new MapRange(-4, 4), new MapRange(-4, 4)),
                MapScaling.PER_NODE.ranges(maps, ColourMap.RED_BLUE));
    }

    @Test
    void aConstantMapTakesTheLowEndOrTheMiddle() {
        Tensor dead = Tensor.zeros(2, 2, 1);
        MapRange range = MapScaling.PER_MAP.ranges(dead, ColourMap.VIRIDIS).get(0);
        assertEquals(ColourMap.VIRIDIS.argb(0), MapRenderer.render(dead, 0, ColourMap.VIRIDIS, range)[0]);
        assertEquals(ColourMap.RED_BLUE.argb(0.5), MapRenderer.render(dead, 0, ColourMap.RED_BLUE, range)[0]);
    }

    @Test
    void aMapWithoutAFiniteValueIsAllSign() {
        Tensor broken = Tensor.of(Shape.maps(1, 2, 1), new float[] {Float.NaN, Float.NEGATIVE_INFINITY});
        MapRange range = MapScaling.PER_NODE.ranges(broken, ColourMap.GREY).get(0);
        assertArrayEquals(
                new int[] {ColourMap.NOT_FINITE, ColourMap.NOT_FINITE},
                MapRenderer.render(broken, 0, ColourMap.GREY, range));
    }

    private static Tensor random(int height, int width, int channels) {
        Random random = new Random(1);
        float[] values = new float[height * width * channels];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return Tensor.of(Shape.maps(height, width, channels), values);
    }

    @ParameterizedTest
    @CsvSource({"56, 56, 64", "7, 7, 512", "1, 1, 10", "112, 40, 3", "3, 200, 5"})
    void aSheetHoldsEveryChannelOnceWithoutOverlap(int height, int width, int channels) {
        Tensor maps = random(height, width, channels);
        MapSheet.Style style = new MapSheet.Style(MapOrder.MEAN, ColourMap.MAGMA, MapScaling.PER_NODE, 3, 0x00123456);
        MapSheet sheet = MapSheet.of(maps, style);
        assertEquals(
                channels,
                sheet.tiles().stream().map(MapSheet.Tile::channel).distinct().count());
        int drawn = 0;
        for (int pixel : sheet.argb()) {
            drawn += pixel >>> 24 == 0xFF ? 1 : 0;
        }
        long expected = Math.round(channels * height * sheet.zoom() * width * sheet.zoom());
        assertEquals(expected, drawn);
        for (MapSheet.Tile tile : sheet.tiles()) {
            PixelBox box = tile.box();
            int corner = sheet.argb()[box.top() * sheet.width() + box.left()];
            assertEquals(MapRenderer.render(maps, tile.channel(), ColourMap.MAGMA, tile.range())[0], corner);
            assertEquals(
                    tile, sheet.tileAt(box.left() + box.width() - 1, box.top()).orElseThrow());
        }
        assertTrue(sheet.tileAt(0, 0).isEmpty());
    }

    @Test
    void aSheetOfVeryManyMapsStaysWithinBounds() {
        MapSheet sheet = MapSheet.of(random(300, 300, 512), MapSheet.Style.STANDARD);
        assertTrue(sheet.zoom() < 1);
        assertTrue(sheet.argb().length < 50_000_000, "pixels " + sheet.argb().length);
        assertEquals(512, sheet.tiles().size());
    }

    @Test
    void aVectorBecomesBarsFromZeroInTheirOrder() {
        Tensor vector = Tensor.of(new int[] {4}, new float[] {-1, 3, 0, Float.NaN});
        MapSheet.Style style = new MapSheet.Style(MapOrder.INDEX, ColourMap.RED_BLUE, MapScaling.PER_MAP, 2, 0);
        MapSheet sheet = MapSheet.of(vector, style);
        assertEquals(4, sheet.tiles().size());
        int[] heights = new int[4];
        for (int i = 0; i < 4; i++) {
            PixelBox box = sheet.tiles().get(i).box();
            for (int row = box.top(); row < box.top() + box.height(); row++) {
                heights[i] += sheet.argb()[row * sheet.width() + box.left()] == 0 ? 0 : 1;
            }
        }
        assertEquals(3.0, (double) (heights[1] - 1) / (heights[0] - 1), 0.2);
        assertEquals(1, heights[2]);
        PixelBox last = sheet.tiles().get(3).box();
        assertEquals(ColourMap.NOT_FINITE, sheet.argb()[(last.top() + 5) * sheet.width() + last.left()]);
    }

    @Test
    void aThousandClassesFillSeveralRowsAndEachIsFound() {
        MapSheet sheet = MapSheet.of(Tensor.zeros(1000), MapSheet.Style.STANDARD);
        assertEquals(1000, sheet.tiles().size());
        PixelBox last = sheet.tiles().get(999).box();
        assertEquals(999, sheet.tileAt(last.left(), last.top()).orElseThrow().channel());
        assertTrue(last.top() > 3 * last.height());
    }

    @Test
    void idsAreReadAndUnknownOnesNameTheChoices() {
        for (MapScaling scaling : MapScaling.values()) {
            assertEquals(scaling, MapScaling.of(scaling.id()));
        }
        for (MapOrder order : MapOrder.values()) {
            assertEquals(order, MapOrder.of(order.id()));
        }
        assertThrows(IllegalArgumentException.class, () -> MapOrder.of("colour"));
        assertThrows(IllegalArgumentException.class, () -> MapScaling.of("none"));
    }
}
