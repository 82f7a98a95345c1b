package org.convscape.ui.canvas;

import java.util.HashSet;
import java.util.Set;
import javafx.scene.input.MouseEvent;
import javafx.scene.shape.Rectangle;
import org.convscape.document.Point;
import org.convscape.layout.Box;
import org.convscape.viewmodel.workspace.Workspace;

/** Selects the cards inside a rectangle; a plain click on nothing selects nothing. */
final class RubberBandGesture implements Gesture {
    private final CanvasView canvas;
    private final Set<String> kept;
    private final double startX;
    private final double startY;
    private final Rectangle band = new Rectangle();

    RubberBandGesture(CanvasView canvas, MouseEvent press) {
        this.canvas = canvas;
        Workspace workspace = canvas.model().workspace();
        this.kept = press.isShiftDown() ? workspace.selection() : Set.of();
        startX = press.getX();
        startY = press.getY();
        band.getStyleClass().add("rubber-band");
        band.setManaged(false);
        canvas.layers().overlay.getChildren().add(band);
        workspace.select(kept);
    }

    @Override
    public void drag(MouseEvent event) {
        band.setX(Math.min(startX, event.getX()));
        band.setY(Math.min(startY, event.getY()));
        band.setWidth(Math.abs(event.getX() - startX));
        band.setHeight(Math.abs(event.getY() - startY));
        Point corner = canvas.viewport().toCanvas(band.getX(), band.getY());
        double scale = canvas.viewport().scale();
        Box box = new Box(corner.x(), corner.y(), band.getWidth() / scale, band.getHeight() / scale);
        Set<String> selected = new HashSet<>(kept);
        selected.addAll(canvas.model().scene().within(box));
        canvas.model().workspace().select(selected);
    }

    @Override
    public void release(MouseEvent event) {
        canvas.layers().overlay.getChildren().remove(band);
    }

    @Override
    public void cancel() {
        release(null);
        canvas.model().workspace().select(kept);
    }
}
