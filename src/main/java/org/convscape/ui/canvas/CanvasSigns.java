package org.convscape.ui.canvas;

import javafx.animation.Animation;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;
import org.convscape.scene.CanvasScene;

/** What the canvas says of itself: what to do with an empty one, and that a large one is still being arranged. */
final class CanvasSigns extends StackPane {
    private final Label empty =
            new Label("Drag a block here, or double-click one in the palette\n\nCtrl+K finds anything");
    private final Label arranging = new Label("Arranging…", new ProgressIndicator());
    /** A sign that is gone again at once only flickers, and costs more than it says. */
    private final PauseTransition wait = new PauseTransition(Duration.millis(400));

    CanvasSigns() {
        wait.setOnFinished(event -> arranging.setVisible(true));
        arranging.setVisible(false);
        setMouseTransparent(true);
        empty.getStyleClass().add("canvas-empty");
        empty.setId("canvas-empty");
        arranging.getStyleClass().add("arranging");
        setAlignment(arranging, Pos.TOP_CENTER);
        getChildren().addAll(empty, arranging);
    }

    void show(CanvasScene scene) {
        empty.setVisible(scene.isEmpty());
        if (!scene.arranging()) {
            wait.stop();
            arranging.setVisible(false);
        } else if (!arranging.isVisible() && wait.getStatus() != Animation.Status.RUNNING) {
            wait.playFromStart();
        }
    }
}
