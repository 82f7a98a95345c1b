package org.convscape.ui.cost;

import java.util.function.BiConsumer;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.convscape.ui.control.Pixels;
import org.convscape.viewmodel.plane.Plane;

/**
 * A plane in colours with its two scales. A click, or the arrow keys, puts the pin, through which the curves go; the
 * place under the pointer is told to a listener, or the pin where there is no pointer.
 */
final class HeatMap extends Region {
    /** The room of the numbers of a scale, and of the name of it. */
    private static final double NUMBERS_WIDE = 42;

    private static final double NUMBERS_HIGH = 22;
    private static final double NAME = 17;
    private static final double GAP = 6;

    /** Lower than this the colours need the room of the names, which the choices of the widths say too. */
    private static final double LEAST_WITH_NAMES = 120;

    /** Lower than this no colours can be told apart or pointed at. */
    private static final double LEAST = 64;

    private final Canvas canvas = new Canvas();
    private final Region pin = new Region();
    private final Region hover = new Region();
    private final Label acrossName = new Label();
    private final Label upName = new Label();
    private final BiConsumer<Integer, Integer> pinned;
    private final BiConsumer<Integer, Integer> pointed;
    private Plane plane;
    private Plane ticked;
    private double tickedWidth;
    private double tickedHeight;
    private int column;
    private int row;

    HeatMap(BiConsumer<Integer, Integer> pinned, BiConsumer<Integer, Integer> pointed) {
        this.pinned = pinned;
        this.pointed = pointed;
        setId("plane-map");
        getStyleClass().add("heat-map");
        setFocusTraversable(true);
        setMinSize(0, LEAST);
        pin.getStyleClass().add("pin");
        hover.getStyleClass().add("hover");
        pin.setMouseTransparent(true);
        hover.setMouseTransparent(true);
        hover.setVisible(false);
        upName.getStyleClass().addAll("muted", "small");
        acrossName.getStyleClass().addAll("muted", "small");
        upName.setRotate(-90);
        getChildren().addAll(canvas, hover, pin, acrossName, upName);
        setOnMouseMoved(this::move);
        setOnMouseExited(event -> {
            hover.setVisible(false);
            tell(column, row);
        });
        setOnMousePressed(event -> {
            requestFocus();
            if (inside(event)) {
                put(columnAt(event.getX()), rowAt(event.getY()));
            }
        });
        setOnKeyPressed(this::key);
    }

    void show(Plane shown) {
        plane = shown;
        column = shown.nowColumn();
        row = shown.nowRow();
        acrossName.setText(shown.acrossAxis().label() + " →");
        upName.setText(shown.upAxis().label() + " →");
        setAccessibleText("Cost over " + shown.acrossAxis().label() + " and "
                + shown.upAxis().label() + "; arrow keys move the pin");
        hover.setVisible(false);
        requestLayout();
        pinned.accept(column, row);
        tell(column, row);
    }

    private void put(int toColumn, int toRow) {
        column = Math.max(0, Math.min(plane.across().size() - 1, toColumn));
        row = Math.max(0, Math.min(plane.up().size() - 1, toRow));
        requestLayout();
        pinned.accept(column, row);
        tell(column, row);
    }

    private void key(KeyEvent event) {
        if (plane == null) {
            return;
        }
        switch (event.getCode()) {
            case LEFT -> put(column - 1, row);
            case RIGHT -> put(column + 1, row);
            case UP -> put(column, row + 1);
            case DOWN -> put(column, row - 1);
            case HOME -> put(plane.nowColumn(), plane.nowRow());
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void move(MouseEvent event) {
        if (plane == null || !inside(event)) {
            hover.setVisible(false);
            return;
        }
        place(hover, columnAt(event.getX()), rowAt(event.getY()));
        hover.setVisible(true);
        tell(columnAt(event.getX()), rowAt(event.getY()));
    }

    private void tell(int atColumn, int atRow) {
        if (plane != null) {
            pointed.accept(atColumn, atRow);
        }
    }

    private boolean inside(MouseEvent event) {
        return plane != null
                && event.getX() >= left()
                && event.getX() < left() + mapWidth()
                && event.getY() >= GAP
                && event.getY() < GAP + mapHeight();
    }

    private boolean named() {
        return getHeight() >= LEAST_WITH_NAMES;
    }

    private double left() {
        return named() ? NUMBERS_WIDE + NAME : NUMBERS_WIDE;
    }

    private double mapWidth() {
        return Math.max(1, getWidth() - left() - GAP);
    }

    private double mapHeight() {
        return Math.max(1, getHeight() - GAP - (named() ? NUMBERS_HIGH + NAME : NUMBERS_HIGH));
    }

    private int columnAt(double x) {
        return (int) ((x - left()) * plane.across().size() / mapWidth());
    }

    private int rowAt(double y) {
        return plane.up().size() - 1 - (int) ((y - GAP) * plane.up().size() / mapHeight());
    }

    private void place(Region mark, int atColumn, int atRow) {
        double width = mapWidth() / plane.across().size();
        double height = mapHeight() / plane.up().size();
        mark.resizeRelocate(
                snapPositionX(left() + atColumn * width),
                snapPositionY(GAP + (plane.up().size() - 1 - atRow) * height),
                snapSizeX(width),
                snapSizeY(height));
    }

    @Override
    protected void layoutChildren() {
        canvas.setWidth(mapWidth());
        canvas.setHeight(mapHeight());
        canvas.relocate(left(), GAP);
        pin.setVisible(plane != null);
        if (plane == null) {
            return;
        }
        GraphicsContext graphics = canvas.getGraphicsContext2D();
        graphics.setImageSmoothing(false);
        graphics.drawImage(
                Pixels.image(plane.argb(), plane.across().size(), plane.up().size()), 0, 0, mapWidth(), mapHeight());
        place(pin, column, row);
        ticks();
        acrossName.setVisible(named());
        upName.setVisible(named());
        acrossName.autosize();
        acrossName.relocate(left() + (mapWidth() - acrossName.getWidth()) / 2, getHeight() - acrossName.getHeight());
        upName.autosize();
        upName.relocate(8 - upName.getWidth() / 2, GAP + (mapHeight() - upName.getHeight()) / 2);
    }

    /** Made anew only where they change: new children ask for another layout. */
    private void ticks() {
        if (plane == ticked && getWidth() == tickedWidth && getHeight() == tickedHeight) {
            return;
        }
        ticked = plane;
        tickedWidth = getWidth();
        tickedHeight = getHeight();
        getChildren().removeIf(child -> child.getStyleClass().contains("tick"));
        double width = mapWidth() / plane.across().size();
        int everyColumn = (int) Math.ceil(40 / width);
        for (int i = everyColumn - 1; i < plane.across().size(); i += everyColumn) {
            Label tick = tick(plane.across().get(i));
            tick.relocate(left() + (i + 0.5) * width - tick.getWidth() / 2, GAP + mapHeight() + 3);
        }
        double height = mapHeight() / plane.up().size();
        int everyRow = (int) Math.ceil(18 / height);
        for (int i = everyRow - 1; i < plane.up().size(); i += everyRow) {
            Label tick = tick(plane.up().get(i));
            tick.relocate(
                    left() - 6 - tick.getWidth(), GAP + (plane.up().size() - 0.5 - i) * height - tick.getHeight() / 2);
        }
    }

    private Label tick(int value) {
        Label tick = new Label(Integer.toString(value));
        tick.getStyleClass().addAll("tick", "figure", "muted");
        getChildren().add(tick);
        tick.applyCss();
        tick.autosize();
        return tick;
    }
}
