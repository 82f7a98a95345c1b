package org.convscape.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.convscape.document.Point;
import org.convscape.layout.Box;
import org.junit.jupiter.api.Test;

class ViewportTest {

    @Test
    void whatIsUnderThePointerStaysThereWhileZooming() {
        Viewport view = new Viewport(0.8, 30, -12);
        Point before = view.toCanvas(400, 300);
        Point after = view.zoomed(1.7, 400, 300).toCanvas(400, 300);

        assertEquals(before.x(), after.x(), 1e-9);
        assertEquals(before.y(), after.y(), 1e-9);
    }

    @Test
    void zoomingStopsAtTheEnds() {
        assertEquals(Viewport.LARGEST, Viewport.PLAIN.zoomed(1e6, 0, 0).scale());
        assertEquals(Viewport.SMALLEST, Viewport.PLAIN.zoomed(1e-6, 0, 0).scale());
    }

    @Test
    void fittingShowsTheWholeBoxInTheMiddleAndNeverEnlarges() {
        Viewport wide = Viewport.fitting(new Box(-100, 50, 2000, 300), 1040, 640, 20);
        Box seen = wide.visible(1040, 640);
        assertTrue(seen.x() < -100 && seen.right() > 1900, seen::toString);
        assertEquals(0.5, wide.scale(), 1e-9);
        assertEquals(1, Viewport.fitting(new Box(0, 0, 10, 10), 1000, 600, 20).scale());
        assertEquals(Viewport.PLAIN, Viewport.fitting(new Box(0, 0, 0, 0), 1000, 600, 20));
    }

    @Test
    void revealingMovesNoFurtherThanNeeded() {
        assertEquals(Viewport.PLAIN, Viewport.PLAIN.revealing(new Box(100, 100, 50, 50), 400, 300, 10));
        Viewport moved = Viewport.PLAIN.revealing(new Box(500, 100, 50, 50), 400, 300, 10);
        assertEquals(400 - 10 - 550, moved.x());
        assertEquals(0, moved.y());
    }
}
