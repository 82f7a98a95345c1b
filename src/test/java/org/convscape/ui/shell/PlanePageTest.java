package org.convscape.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.canvas.Canvas;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.convscape.testing.ScreenSize;
import org.convscape.testing.Whole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The page of the plane in windows of every size: colours that can be pointed at, and curves that can be got at. */
class PlanePageTest extends StudioTest {

    private void open(ScreenSize size) {
        showQuiet(size);
        openNetwork("first-look", "bottleneck/spatial");
        push(KeyCode.CONTROL, KeyCode.DIGIT5);
        await("the plane", () -> seen("#plane-map") && !text("#plane-place").isEmpty());
        settle();
    }

    private Bounds colours() {
        Node canvas = lookup("#plane-map").<Parent>query().getChildrenUnmodifiable().stream()
                .filter(Canvas.class::isInstance)
                .findFirst()
                .orElseThrow();
        return canvas.localToScene(canvas.getLayoutBounds());
    }

    @ParameterizedTest
    @EnumSource(ScreenSize.class)
    void coloursCurvesAndFiguresAreSeenTogetherAndTheCurvesOpenLarge(ScreenSize size) throws Exception {
        open(size);
        assertTrue(colours().getHeight() >= 70, "colours of " + colours() + " at " + size);
        assertTrue(seen("#plane-curves"));
        assertFalse(seen("#plane-shown-segments"));
        assertTrue(text("#plane-place").endsWith("115,605,504 multiply-adds"), text("#plane-place"));
        assertTrue(text("#plane-growth").endsWith("×4.00"), text("#plane-growth"));
        screenshotInBothThemes("plane-" + size);
        clickOn(lookup("#plane-curves").lookup("#chart-large").queryButton());
        await("the large chart", () -> lookup("#large-chart").tryQuery().isPresent());
        Window large = lookup("#large-chart").query().getScene().getWindow();
        assertTrue(large.getHeight() > 0.8 * size.height(), large.getHeight() + " at " + size);
        push(KeyCode.ESCAPE);
        await("it is closed", () -> lookup("#large-chart").tryQuery().isEmpty());
    }

    @Test
    void aNarrowPageShowsOneOfBothWhichIsChosen() throws Exception {
        open(ScreenSize.DESKTOP);
        interact(() -> {
            window.stage.hide();
            window.stage.setWidth(910);
            window.stage.setHeight(512);
            window.stage.show();
            window.stage.requestFocus();
        });
        settle();
        assertTrue(seen("#plane-map"));
        assertFalse(seen("#plane-curves"));
        assertTrue(colours().getHeight() >= 40, "colours of " + colours());
        window.screenshot("plane-narrow-map");
        clickOn("#plane-shown-curves");
        settle();
        assertFalse(seen("#plane-map"));
        assertTrue(seen("#plane-curves"));
        assertTrue(text("#plane-growth").endsWith("×4.00"), text("#plane-growth"));
        interact(() -> assertEquals(List.of(), Whole.faults(window.view)));
        window.screenshot("plane-narrow-curves");
        clickOn("#plane-shown-map");
        settle();
        assertTrue(seen("#plane-map"));
    }
}
