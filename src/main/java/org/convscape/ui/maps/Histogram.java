package org.convscape.ui.maps;

import java.util.Arrays;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/** How often values occur, as bars from the least at the left to the greatest at the right. */
final class Histogram extends Pane {
    private static final double HIGHEST = 150;

    private int[] counts = {};

    Histogram() {
        getStyleClass().add("histogram");
        setMinHeight(20);
        setPrefHeight(54);
        setMaxHeight(HIGHEST);
    }

    void show(int[] shown) {
        counts = shown;
        while (getChildren().size() < shown.length) {
            Region bar = new Region();
            bar.getStyleClass().add("histogram-bar");
            getChildren().add(bar);
        }
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        // The root of the counts, so that one full step (the zeros of a ReLU) does not flatten all others.
        double most = Math.sqrt(Arrays.stream(counts).max().orElse(0));
        double width = getWidth() / Math.max(1, counts.length);
        for (int i = 0; i < getChildren().size(); i++) {
            double share = i < counts.length && most > 0 ? Math.sqrt(counts[i]) / most : 0;
            double height = share == 0 ? 0 : Math.max(1, share * getHeight());
            getChildren().get(i).resizeRelocate(i * width, getHeight() - height, Math.max(1, width - 1), height);
        }
    }
}
