package org.convscape.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who gives way to whom around the canvas. */
class AreasLayoutTest {
    private static final AreasLayout.Wish STANDARD = new AreasLayout.Wish(224, false, 330, false, 0, false);

    @Test
    void whereThereIsRoomEachIsAsLargeAsWasAskedFor() {
        assertEquals(new AreasLayout(224, 330, 225), AreasLayout.of(1600, 900, 37, STANDARD));
    }

    @Test
    void theInspectorGivesWayFirstThenThePalette() {
        assertEquals(288, AreasLayout.of(1024, 600, 37, STANDARD).inspector());
        assertEquals(224, AreasLayout.of(1024, 600, 37, STANDARD).palette());
        AreasLayout narrow = AreasLayout.of(880, 420, 72, STANDARD);
        assertEquals(AreasLayout.INSPECTOR_LEAST, narrow.inspector());
        assertEquals(190, narrow.palette());
    }

    @Test
    void thenThePaletteFoldsAndLastTheInspector() {
        assertEquals(0, AreasLayout.of(700, 420, 37, STANDARD).palette());
        assertTrue(AreasLayout.of(700, 420, 37, STANDARD).inspector() >= AreasLayout.INSPECTOR_LEAST);
        assertEquals(0, AreasLayout.of(500, 420, 37, STANDARD).inspector());
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 120, 300, 500, 900})
    void theTabsOfTheDrawerAreAlwaysThere(double height) {
        AreasLayout.Wish low = new AreasLayout.Wish(224, false, 330, false, 1, false);
        assertTrue(AreasLayout.of(1280, height, 37, low).drawer() >= 37);
        AreasLayout.Wish folded = new AreasLayout.Wish(224, false, 330, false, 400, true);
        assertEquals(37, AreasLayout.of(1280, height, 37, folded).drawer());
    }
}
