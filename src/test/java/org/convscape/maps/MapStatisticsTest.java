package org.convscape.maps;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.convscape.tensor.Shape;
import org.convscape.tensor.Tensor;
import org.junit.jupiter.api.Test;

class MapStatisticsTest {
    private static final float NAN = Float.NaN;
    private static final float INFINITE = Float.POSITIVE_INFINITY;

    /** Two by two positions of three channels: 1 2 3 4; all zero but one not a number; all not finite. */
    private static Tensor maps() {
        return Tensor.of(Shape.maps(2, 2, 3), new float[] {1, 0, NAN, 2, NAN, INFINITE, 3, 0, -INFINITE, 4, 0, NAN});
    }

    @Test
    void figuresOfAChannelAreThoseOfItsFiniteValues() {
        List<MapStatistics> channels = MapStatistics.ofChannels(maps());
        MapStatistics first = channels.get(0);
        assertEquals(1, first.minimum());
        assertEquals(4, first.maximum());
        assertEquals(2.5, first.mean(), 1e-12);
        assertEquals(Math.sqrt(1.25), first.deviation(), 1e-12);
        assertEquals(0, first.zeroShare());
        MapStatistics second = channels.get(1);
        assertEquals(0.75, second.zeroShare());
        assertEquals(1, second.notFinite());
        assertEquals(4, second.count());
        MapStatistics third = channels.get(2);
        assertEquals(4, third.notFinite());
        assertTrue(Double.isNaN(third.mean()));
    }

    @Test
    void figuresOfTheNodeCoverAllChannels() {
        MapStatistics all = MapStatistics.of(maps());
        assertEquals(12, all.count());
        assertEquals(5, all.notFinite());
        assertEquals(3, all.zeros());
        assertEquals(10.0 / 7, all.mean(), 1e-12);
        assertEquals(4, all.maximum());
    }

    @Test
    void aSmallDeviationAroundALargeMeanSurvives() {
        float[] values = new float[10_000];
        for (int i = 0; i < values.length; i++) {
            values[i] = 1_000_000 + i % 2;
        }
        assertEquals(
                0.5, MapStatistics.of(Tensor.of(new int[] {10_000}, values)).deviation(), 1e-9);
    }

    @Test
    void channelsAreOrderedByEachFigureWithTheUnknowableLast() {
        List<MapStatistics> channels =
                MapStatistics.ofChannels(Tensor.of(Shape.maps(1, 2, 4), new float[] {1, 5, NAN, -9, 1, 1, NAN, 9}));
        assertArrayEquals(new int[] {0, 1, 2, 3}, MapOrder.INDEX.channels(channels));
        assertArrayEquals(new int[] {1, 0, 3, 2}, MapOrder.MEAN.channels(channels));
        assertArrayEquals(new int[] {3, 1, 0, 2}, MapOrder.MAXIMUM.channels(channels));
        assertArrayEquals(new int[] {3, 1, 0, 2}, MapOrder.VARIANCE.channels(channels));
    }
}
