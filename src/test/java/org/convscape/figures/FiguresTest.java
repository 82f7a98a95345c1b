package org.convscape.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FiguresTest {

    @ParameterizedTest
    @ValueSource(
            longs = {
                0,
                7,
                999,
                1_000,
                -1,
                -999,
                -1_000,
                12_345,
                100_000,
                -100_000,
                115_605_504,
                Long.MAX_VALUE,
                Long.MIN_VALUE
            })
    void aWholeNumberIsWrittenInGroupsOfThree(long value) {
        assertEquals(String.format(Locale.ROOT, "%,d", value), Figures.whole(value));
    }

    @Test
    void numbersOfAnyLengthAreGroupedAsAFormatterGroupsThem() {
        Random random = new Random(5);
        for (int i = 0; i < 10_000; i++) {
            long value = random.nextLong() >> random.nextInt(64);
            assertEquals(String.format(Locale.ROOT, "%,d", value), Figures.whole(value));
        }
    }
}
