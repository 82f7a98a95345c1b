package org.convscape.ui.canvas;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.StackPane;
import org.convscape.viewmodel.canvas.CanvasScene;

/** What the canvas says of itself: what to do with an empty one, and that a large one is still being arranged. */
final class CanvasSigns extends StackPane {
    private final Label empty =
            new Label("Drag a block here, or double-click one in the palette\n\nCtrl+K finds anything");
    private final Label arranging = new Label("Arranging…", new ProgressIndicator());

    CanvasSigns() {
        setMouseTransparent(true);
        empty.getStyleClass().add("canvas-empty");
        empty.setId("canvas-empty");
        arranging.getStyleClass().add("arranging");
        setAlignment(arranging, Pos.TOP_CENTER);
        getChildren().addAll(empty, arranging);
    }

    void show(CanvasScene scene) {
        empty.setVisible(scene.isEmpty());
        arranging.setVisible(scene.arranging());
    }
}
