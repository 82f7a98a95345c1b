package org.convscape.maps;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ColourMapTest {

    private static double lightness(int argb) {
        return Oklab.ofRgb(argb & 0xFFFFFF)[0];
    }

    @ParameterizedTest
    @EnumSource(ColourMap.class)
    void everyMapHas256OpaqueColoursThatOnlyLightnessTellsApart(ColourMap map) {
        int[] table = map.table();
        assertEquals(256, table.length);
        double direction = 1;
        for (int i = 1; i < 256; i++) {
            assertEquals(0xFF, table[i] >>> 24);
            if (map.diverging()) {
                double toMiddle = lightness(table[127]) > lightness(table[0]) ? 1 : -1;
                direction = i < 128 ? toMiddle : -toMiddle;
            }
            double step = direction * (lightness(table[i]) - lightness(table[i - 1]));
            assertTrue(step > -0.004, "step " + i + " of " + map + ": " + step);
        }
    }

    @ParameterizedTest
    @EnumSource(ColourMap.class)
    void sequentialMapsSpanALargeRangeOfLightness(ColourMap map) {
        int[] table = map.table();
        double darkest = 1;
        double lightest = 0;
        for (int colour : table) {
            darkest = Math.min(darkest, lightness(colour));
            lightest = Math.max(lightest, lightness(colour));
        }
        assertTrue(lightest - darkest > 0.5, map + ": " + (lightest - darkest));
    }

    @ParameterizedTest
    @EnumSource(ColourMap.class)
    void theEndsOfADivergingMapDifferInHueAndMatchInLightness(ColourMap map) {
        if (map.diverging()) {
            double[] low = Oklab.ofRgb(map.table()[20] & 0xFFFFFF);
            double[] high = Oklab.ofRgb(map.table()[235] & 0xFFFFFF);
            assertEquals(low[0], high[0], 0.1);
            // Blue against yellow or red: the axis that people with red-green blindness see.
            assertTrue(high[2] - low[2] > 0.1, map.toString());
        }
    }

    @ParameterizedTest
    @EnumSource(ColourMap.class)
    void theColourOfWhatIsNotFiniteIsFarFromEveryOther(ColourMap map) {
        double[] sign = Oklab.ofRgb(ColourMap.NOT_FINITE & 0xFFFFFF);
        for (int colour : map.table()) {
            double[] lab = Oklab.ofRgb(colour & 0xFFFFFF);
            double distance = Math.sqrt(
                    Math.pow(lab[0] - sign[0], 2) + Math.pow(lab[1] - sign[1], 2) + Math.pow(lab[2] - sign[2], 2));
            assertTrue(distance > 0.15, map + " " + Integer.toHexString(colour) + " " + distance);
        }
    }

    @Test
    void greyIsTheIdentity() {
        for (int i = 0; i < 256; i++) {
            int grey = ColourMap.GREY.table()[i] & 0xFF;
            assertEquals(grey * 0x010101, ColourMap.GREY.table()[i] & 0xFFFFFF);
        }
        assertEquals(0xFF000000, ColourMap.GREY.argb(0));
        assertEquals(0xFFFFFFFF, ColourMap.GREY.argb(1));
    }

    @Test
    void positionsOutsideTakeTheNearestEnd() {
        assertEquals(ColourMap.MAGMA.argb(0), ColourMap.MAGMA.argb(-3));
        assertEquals(ColourMap.MAGMA.argb(1), ColourMap.MAGMA.argb(1e9));
        assertEquals(ColourMap.NOT_FINITE, ColourMap.MAGMA.argb(Double.NaN));
    }

    @Test
    void idsAreReadAndUnknownOnesNameTheChoices() {
        for (ColourMap map : ColourMap.values()) {
            assertEquals(map, ColourMap.of(map.id()));
        }
        assertEquals(
                "The colour map is one of grey, viridis, magma, red-blue, blue-orange; found \"jet\"",
                assertThrows(IllegalArgumentException.class, () -> ColourMap.of("jet"))
                        .getMessage());
    }
}
