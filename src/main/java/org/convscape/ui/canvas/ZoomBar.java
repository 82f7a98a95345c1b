package org.convscape.ui.canvas;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.convscape.scene.Viewport;
import org.convscape.ui.control.Hints;
import org.convscape.viewmodel.action.Actions;

/** Smaller, how large, larger, and everything: in the corner of the canvas that is left free for it. */
final class ZoomBar extends HBox {
    private final Label scale;

    ZoomBar(CanvasView canvas, Actions actions) {
        getStyleClass().add("zoom-bar");
        setId("zoom-bar");
        scale = button(actions, "100 %", "canvas-full-size");
        scale.getStyleClass().add("figure");
        getChildren()
                .addAll(
                        button(actions, "−", "canvas-smaller"),
                        scale,
                        button(actions, "+", "canvas-larger"),
                        button(actions, "Fit", "canvas-fit"));
        canvas.model().sight().viewportProperty().addListener((property, before, after) -> show(after));
    }

    private void show(Viewport viewport) {
        double percent = 100 * viewport.scale();
        scale.setText((percent < 1 ? "< 1" : Math.round(percent)) + " %");
    }

    private static Label button(Actions actions, String text, String id) {
        Label button = new Label(text);
        button.setId("zoom-" + id);
        button.getStyleClass().add("zoom-button");
        Hints.on(button, actions.require(id).hint());
        ChipRow.onPress(button, () -> actions.perform(id));
        return button;
    }
}
