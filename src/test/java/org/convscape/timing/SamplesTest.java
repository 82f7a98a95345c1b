package org.convscape.timing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SamplesTest {

    @Test
    void quantilesInterpolateBetweenTheTwoNearest() {
        Samples samples = Samples.of(7, 1, 4, 2);

        assertEquals(1, samples.minimum());
        assertEquals(3, samples.median());
        assertEquals(1.75, samples.lowerQuartile());
        assertEquals(4.75, samples.upperQuartile());
        assertEquals(3, samples.spread());
    }

    @Test
    void anOutlierMovesNeitherMedianNorSpread() {
        assertEquals(3, Samples.of(1, 2, 3, 4, 5).median());
        assertEquals(3, Samples.of(1, 2, 3, 4, 5000).median());
        assertEquals(2, Samples.of(1, 2, 3, 4, 5000).spread());
    }

    @Test
    void oneMeasurementIsItsOwnMedianAndHasNoSpread() {
        assertEquals(2.5, Samples.of(2.5).median());
        assertEquals(0, Samples.of(2.5).spread());
    }

    @Test
    void nothingIsNoMeasurement() {
        assertThrows(IllegalArgumentException.class, Samples::of);
        assertThrows(IllegalArgumentException.class, () -> Samples.of(1, Double.NaN));
    }

    @Test
    void runsHaveSettledWhenTwoMediansOfTenInARowWereNotBelowTheBest() {
        Settling settling = new Settling();
        feed(settling, 60);
        feed(settling, 50);
        feed(settling, 49.5);
        assertFalse(settling.settled(), "one per cent is no fall, but one such median may be chance");
        feed(settling, 45);
        feed(settling, 45);
        assertFalse(settling.settled());
        feed(settling, 70);
        assertTrue(settling.settled());
    }

    private static void feed(Settling settling, double milliseconds) {
        IntStream.range(0, Settling.BATCH).forEach(run -> settling.add(milliseconds));
    }
}
