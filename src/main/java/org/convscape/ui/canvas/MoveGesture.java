package org.convscape.ui.canvas;

import java.util.HashSet;
import java.util.Set;
import javafx.scene.input.MouseEvent;
import org.convscape.document.Point;
import org.convscape.viewmodel.workspace.Workspace;

/** Selects what was pressed and moves what is selected; the move is one change, made when the button is released. */
final class MoveGesture implements Gesture {
    /** A hand that only clicks trembles by so many pixels. */
    private static final double TREMBLE = 4;

    private static final double GRID = 4;

    private final CanvasView canvas;
    private final String pressed;
    private final boolean wasSelected;
    private final Point from;
    private double dx;
    private double dy;
    private boolean moving;

    MoveGesture(CanvasView canvas, String pressed, MouseEvent press) {
        this.canvas = canvas;
        this.pressed = pressed;
        this.from = canvas.place(press);
        Workspace workspace = canvas.model().workspace();
        this.wasSelected = workspace.selection().contains(pressed);
        if (press.isShiftDown() || press.isShortcutDown()) {
            Set<String> toggled = new HashSet<>(workspace.selection());
            if (!toggled.remove(pressed)) {
                toggled.add(pressed);
            }
            workspace.select(toggled);
        } else if (!wasSelected) {
            workspace.select(pressed);
        }
    }

    @Override
    public void drag(MouseEvent event) {
        Point at = canvas.place(event);
        dx = snapped(at.x() - from.x());
        dy = snapped(at.y() - from.y());
        moving |= Math.hypot(dx, dy) * canvas.viewport().scale() > TREMBLE;
        if (moving) {
            new Displacement(canvas.model().scene(), canvas.model().workspace().selection(), dx, dy)
                    .show(canvas.drawing());
        }
    }

    private static double snapped(double distance) {
        return Math.round(distance / GRID) * GRID;
    }

    @Override
    public void release(MouseEvent event) {
        if (moving) {
            canvas.model().move(canvas.model().workspace().selection(), dx, dy);
            canvas.redraw();
        } else if (wasSelected && !event.isShiftDown() && !event.isShortcutDown()) {
            canvas.model().workspace().select(pressed);
        }
    }

    @Override
    public void cancel() {
        canvas.redraw();
    }
}
