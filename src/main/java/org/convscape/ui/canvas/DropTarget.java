package org.convscape.ui.canvas;

import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import org.convscape.document.Point;
import org.convscape.graph.GroupPath;
import org.convscape.scene.Hit;
import org.convscape.ui.control.DragFormats;

/** Takes what is dragged from the palette: onto the canvas, into an open group, or into a connection. */
final class DropTarget {
    private static final double HALF_CARD = 40;

    private final CanvasView canvas;

    DropTarget(CanvasView canvas) {
        this.canvas = canvas;
        canvas.setOnDragOver(this::over);
        canvas.setOnDragDropped(this::drop);
        canvas.setOnDragExited(event -> canvas.drawing().links().point(null));
    }

    private void over(DragEvent event) {
        if (!event.getDragboard().hasContent(DragFormats.ITEM)) {
            return;
        }
        event.acceptTransferModes(TransferMode.COPY);
        Hit hit = canvas.hit(event.getX(), event.getY());
        canvas.drawing().links().point(hit instanceof Hit.OnLink link ? link.link() : null);
        event.consume();
    }

    private void drop(DragEvent event) {
        if (event.getDragboard().getContent(DragFormats.ITEM) instanceof String item) {
            event.setDropCompleted(drop(item, event.getX(), event.getY()));
            event.consume();
        }
    }

    /** Puts an item where the pointer is. */
    boolean drop(String item, double screenX, double screenY) {
        canvas.drawing().links().point(null);
        canvas.requestFocus();
        Hit hit = canvas.hit(screenX, screenY);
        if (hit instanceof Hit.OnLink link) {
            return canvas.model().insertion().insertInto(link.link().edges(), item);
        }
        GroupPath into = GroupPath.ROOT;
        if (hit instanceof Hit.OnBody body) {
            into = body.group();
        } else if (hit instanceof Hit.OnHeader header) {
            into = header.group();
        }
        Point at = canvas.viewport().toCanvas(screenX, screenY);
        return canvas.model()
                .insertion()
                .insert(item, new Point(Math.round(at.x() - HALF_CARD), Math.round(at.y() - HALF_CARD / 2)), into);
    }
}
