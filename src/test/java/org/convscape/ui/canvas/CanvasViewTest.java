package org.convscape.ui.canvas;

import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.stage.Stage;
import org.convscape.tensor.Shape;
import org.convscape.ui.control.Theme;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;

class CanvasViewTest extends ApplicationTest {
    private CanvasStage window;

    @Override
    public void start(Stage stage) {
        window =
                new CanvasStage(stage, CanvasStage.network("first-look", Shape.maps(96, 96, 3)), Theme.DARK, 1300, 760);
    }

    @Test
    void aNetworkIsSeenWhole() {
        assertTrue(lookup("#card-conv1").tryQuery().isPresent());
        window.run();
        window.screenshot("canvas-first-look-dark");
        interact(() -> Theme.LIGHT.dress(window.scene));
        window.screenshot("canvas-first-look-light");
    }
}
