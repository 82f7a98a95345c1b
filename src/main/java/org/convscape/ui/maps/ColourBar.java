package org.convscape.ui.maps;

import javafx.scene.canvas.Canvas;
import javafx.scene.layout.Region;
import org.convscape.maps.ColourMap;
import org.convscape.ui.control.Pixels;

/** A colour map from its lower end at the left to its upper end at the right. */
final class ColourBar extends Region {
    private static final double HEIGHT = 8;

    private final Canvas canvas = new Canvas();
    private ColourMap shown;

    ColourBar() {
        getStyleClass().add("colour-bar");
        getChildren().add(canvas);
        setMinHeight(HEIGHT);
        setPrefHeight(HEIGHT);
        setMaxHeight(HEIGHT);
    }

    void show(ColourMap colours) {
        if (shown != colours) {
            shown = colours;
            requestLayout();
        }
    }

    @Override
    protected void layoutChildren() {
        if (shown != null && getWidth() >= 1) {
            canvas.setWidth(getWidth());
            canvas.setHeight(getHeight());
            int[] table = shown.table();
            canvas.getGraphicsContext2D().setImageSmoothing(false);
            canvas.getGraphicsContext2D()
                    .drawImage(Pixels.image(table, table.length, 1), 0, 0, getWidth(), getHeight());
        }
    }
}
