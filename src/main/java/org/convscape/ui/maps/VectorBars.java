package org.convscape.ui.maps;

import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import org.convscape.figures.Figures;
import org.convscape.maps.MapRange;
import org.convscape.maps.MapStatistics;
import org.convscape.viewmodel.maps.MapDisplay;
import org.convscape.viewmodel.maps.MapsModel;

/** The values of a vector as bars from a line at zero. */
final class VectorBars extends Pane {
    private static final double MARGIN = 14;

    private final MapsModel model;
    private final Canvas canvas = new Canvas();
    private final Region line = new Region();
    private final Label chosen = new Label();

    VectorBars(MapsModel model) {
        this.model = model;
        getStyleClass().add("vector-bars");
        setId("vector-bars");
        setFocusTraversable(true);
        setAccessibleText("Values of the selected layer; arrow keys move from value to value");
        line.getStyleClass().add("zero-line");
        chosen.getStyleClass().add("map-hover");
        chosen.setMouseTransparent(true);
        getChildren().addAll(canvas, line, chosen);
        model.displayProperty().addListener(observable -> requestLayout());
        model.channelProperty().addListener(observable -> requestLayout());
        setOnMouseMoved(event -> pick(event.getX()));
        setOnMousePressed(event -> {
            requestFocus();
            pick(event.getX());
        });
    }

    private void pick(double x) {
        MapDisplay display = model.displayProperty().get();
        if (display != null && display.stack().vector()) {
            int place = (int) ((x - MARGIN) / unit(display));
            if (place >= 0 && place < display.order().size()) {
                model.channelProperty().set(display.order().get(place));
            }
        }
    }

    private double unit(MapDisplay display) {
        return (getWidth() - 2 * MARGIN) / display.order().size();
    }

    @Override
    protected void layoutChildren() {
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
        MapDisplay display = model.displayProperty().get();
        if (display == null || !display.stack().vector() || getHeight() < 3 * MARGIN) {
            return;
        }
        MapStatistics all = display.stack().all();
        double low = Math.min(0, all.minimum());
        double span = Math.max(0, all.maximum()) - low;
        double tall = getHeight() - 2 * MARGIN;
        double zero = MARGIN + tall * (span > 0 ? 1 + low / span : 1);
        draw(display, zero, span > 0 ? tall / span : 0);
        line.resizeRelocate(MARGIN, Math.round(zero), getWidth() - 2 * MARGIN, 1);
        showChosen(display);
    }

    private void draw(MapDisplay display, double zero, double perValue) {
        GraphicsContext graphics = canvas.getGraphicsContext2D();
        graphics.clearRect(0, 0, getWidth(), getHeight());
        double unit = unit(display);
        MapRange range = MapRange.of(display.stack().all(), display.colours());
        float[] values = display.stack().tensor().values();
        for (int place = 0; place < display.order().size(); place++) {
            float value = values[display.order().get(place)];
            graphics.setFill(colour(display.colours().argb(range.position(value, display.colours()))));
            double height = Math.max(1, Math.abs(Float.isFinite(value) ? value : 0) * perValue);
            double top = value >= 0 ? zero - height : zero;
            graphics.fillRect(MARGIN + place * unit, top, Math.max(0.7, unit > 3 ? unit - 1 : unit), height);
        }
    }

    private static Color colour(int argb) {
        return Color.rgb(argb >> 16 & 0xFF, argb >> 8 & 0xFF, argb & 0xFF);
    }

    private void showChosen(MapDisplay display) {
        int channel = model.channelProperty().get();
        int place = display.positionOf(channel);
        chosen.setVisible(place >= 0);
        if (place >= 0) {
            chosen.setText(
                    "value " + channel + "   " + Figures.value(display.stack().at(0, 0, channel)));
            chosen.autosize();
            double x = MARGIN + place * unit(display);
            chosen.relocate(Math.max(0, Math.min(x, getWidth() - chosen.getWidth())), 2);
        }
    }
}
