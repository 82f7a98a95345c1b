package org.convscape.viewmodel.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import org.junit.jupiter.api.Test;

class WindowModelTest {
    private final WindowModel window = new WindowModel();

    private Area next(Area from, boolean back) {
        window.keyboardIn(from);
        window.focusNext(back);
        return window.wishProperty().get().area();
    }

    @Test
    void theKeyboardGoesThroughTheAreasThatAreSeenBothWays() {
        assertEquals(Area.DRAWER, next(Area.CANVAS, false));
        assertEquals(Area.PALETTE, next(Area.INSPECTOR, false));
        assertEquals(Area.PALETTE, next(Area.CANVAS, true));
        assertEquals(Area.PALETTE, next(null, false), "from outside it begins with the first");
        assertEquals(Area.INSPECTOR, next(null, true), "or with the last");
        window.seen(Set.of(Area.CANVAS, Area.DRAWER));
        assertEquals(Area.CANVAS, next(Area.DRAWER, false));
        assertTrue(window.wishProperty().get().ringed());
    }

    @Test
    void theSameAreaCanBeWishedForAgain() {
        int[] wished = {0};
        window.wishProperty().addListener((property, before, after) -> wished[0]++);
        window.focus(Area.CANVAS);
        window.focus(Area.CANVAS);

        assertEquals(2, wished[0]);
    }

    @Test
    void aPageOpensTheDrawer() {
        window.foldedProperty(Area.DRAWER).set(true);
        window.showPage(Page.PLANE);

        assertFalse(window.foldedProperty(Area.DRAWER).get());
        assertEquals(Page.PLANE, window.pageProperty().get());
    }

    @Test
    void theSearchAndTheSheetOfKeysAreNotOpenAtOnce() {
        window.finderOpenProperty().set(true);
        window.keysOpenProperty().set(true);
        assertFalse(window.finderOpenProperty().get());
        window.finderOpenProperty().set(true);
        assertFalse(window.keysOpenProperty().get());
    }
}
