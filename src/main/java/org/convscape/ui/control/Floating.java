package org.convscape.ui.control;

import java.util.HashMap;
import java.util.Map;
import javafx.application.ConditionalFeature;
import javafx.application.Platform;
import javafx.collections.ListChangeListener;
import javafx.collections.WeakListChangeListener;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.paint.Paint;
import javafx.stage.PopupWindow;
import javafx.stage.Window;

/**
 * Cares for what floats over one window, such as lists, menus, hints: it stands on an opaque ground where the screen knows no
 * transparency, and an open list stays right under its box when what is chosen in it gives the box another place.
 */
public final class Floating {
    private final Scene scene;
    private final Map<Window, Runnable> following = new HashMap<>();
    /** Held here because the list of windows, which outlives every one of them, holds it weakly. */
    private final ListChangeListener<Window> windows = this::changed;

    private Floating(Scene scene) {
        this.scene = scene;
        Window.getWindows().addListener(new WeakListChangeListener<>(windows));
    }

    /** Cares for what floats over a scene for as long as that is there. */
    public static void over(Scene scene) {
        scene.getProperties().put(Floating.class, new Floating(scene));
    }

    private void changed(ListChangeListener.Change<? extends Window> change) {
        while (change.next()) {
            change.getRemoved().forEach(this::closed);
            change.getAddedSubList().forEach(this::opened);
        }
    }

    private void opened(Window window) {
        if (!(window instanceof PopupWindow popup) || !isOver(popup)) {
            return;
        }
        if (!Platform.isSupported(ConditionalFeature.TRANSPARENT_WINDOW)) {
            Paint ground = scene.getFill();
            popup.getScene().setFill(ground);
        }
        if (popup.getOwnerNode() instanceof ComboBoxBase<?> box) {
            follow(popup, box);
        }
    }

    private boolean isOver(PopupWindow popup) {
        Window at = popup;
        while (at instanceof PopupWindow above) {
            at = above.getOwnerWindow();
        }
        return at != null && at.getScene() == scene;
    }

    /** Moves the popup by as much as its box moves, in the same frame. */
    private void follow(PopupWindow popup, Node box) {
        Point2D[] last = {corner(box)};
        Runnable move = () -> {
            Point2D now = corner(box);
            if (now != null && last[0] != null && !now.equals(last[0])) {
                popup.setX(popup.getX() + now.getX() - last[0].getX());
                popup.setY(popup.getY() + now.getY() - last[0].getY());
            }
            last[0] = now;
        };
        following.put(popup, move);
        scene.addPostLayoutPulseListener(move);
    }

    private static Point2D corner(Node box) {
        Bounds bounds = box.localToScreen(box.getLayoutBounds());
        return bounds == null ? null : new Point2D(bounds.getMinX(), bounds.getMaxY());
    }

    private void closed(Window window) {
        Runnable move = following.remove(window);
        if (move != null) {
            scene.removePostLayoutPulseListener(move);
        }
    }
}
