package org.convscape.ui.shell;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import org.convscape.viewmodel.window.Area;
import org.convscape.viewmodel.window.WindowModel;

/**
 * Palette, canvas over drawer, and inspector, with edges that can be dragged. A double click on an edge gives its area
 * the size it began with; dragged to almost nothing, the area folds away.
 */
final class AreasView extends Region {
    static final double PALETTE_WIDTH = 224;
    static final double INSPECTOR_WIDTH = 330;

    private static final double LINE = 1;
    private static final double HANDLE = 7;
    private static final double FOLDS_BELOW = 60;

    private final Region palette;
    private final Region canvas;
    private final Drawer drawer;
    private final Region inspector;
    private final Region leftEdge = edge(Cursor.H_RESIZE);
    private final Region rightEdge = edge(Cursor.H_RESIZE);
    private final Region lowerEdge = edge(Cursor.V_RESIZE);
    private final Region ring = new Region();
    private Region ringed;
    private final DoubleProperty paletteWidth = wish(PALETTE_WIDTH);
    private final DoubleProperty inspectorWidth = wish(INSPECTOR_WIDTH);
    private final DoubleProperty drawerHeight = wish(0);
    private final WindowModel window;
    private final BooleanProperty paletteFolded;
    private final BooleanProperty inspectorFolded;
    private final BooleanProperty drawerFolded;

    AreasView(WindowModel window, Region palette, Region canvas, Drawer drawer, Region inspector) {
        this.window = window;
        paletteFolded = fold(Area.PALETTE);
        inspectorFolded = fold(Area.INSPECTOR);
        drawerFolded = fold(Area.DRAWER);
        this.palette = palette;
        this.canvas = canvas;
        this.drawer = drawer;
        this.inspector = inspector;
        getStyleClass().add("areas");
        for (Region area : new Region[] {palette, canvas, drawer, inspector}) {
            // An area has the size it is given: what does not fit into it is its own concern, and covers no other.
            area.setMinSize(0, 0);
            clip(area);
        }
        ring.getStyleClass().add("area-ring");
        ring.setMouseTransparent(true);
        getChildren().addAll(palette, canvas, drawer, inspector, leftEdge, rightEdge, lowerEdge, ring);
        addEventFilter(MouseEvent.MOUSE_PRESSED, event -> ring(null));
        leftEdge.setId("palette-edge");
        rightEdge.setId("inspector-edge");
        lowerEdge.setId("drawer-edge");
        drag(leftEdge, paletteWidth, paletteFolded, PALETTE_WIDTH, event -> sceneToLocal(event.getSceneX(), 0)
                .getX());
        drag(
                rightEdge,
                inspectorWidth,
                inspectorFolded,
                INSPECTOR_WIDTH,
                event -> getWidth() - sceneToLocal(event.getSceneX(), 0).getX());
        drag(
                lowerEdge,
                drawerHeight,
                drawerFolded,
                0,
                event -> getHeight() - sceneToLocal(0, event.getSceneY()).getY());
    }

    private DoubleProperty wish(double pixels) {
        DoubleProperty property = new SimpleDoubleProperty(this, "wish", pixels);
        property.addListener(observable -> requestLayout());
        return property;
    }

    private BooleanProperty fold(Area area) {
        BooleanProperty property = window.foldedProperty(area);
        property.addListener(observable -> requestLayout());
        return property;
    }

    private static Region edge(Cursor cursor) {
        Region edge = new Region();
        edge.getStyleClass().add(cursor == Cursor.H_RESIZE ? "upright-edge" : "level-edge");
        edge.setCursor(cursor);
        return edge;
    }

    static void clip(Region area) {
        Rectangle clip = new Rectangle();
        clip.widthProperty().bind(area.widthProperty());
        clip.heightProperty().bind(area.heightProperty());
        area.setClip(clip);
    }

    /** How large an area becomes when its edge is dragged to where the mouse is. */
    private interface Extent {
        double at(MouseEvent event);
    }

    private static void drag(Region edge, DoubleProperty size, BooleanProperty folded, double standard, Extent extent) {
        edge.setOnMouseDragged(event -> {
            double dragged = extent.at(event);
            folded.set(dragged < FOLDS_BELOW);
            if (dragged >= FOLDS_BELOW) {
                size.set(Math.round(dragged));
            }
            event.consume();
        });
        edge.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                size.set(standard);
                folded.set(false);
            }
        });
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double height = getHeight();
        // The height of the tabs depends on the width, which does not depend on it.
        AreasLayout columns = AreasLayout.of(width - 2 * LINE, height, 0, wishes());
        double left = columns.palette() == 0 ? 0 : columns.palette() + LINE;
        double right = columns.inspector() == 0 ? 0 : columns.inspector() + LINE;
        double middle = width - left - right;
        AreasLayout sizes = AreasLayout.of(width - 2 * LINE, height - LINE, drawer.tabsHeight(middle), wishes());
        double canvasHeight = height - LINE - sizes.drawer();
        place(palette, 0, 0, columns.palette(), height);
        place(canvas, left, 0, middle, canvasHeight);
        place(drawer, left, canvasHeight + LINE, middle, sizes.drawer());
        place(inspector, width - columns.inspector(), 0, columns.inspector(), height);
        window.seen(Stream.of(Area.values())
                .filter(area -> region(area).isVisible())
                .collect(Collectors.toSet()));
        ring.setVisible(ringed != null && ringed.isVisible());
        if (ringed != null) {
            ring.resizeRelocate(ringed.getLayoutX(), ringed.getLayoutY(), ringed.getWidth(), ringed.getHeight());
        }
        place(leftEdge, left - LINE - HANDLE / 2, 0, columns.palette() == 0 ? 0 : HANDLE + LINE, height);
        place(rightEdge, width - right - HANDLE / 2, 0, columns.inspector() == 0 ? 0 : HANDLE + LINE, height);
        place(lowerEdge, left, canvasHeight - HANDLE / 2, middle, HANDLE + LINE);
    }

    /** Draws a ring around the area that keys have gone to, until the mouse is used; null for none. */
    void ring(Region area) {
        ringed = area;
        requestLayout();
    }

    private AreasLayout.Wish wishes() {
        return new AreasLayout.Wish(
                paletteWidth.get(),
                paletteFolded.get(),
                inspectorWidth.get(),
                inspectorFolded.get(),
                drawerHeight.get(),
                drawerFolded.get());
    }

    private static void place(Node area, double x, double y, double width, double height) {
        area.setVisible(width > 0 && height > 0);
        area.resizeRelocate(snap(x), snap(y), snap(width), snap(height));
    }

    private static double snap(double pixels) {
        return Math.round(pixels);
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computeMinHeight(double width) {
        return 0;
    }

    /** How wide the palette is where there is room, in pixels. */
    DoubleProperty paletteWidthProperty() {
        return paletteWidth;
    }

    /** How wide the inspector is where there is room, in pixels. */
    DoubleProperty inspectorWidthProperty() {
        return inspectorWidth;
    }

    /** How high the drawer is where there is room, in pixels; 0 for a share of the window. */
    DoubleProperty drawerHeightProperty() {
        return drawerHeight;
    }

    /** What shows an area. */
    Region region(Area area) {
        return switch (area) {
            case PALETTE -> palette;
            case CANVAS -> canvas;
            case DRAWER -> drawer;
            case INSPECTOR -> inspector;
        };
    }
}
