package org.convscape.ui.canvas;

import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.stage.Stage;
import org.convscape.ui.control.Theme;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;

class CanvasViewTest extends ApplicationTest {
    private CanvasStage window;

    @Override
    public void start(Stage stage) {
        window = new CanvasStage(stage, CanvasStage.network("first-look"), Theme.DARK, 1100, 640);
    }

    @Test
    void aNetworkIsSeenWhole() {
        assertTrue(lookup("#card-conv1").tryQuery().isPresent());
        window.screenshot("canvas-first-look-dark");
    }
}
