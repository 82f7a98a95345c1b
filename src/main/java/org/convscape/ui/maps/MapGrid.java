package org.convscape.ui.maps;

import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.geometry.Orientation;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollBar;
import javafx.scene.image.Image;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import org.convscape.figures.Figures;
import org.convscape.maps.MapStatistics;
import org.convscape.task.LatestWork;
import org.convscape.ui.control.Pixels;
import org.convscape.viewmodel.maps.MapDisplay;
import org.convscape.viewmodel.maps.MapsModel;

/**
 * Every map of a layer as a tile. Only the rows that are seen, and some around them, are drawn, so thousands cost no
 * more than dozens; that happens beside the screen, whose thread copies what is finished.
 */
final class MapGrid extends Pane {
    static final double SMALLEST_TILE = 24;
    private static final double USUAL_LARGEST_TILE = 256;
    private static final int GAP = 5;

    private final MapsModel model;
    private final Canvas canvas = new Canvas();
    private final ScrollBar scroll = new ScrollBar();
    private final Region selection = new Region();
    private final Label hover = new Label();
    private final DoubleProperty tileSide = new SimpleDoubleProperty(this, "tileSide", 62);
    private final ReadOnlyDoubleWrapper largestTile =
            new ReadOnlyDoubleWrapper(this, "largestTile", USUAL_LARGEST_TILE);
    private final LatestWork pixels;
    private TileLayout tiles = new TileLayout(0, 1, 1, 1, GAP);
    /** What is drawn or being drawn. */
    private TileBand wanted;

    /** What the image shows; null for nothing. */
    private TileBand drawn;

    private Image image;

    MapGrid(MapsModel model) {
        this.model = model;
        this.pixels = model.latestPixels();
        getStyleClass().add("map-grid");
        setId("map-grid");
        setFocusTraversable(true);
        setAccessibleText("Maps of the selected layer; arrow keys move from channel to channel");
        scroll.setOrientation(Orientation.VERTICAL);
        selection.getStyleClass().add("map-selection");
        selection.setMouseTransparent(true);
        hover.getStyleClass().add("map-hover");
        hover.setMouseTransparent(true);
        hover.setVisible(false);
        getChildren().addAll(canvas, selection, hover, scroll);
        Rectangle clip = new Rectangle();
        clip.widthProperty().bind(widthProperty());
        clip.heightProperty().bind(heightProperty());
        setClip(clip);
        scroll.valueProperty().addListener(observable -> draw());
        tileSide.addListener(observable -> requestLayout());
        model.displayProperty().addListener(observable -> requestLayout());
        model.channelProperty().addListener(observable -> {
            reveal();
            draw();
        });
        setOnScroll(event -> scroll.setValue(clamp(scroll.getValue() - event.getDeltaY())));
        setOnMousePressed(this::press);
        setOnMouseMoved(this::move);
        setOnMouseExited(event -> hover.setVisible(false));
    }

    DoubleProperty tileSideProperty() {
        return tileSide;
    }

    /** The side of a tile that fills the page by itself: larger ones would not be seen whole. */
    ReadOnlyDoubleProperty largestTileProperty() {
        return largestTile.getReadOnlyProperty();
    }

    @Override
    protected void layoutChildren() {
        double bar = scroll.prefWidth(-1);
        canvas.setWidth(Math.max(0, getWidth() - bar));
        canvas.setHeight(getHeight());
        scroll.resizeRelocate(getWidth() - bar, 0, bar, getHeight());
        MapDisplay display = model.displayProperty().get();
        if (display == null || display.stack().vector()) {
            return;
        }
        largestTile.set(Math.max(USUAL_LARGEST_TILE, Math.min(canvas.getWidth(), getHeight()) - 2 * GAP));
        arrange(display);
        double most = Math.max(0, tiles.height() - getHeight());
        scroll.setVisible(most > 0);
        scroll.setMax(most);
        scroll.setVisibleAmount(most == 0 ? 0 : most * getHeight() / tiles.height());
        scroll.setUnitIncrement(tiles.rowHeight());
        scroll.setBlockIncrement(getHeight());
        scroll.setValue(clamp(scroll.getValue()));
        draw();
    }

    private void arrange(MapDisplay display) {
        int rows = display.stack().shape().height();
        int columns = display.stack().shape().width();
        double width = tileSide.get() * columns / Math.max(rows, columns);
        // Tiles grow a little, so that whole rows fill the width.
        double places = Math.max(1, Math.floor((canvas.getWidth() - GAP) / (width + GAP)));
        if (places < display.order().size()) {
            double most = largestTile.get() * columns / Math.max(rows, columns);
            width = Math.min(most, (canvas.getWidth() - GAP) / places - GAP);
        }
        tiles = TileLayout.of(
                display.order().size(),
                Math.max(2, (int) width),
                Math.max(2, (int) (width * rows / columns)),
                GAP,
                (int) canvas.getWidth());
        int seen = Math.max(1, (int) (getHeight() / tiles.rowHeight()));
        model.layOut(tiles.columns(), seen * tiles.columns());
    }

    private double clamp(double value) {
        return Math.max(0, Math.min(scroll.getMax(), value));
    }

    private double outputScale() {
        return getScene() == null || getScene().getWindow() == null
                ? 1
                : getScene().getWindow().getOutputScaleX();
    }

    /** Shows what is drawn already, and has the rest drawn beside the screen; until then what was there stays. */
    private void draw() {
        MapDisplay display = model.displayProperty().get();
        if (display == null || display.stack().vector() || canvas.getWidth() < 1 || canvas.getHeight() < 1) {
            pixels.cancel();
            wanted = null;
            drawn = null;
            paint();
            selection.setVisible(false);
            return;
        }
        int first = (int) (scroll.getValue() / tiles.rowHeight());
        int last = Math.min(tiles.rows() - 1, (int) ((scroll.getValue() + canvas.getHeight()) / tiles.rowHeight()));
        if (first <= last) {
            TileBand seen = new TileBand(display, tiles, outputScale(), first, last);
            if (wanted == null || !wanted.covers(seen)) {
                wanted = seen.wider();
                pixels.start(wanted::draw, this::take);
            }
        }
        paint();
        placeSelection(display);
    }

    private void take(TileBand.Drawn made, Throwable failure) {
        if (failure != null) {
            throw new IllegalStateException("The maps could not be drawn", failure);
        }
        drawn = made.band();
        image = Pixels.image(made.argb(), made.width(), made.height());
        paint();
    }

    private void paint() {
        GraphicsContext graphics = canvas.getGraphicsContext2D();
        graphics.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        if (drawn != null) {
            graphics.setImageSmoothing(false);
            graphics.drawImage(
                    image,
                    0,
                    Math.round(drawn.first() * drawn.tiles().rowHeight() - scroll.getValue()),
                    image.getWidth() / drawn.scale(),
                    image.getHeight() / drawn.scale());
        }
    }

    private void placeSelection(MapDisplay display) {
        int place = display.positionOf(model.channelProperty().get());
        selection.setVisible(place >= 0);
        if (place >= 0) {
            selection.resizeRelocate(
                    tiles.left(place) - 3,
                    Math.round(tiles.top(place) - scroll.getValue()) - 3,
                    tiles.tileWidth() + 6,
                    tiles.tileHeight() + 6);
        }
    }

    private void reveal() {
        MapDisplay display = model.displayProperty().get();
        if (display == null || display.stack().vector()) {
            return;
        }
        int place = Math.max(0, display.positionOf(model.channelProperty().get()));
        double top = tiles.top(place) - tiles.gap();
        double bottom = tiles.top(place) + tiles.rowHeight();
        if (top < scroll.getValue()) {
            scroll.setValue(clamp(top));
        } else if (bottom > scroll.getValue() + getHeight()) {
            scroll.setValue(clamp(bottom - getHeight()));
        }
    }

    private void press(MouseEvent event) {
        requestFocus();
        int place = tiles.placeAt(event.getX(), event.getY() + scroll.getValue());
        MapDisplay display = model.displayProperty().get();
        if (place >= 0 && display != null) {
            model.channelProperty().set(display.order().get(place));
        }
    }

    private void move(MouseEvent event) {
        int place = tiles.placeAt(event.getX(), event.getY() + scroll.getValue());
        MapDisplay display = model.displayProperty().get();
        hover.setVisible(place >= 0 && display != null);
        if (hover.isVisible()) {
            int channel = display.order().get(place);
            MapStatistics figures = display.stack().channels().get(channel);
            hover.setText("channel " + channel + "   mean " + Figures.value(figures.mean()) + "   max "
                    + Figures.value(figures.maximum()));
            hover.autosize();
            double x = Math.min(tiles.left(place), getWidth() - hover.getWidth() - 4);
            double y = tiles.top(place) - scroll.getValue() + tiles.tileHeight() + 3;
            boolean below = y + hover.getHeight() <= getHeight();
            hover.relocate(Math.max(0, x), below ? y : tiles.top(place) - scroll.getValue() - hover.getHeight() - 3);
        }
    }
}
