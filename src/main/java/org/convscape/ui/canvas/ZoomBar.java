package org.convscape.ui.canvas;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.convscape.scene.Viewport;
import org.convscape.ui.control.Hints;

/** Smaller, how large, larger, and everything: in a corner of the canvas. */
final class ZoomBar extends HBox {
    /** The height at the lower side of the canvas that this takes, with what is around it; it is three times as wide. */
    static final double ROOM = 52;

    private final Label scale;

    ZoomBar(CanvasView canvas) {
        getStyleClass().add("zoom-bar");
        setId("zoom-bar");
        scale = button(canvas, "100 %", CanvasCommand.FULL_SIZE);
        scale.getStyleClass().add("figure");
        getChildren()
                .addAll(
                        button(canvas, "−", CanvasCommand.SMALLER),
                        scale,
                        button(canvas, "+", CanvasCommand.LARGER),
                        button(canvas, "Fit", CanvasCommand.FIT));
        canvas.viewportProperty().addListener((property, before, after) -> show(after));
    }

    private void show(Viewport viewport) {
        double percent = 100 * viewport.scale();
        scale.setText((percent < 1 ? "< 1" : Math.round(percent)) + " %");
    }

    private static Label button(CanvasView canvas, String text, CanvasCommand command) {
        Label button = new Label(text);
        button.getStyleClass().add("zoom-button");
        Hints.on(button, command.hint());
        ChipRow.onPress(button, () -> command.run(canvas));
        return button;
    }
}
