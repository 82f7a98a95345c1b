package org.convscape.ui.canvas;

import java.util.Set;
import javafx.scene.Cursor;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.convscape.layout.Link;
import org.convscape.scene.Hit;

/** Begins the gesture that suits where the mouse was pressed, and sees it through. */
final class Gestures {
    private final CanvasView canvas;
    private Gesture current;
    private boolean space;

    Gestures(CanvasView canvas) {
        this.canvas = canvas;
        canvas.addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
        canvas.addEventHandler(MouseEvent.MOUSE_MOVED, event -> hover(canvas.hit(event)));
        canvas.addEventHandler(
                MouseEvent.MOUSE_EXITED, event -> canvas.drawing().links().point(null));
        canvas.addEventHandler(MouseEvent.MOUSE_DRAGGED, event -> {
            if (current != null) {
                current.drag(event);
                event.consume();
            }
        });
        canvas.addEventHandler(MouseEvent.MOUSE_RELEASED, event -> {
            if (current != null) {
                Gesture ended = current;
                current = null;
                ended.release(event);
                event.consume();
            }
        });
    }

    private void hover(Hit hit) {
        canvas.drawing().links().point(hit instanceof Hit.OnLink link ? link.link() : null);
        canvas.setCursor(
                hit instanceof Hit.OnOutput
                                || canvas.model().scene().linkEndingAt(hit).isPresent()
                        ? Cursor.CROSSHAIR
                        : space ? Cursor.OPEN_HAND : Cursor.DEFAULT);
    }

    private void press(MouseEvent event) {
        canvas.requestFocus();
        cancel();
        if (event.getButton() == MouseButton.MIDDLE || (space && event.getButton() == MouseButton.PRIMARY)) {
            current = new PanGesture(canvas, event);
        } else if (event.getButton() == MouseButton.PRIMARY) {
            current = begin(canvas.hit(event), event);
        }
        event.consume();
    }

    private Gesture begin(Hit hit, MouseEvent event) {
        if (event.getClickCount() == 2 && opened(hit)) {
            return null;
        }
        if (hit instanceof Hit.OnOutput output) {
            return new ConnectGesture(canvas, output.path(), null, event);
        }
        Link dragged = canvas.model().scene().linkEndingAt(hit).orElse(null);
        if (dragged != null) {
            canvas.model().selectLinks(Set.of(dragged));
            return new ConnectGesture(canvas, dragged.from(), dragged, event);
        }
        if (hit instanceof Hit.OnLink link) {
            canvas.model().selectLinks(Set.of(link.link()));
            return null;
        }
        if (hit instanceof Hit.OnInput input) {
            return new MoveGesture(canvas, input.path(), event);
        }
        if (hit instanceof Hit.OnCard card) {
            return new MoveGesture(canvas, card.path(), event);
        }
        if (hit instanceof Hit.OnHeader header) {
            return new MoveGesture(canvas, header.group().text(), event);
        }
        return new RubberBandGesture(canvas, event);
    }

    private boolean opened(Hit hit) {
        if (hit instanceof Hit.OnHeader header) {
            canvas.model().sight().toggle(header.group().text());
            return true;
        }
        if (hit instanceof Hit.OnCard card && canvas.model().isGroup(card.path())) {
            canvas.model().sight().toggle(card.path());
            return true;
        }
        return false;
    }

    /** Ends what is under way without a trace. */
    boolean cancel() {
        if (current == null) {
            return false;
        }
        Gesture ended = current;
        current = null;
        ended.cancel();
        return true;
    }

    /** While the space bar is held, dragging pulls the canvas. */
    void space(boolean held) {
        space = held;
    }
}
