package org.convscape.ui.canvas;

import javafx.scene.Cursor;
import javafx.scene.input.MouseEvent;

/** Pulls the canvas about. */
final class PanGesture implements Gesture {
    private final CanvasView canvas;
    private double lastX;
    private double lastY;

    PanGesture(CanvasView canvas, MouseEvent press) {
        this.canvas = canvas;
        lastX = press.getX();
        lastY = press.getY();
        canvas.setCursor(Cursor.CLOSED_HAND);
    }

    @Override
    public void drag(MouseEvent event) {
        canvas.view(canvas.viewport().panned(event.getX() - lastX, event.getY() - lastY));
        lastX = event.getX();
        lastY = event.getY();
    }

    @Override
    public void release(MouseEvent event) {
        canvas.setCursor(Cursor.DEFAULT);
    }

    @Override
    public void cancel() {
        canvas.setCursor(Cursor.DEFAULT);
    }
}
