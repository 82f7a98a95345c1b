package org.convscape.ui.canvas;

import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.convscape.viewmodel.canvas.Viewport;

/** Smaller, how large, larger, and everything: in a corner of the canvas. */
final class ZoomBar extends HBox {
    /** The height at the lower side of the canvas that this takes, with what is around it; it is three times as wide. */
    static final double ROOM = 52;

    private static final double STEP = 1.25;
    private final Label scale;

    ZoomBar(CanvasView canvas) {
        getStyleClass().add("zoom-bar");
        setId("zoom-bar");
        scale = button(
                "100 %",
                "Full size (Ctrl+1)", () -> canvas.zoom(1 / canvas.viewport().scale()));
        scale.getStyleClass().add("figure");
        getChildren()
                .addAll(
                        button("−", "Smaller (−, Ctrl+scroll)", () -> canvas.zoom(1 / STEP)),
                        scale,
                        button("+", "Larger (+, Ctrl+scroll)", () -> canvas.zoom(STEP)),
                        button("Fit", "Show everything (F, Ctrl+0)", canvas::fit));
        canvas.viewportProperty().addListener((property, before, after) -> show(after));
    }

    private void show(Viewport viewport) {
        double percent = 100 * viewport.scale();
        scale.setText((percent < 1 ? "< 1" : Math.round(percent)) + " %");
    }

    private static Label button(String text, String hint, Runnable action) {
        Label button = new Label(text);
        button.getStyleClass().add("zoom-button");
        button.setTooltip(new Tooltip(hint));
        button.setAccessibleText(hint);
        ChipRow.onPress(button, action);
        return button;
    }
}
