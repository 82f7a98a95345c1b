package org.convscape.ui.control;

import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.stage.Screen;
import javafx.stage.Window;
import org.controlsfx.control.PopOver;

/** A small window with an arrow to what it tells of; Escape or a click elsewhere closes it. */
public final class Callout {
    /** Half of what the widest is wide, in pixels. */
    private static final double HALF = 290;

    /** What is left free at the edge of a screen. */
    private static final double GAP = 6;

    private Callout() {}

    /**
     * Shows something beside a place of the window: under it where that is in the upper half of the window, else over
     * it.
     *
     * @return what is shown, to be closed by who has shown it
     */
    public static PopOver show(Region content, Node beside) {
        PopOver popover = new PopOver(content);
        // They would come before the program's own, and know one theme only.
        popover.getRoot().getStylesheets().clear();
        // It would be no lower than the arrow may be far from a corner, also where the arrow is at another side.
        popover.skinProperty().addListener((property, before, skin) -> {
            popover.getRoot().minHeightProperty().unbind();
            popover.getRoot().setMinHeight(0);
        });
        Bounds place = beside.localToScreen(beside.getLayoutBounds());
        Window window = beside.getScene().getWindow();
        boolean below = place.getMinY() <= window.getY() + beside.getScene().getHeight() / 2;
        point(popover, place, window, below);
        popover.setDetachable(false);
        popover.setHeaderAlwaysVisible(false);
        popover.setAnimated(false);
        popover.setAutoHide(true);
        popover.setHideOnEscape(true);
        popover.show(beside);
        return popover;
    }

    /**
     * Near an edge of its window, or of the screen, it stands aside, and its arrow does not: that stays at the place.
     */
    private static void point(PopOver popover, Bounds place, Window window, boolean below) {
        Rectangle2D screen = Screen.getScreensForRectangle(place.getCenterX(), place.getCenterY(), 1, 1).stream()
                .findFirst()
                .orElse(Screen.getPrimary())
                .getVisualBounds();
        double corner = popover.getCornerRadius() + popover.getArrowSize() + GAP;
        double left = place.getCenterX() - Math.max(screen.getMinX(), window.getX());
        double right = Math.min(screen.getMaxX(), window.getX() + window.getWidth()) - place.getCenterX();
        PopOver.ArrowLocation arrow = below ? PopOver.ArrowLocation.TOP_CENTER : PopOver.ArrowLocation.BOTTOM_CENTER;
        if (right < HALF) {
            arrow = below ? PopOver.ArrowLocation.TOP_RIGHT : PopOver.ArrowLocation.BOTTOM_RIGHT;
            popover.setArrowIndent(Math.max(0, right - corner));
        } else if (left < HALF) {
            arrow = below ? PopOver.ArrowLocation.TOP_LEFT : PopOver.ArrowLocation.BOTTOM_LEFT;
            popover.setArrowIndent(Math.max(0, left - corner));
        }
        popover.setArrowLocation(arrow);
    }
}
