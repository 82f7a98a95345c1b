package org.convscape.ui.control;

import javafx.scene.layout.Region;

/** A bar that is filled to a share of its width; the number stands beside it, so colour is never the only sign. */
public final class ShareBar extends Region {
    private final Region fill = new Region();
    private double part;

    /** An empty bar. */
    public ShareBar() {
        getStyleClass().add("share-bar");
        fill.getStyleClass().add("fill");
        getChildren().add(fill);
        setMinWidth(24);
        setPrefHeight(6);
        setMinHeight(6);
        setMaxHeight(6);
    }

    /** Fills the bar to a share, 0 … 1. */
    public void fill(double share) {
        part = Math.max(0, Math.min(1, share));
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        // What is not nothing is at least a sliver.
        double width = part <= 0 ? 0 : Math.max(2, part * getWidth());
        fill.resizeRelocate(0, 0, snapSizeX(width), getHeight());
    }
}
