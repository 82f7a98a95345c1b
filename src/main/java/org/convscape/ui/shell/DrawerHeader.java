package org.convscape.ui.shell;

import javafx.css.PseudoClass;
import javafx.geometry.Orientation;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/**
 * The tabs of the drawer with the controls of the page that is shown: beside each other where there is room, else the
 * controls in a line of their own. The tabs are always whole.
 */
final class DrawerHeader extends Pane {
    private static final PseudoClass CLOSE = PseudoClass.getPseudoClass("close");
    private static final double LINE = 37;
    private static final double GAP = 12;
    /** What a tab is narrower by, on both sides together, where there is little room. */
    private static final double CLOSER = 10;

    private final HBox tabs;
    private Region controls;
    private boolean isClose;

    DrawerHeader(HBox tabs) {
        this.tabs = tabs;
        getStyleClass().add("drawer-header");
        getChildren().add(tabs);
    }

    /** Shows controls beside the tabs; null for none. */
    void showControls(Region shown) {
        getChildren().setAll(tabs);
        controls = shown;
        if (shown != null) {
            getChildren().add(shown);
        }
        requestLayout();
    }

    private double inner(double width) {
        return width - snappedLeftInset() - snappedRightInset();
    }

    /** How wide the tabs are, with much or little around their names. */
    private double tabsWidth(boolean close) {
        double saved = CLOSER * tabs.getChildren().size();
        return tabs.prefWidth(-1) + (isClose ? saved : 0) - (close ? saved : 0);
    }

    private boolean besideTabs(double width, boolean close) {
        return controls == null || tabsWidth(close) + GAP + controls.minWidth(-1) <= inner(width);
    }

    private boolean beside(double width) {
        return besideTabs(width, false) || besideTabs(width, true);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefHeight(double width) {
        return beside(width) ? LINE : 2 * LINE - 2;
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double left = snappedLeftInset();
        boolean beside = beside(width);
        isClose = tabsWidth(false) > inner(width) || (beside && !besideTabs(width, false));
        pseudoClassStateChanged(CLOSE, isClose);
        tabs.resizeRelocate(left, 0, Math.min(inner(width), tabs.prefWidth(-1)), LINE);
        if (controls != null) {
            double room = beside ? inner(width) - tabs.getWidth() - GAP : inner(width);
            double taken = Math.min(room, Math.max(controls.minWidth(-1), controls.prefWidth(-1)));
            double height = Math.min(LINE - 3, controls.prefHeight(taken));
            double x = beside ? left + inner(width) - taken : left;
            double y = (beside ? 0 : LINE - 2) + Math.round((LINE - 1 - height) / 2);
            controls.resizeRelocate(Math.round(x), y, Math.floor(taken), height);
        }
    }
}
