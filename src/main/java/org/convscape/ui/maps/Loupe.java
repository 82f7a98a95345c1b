package org.convscape.ui.maps;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.convscape.maps.MapRenderer;
import org.convscape.task.LatestWork;
import org.convscape.tensor.Shape;
import org.convscape.ui.control.Pixels;
import org.convscape.viewmodel.maps.MapDisplay;
import org.convscape.viewmodel.maps.MapsModel;

/** One map, as large as there is room; the pointer, or the arrow keys, pick one of its values. */
final class Loupe extends Pane {

    /** A position on the map. */
    record Pointer(int row, int column) {}

    private final MapsModel model;
    private final Canvas canvas = new Canvas();
    private final Region mark = new Region();
    private final LatestWork pixels;
    private final ObjectProperty<Pointer> pointer = new SimpleObjectProperty<>(this, "pointer");

    Loupe(MapsModel model) {
        this.model = model;
        this.pixels = model.latestPixels();
        getStyleClass().add("loupe");
        setId("loupe");
        setFocusTraversable(true);
        setAccessibleText("The chosen map; arrow keys move from value to value");
        setMinSize(60, 20);
        mark.getStyleClass().add("loupe-mark");
        mark.setMouseTransparent(true);
        getChildren().addAll(canvas, mark);
        setOnMouseMoved(this::point);
        setOnMousePressed(event -> {
            requestFocus();
            point(event);
        });
        setOnMouseDragged(this::point);
        setOnKeyPressed(this::key);
        pointer.addListener(observable -> placeMark());
        model.displayProperty().addListener(observable -> fit());
        model.channelProperty().addListener(observable -> draw());
    }

    ObjectProperty<Pointer> pointerProperty() {
        return pointer;
    }

    private Shape shape() {
        MapDisplay display = model.displayProperty().get();
        return display == null || display.stack().vector()
                ? null
                : display.stack().shape();
    }

    private void fit() {
        Shape shape = shape();
        Pointer at = pointer.get();
        if (shape != null && at != null && (at.row() >= shape.height() || at.column() >= shape.width())) {
            pointer.set(null);
        }
        requestLayout();
    }

    @Override
    protected double computePrefWidth(double height) {
        Shape shape = shape();
        double tall = height > 0 ? height : getHeight();
        return shape == null ? tall : widthAt(tall);
    }

    /** How wide the map is that fills a height; at least what can be pointed at. */
    double widthAt(double height) {
        Shape shape = shape();
        return shape == null ? 0 : Math.max(60, height * shape.width() / shape.height());
    }

    @Override
    public javafx.geometry.Orientation getContentBias() {
        return javafx.geometry.Orientation.VERTICAL;
    }

    @Override
    protected void layoutChildren() {
        draw();
    }

    private double unit(Shape shape) {
        return Math.min(getWidth() / shape.width(), getHeight() / shape.height());
    }

    private void draw() {
        Shape shape = shape();
        int channel = model.channelProperty().get();
        if (shape == null || channel >= shape.channels() || getWidth() < 1 || getHeight() < 1) {
            return;
        }
        double unit = unit(shape);
        int width = Math.max(1, (int) Math.round(shape.width() * unit));
        int height = Math.max(1, (int) Math.round(shape.height() * unit));
        MapDisplay display = model.displayProperty().get();
        pixels.start(
                () -> MapRenderer.render(
                        display.stack().tensor(),
                        channel,
                        display.colours(),
                        display.ranges().get(channel),
                        width,
                        height),
                (argb, failure) -> take(argb, width, height, failure));
        placeMark();
    }

    /** The picture before stays until this one is made. */
    private void take(int[] argb, int width, int height, Throwable failure) {
        if (failure != null) {
            throw new IllegalStateException("The map could not be drawn", failure);
        }
        canvas.setWidth(width);
        canvas.setHeight(height);
        GraphicsContext graphics = canvas.getGraphicsContext2D();
        graphics.setImageSmoothing(false);
        graphics.drawImage(Pixels.image(argb, width, height), 0, 0);
    }

    private void placeMark() {
        Shape shape = shape();
        Pointer at = pointer.get();
        mark.setVisible(shape != null && at != null);
        if (mark.isVisible()) {
            double unit = unit(shape);
            double side = Math.max(9, unit + 2);
            mark.resizeRelocate(
                    Math.round((at.column() + 0.5) * unit - side / 2),
                    Math.round((at.row() + 0.5) * unit - side / 2),
                    Math.round(side),
                    Math.round(side));
        }
    }

    private void point(MouseEvent event) {
        Shape shape = shape();
        if (shape != null) {
            double unit = unit(shape);
            int row = (int) (event.getY() / unit);
            int column = (int) (event.getX() / unit);
            if (row >= 0 && row < shape.height() && column >= 0 && column < shape.width()) {
                pointer.set(new Pointer(row, column));
            }
        }
    }

    private void key(KeyEvent event) {
        Shape shape = shape();
        if (shape == null) {
            return;
        }
        Pointer at = pointer.get() == null ? new Pointer(0, 0) : pointer.get();
        Pointer next =
                switch (event.getCode()) {
                    case LEFT -> new Pointer(at.row(), Math.max(0, at.column() - 1));
                    case RIGHT -> new Pointer(at.row(), Math.min(shape.width() - 1, at.column() + 1));
                    case UP -> new Pointer(Math.max(0, at.row() - 1), at.column());
                    case DOWN -> new Pointer(Math.min(shape.height() - 1, at.row() + 1), at.column());
                    default -> null;
                };
        if (next != null) {
            pointer.set(next);
            event.consume();
        }
    }
}
