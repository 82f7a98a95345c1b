package org.convscape.ui.control;

import java.util.HashMap;
import java.util.Map;
import javafx.application.ConditionalFeature;
import javafx.application.Platform;
import javafx.collections.ListChangeListener;
import javafx.collections.WeakListChangeListener;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.paint.Paint;
import javafx.stage.PopupWindow;
import javafx.stage.Screen;
import javafx.stage.Window;

/**
 * Cares for what floats over one window, such as lists, menus, hints: it stands on an opaque ground where the screen
 * knows no transparency, and an open list stays right under its box when what is chosen in it gives the box another
 * place.
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
        // The popup of a box knows its window, but not its box.
        scene.getRoot().lookupAll(".combo-box-base").stream()
                .filter(node -> node instanceof ComboBoxBase<?> box && box.isShowing())
                .findFirst()
                .ifPresent(box -> follow(popup, box));
    }

    private boolean isOver(PopupWindow popup) {
        Window at = popup;
        while (at instanceof PopupWindow above) {
            at = above.getOwnerWindow();
        }
        return at != null && at.getScene() == scene;
    }

    /**
     * Keeps a list at its box, in the same frame: beside it as it began, and right under it where the screen has room
     * for the list there, which is known only when its lines have been laid out.
     */
    private void follow(PopupWindow popup, Node box) {
        Bounds[] last = {box.localToScreen(box.getLayoutBounds())};
        Runnable move = () -> {
            Bounds now = box.localToScreen(box.getLayoutBounds());
            if (now == null || last[0] == null) {
                return;
            }
            if (now.getMinX() != last[0].getMinX()) {
                popup.setX(popup.getX() + now.getMinX() - last[0].getMinX());
            }
            last[0] = now;
            Node list = popup.getScene().getRoot().lookup(".list-view");
            if (list == null) {
                return;
            }
            double room = Screen.getScreensForRectangle(now.getMinX(), now.getMinY(), 1, 1).stream()
                            .mapToDouble(screen -> screen.getVisualBounds().getMaxY())
                            .findFirst()
                            .orElse(0)
                    - now.getMaxY();
            Bounds shown = list.localToScreen(list.getLayoutBounds());
            if (shown != null && shown.getHeight() <= room && Math.abs(shown.getMinY() - now.getMaxY()) > 1) {
                popup.setY(popup.getY() + now.getMaxY() - shown.getMinY());
            }
        };
        following.put(popup, move);
        scene.addPostLayoutPulseListener(move);
        popup.getScene().addPostLayoutPulseListener(move);
    }

    private void closed(Window window) {
        Runnable move = following.remove(window);
        if (move != null) {
            scene.removePostLayoutPulseListener(move);
            window.getScene().removePostLayoutPulseListener(move);
        }
    }
}
