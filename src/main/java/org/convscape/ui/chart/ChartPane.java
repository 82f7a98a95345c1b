package org.convscape.ui.chart;

import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.FontSmoothingType;
import org.convscape.chart.Chart;
import org.convscape.drawing.Palette;
import org.convscape.io.chart.ChartDrawing;
import org.convscape.io.chart.ChartLook;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.fx.ChartCanvas;
import org.jfree.chart.fx.ChartViewer;
import org.jfree.chart.fx.interaction.ChartMouseEventFX;
import org.jfree.chart.fx.interaction.ChartMouseListenerFX;

/**
 * One chart, as large as there is room, in the colours of the theme, which it follows. The wheel zooms about the
 * pointer, a drag into what it encloses, a double click shows all again; the pointer, or the arrow keys, read a mark,
 * and a click, or Enter, chooses it.
 */
final class ChartPane extends Region {
    /** Lower or narrower than this no axis can be read. */
    private static final double LEAST = 60;

    /** How much a step of the wheel zooms. */
    private static final double STEP = 0.85;

    private static final double AWAY = 14;

    private final boolean titled;
    private final Consumer<Chart.Mark> chosen;
    private final Runnable zoomed;

    /** Never seen: its colour is the ground that the theme gives to charts, and tells of a change of it. */
    private final Label ground = new Label();

    private final Label hover = new Label();
    private final Rectangle clip = new Rectangle();
    private ChartViewer viewer;
    private Chart chart;
    private ChartDrawing drawing;
    private Chart.Mark pointed;
    private boolean stale;

    /**
     * A pane without a chart.
     *
     * @param titled whether the title and the caption stand on it
     * @param chosen gets the mark that is clicked on
     * @param zoomed called when another part is shown
     */
    ChartPane(boolean titled, Consumer<Chart.Mark> chosen, Runnable zoomed) {
        this.titled = titled;
        this.chosen = chosen;
        this.zoomed = zoomed;
        getStyleClass().add("chart-pane");
        setMinSize(0, 0);
        ground.getStyleClass().add("chart-ground");
        ground.setVisible(false);
        ground.setManaged(false);
        ground.textFillProperty().addListener(observable -> redraw());
        hover.getStyleClass().add("map-hover");
        hover.setMouseTransparent(true);
        hover.setManaged(false);
        hover.setVisible(false);
        setClip(clip);
        setFocusTraversable(true);
        getChildren().addAll(ground, hover);
        setOnMouseExited(event -> point(null, 0, 0));
        setOnMousePressed(event -> requestFocus());
        setOnScroll(this::wheel);
        setOnKeyPressed(this::key);
    }

    void show(Chart fresh) {
        chart = fresh;
        setAccessibleText(fresh.words().title() + ": " + fresh.words().caption());
        drawing = null;
        point(null, 0, 0);
        redraw();
    }

    private void redraw() {
        stale = true;
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        clip.setWidth(getWidth());
        clip.setHeight(getHeight());
        boolean readable = chart != null && getWidth() >= LEAST && getHeight() >= LEAST;
        if (readable && stale) {
            stale = false;
            draw();
        }
        if (viewer != null) {
            viewer.setVisible(readable);
            if (readable) {
                drawing.fitTo(getHeight());
                viewer.resizeRelocate(0, 0, getWidth(), getHeight());
            }
        }
    }

    private void draw() {
        Palette theme = ((Color) ground.getTextFill()).getBrightness() < 0.5 ? Palette.dark() : Palette.light();
        ChartLook look = titled ? ChartLook.pane(theme).withTitle() : ChartLook.pane(theme);
        ChartDrawing fresh = ChartDrawing.of(chart, look);
        if (drawing != null) {
            // The same chart in other colours.
            fresh.showLike(drawing);
        }
        drawing = fresh;
        if (viewer == null) {
            viewer = viewer();
            getChildren().add(1, viewer);
        }
        viewer.setChart(drawing.drawing());
        viewer.setZoomFillPaint(Color.web(theme.colour("accent"), 0.25));
        zoomed.run();
    }

    private ChartViewer viewer() {
        ChartViewer made = new ChartViewer(drawing.drawing(), false);
        // The pane itself is what the keyboard goes to, and has a menu of its own.
        made.setFocusTraversable(false);
        made.setOnContextMenuRequested(null);
        made.setManaged(false);
        ChartCanvas canvas = made.getCanvas();
        canvas.setTooltipEnabled(false);
        // Colour fringes, which that library prefers, are wrong on a ground that is drawn over.
        canvas.getGraphicsContext2D().setFontSmoothingType(FontSmoothingType.GRAY);
        for (String handler : List.of("scroll", "anchor", "tooltip")) {
            canvas.removeAuxiliaryMouseHandler(canvas.getMouseHandler(handler));
        }
        made.addChartMouseListener(new ChartMouseListenerFX() {
            @Override
            public void chartMouseClicked(ChartMouseEventFX event) {
                click(event.getTrigger());
            }

            @Override
            public void chartMouseMoved(ChartMouseEventFX event) {
                MouseEvent at = event.getTrigger();
                point(markAt(at.getX(), at.getY()).orElse(null), at.getX(), at.getY());
            }
        });
        made.addEventHandler(MouseEvent.MOUSE_RELEASED, event -> zoomed.run());
        return made;
    }

    /** Where the plot was drawn last; empty before. */
    Optional<Rectangle2D> area() {
        ChartRenderingInfo info = viewer == null ? null : viewer.getRenderingInfo();
        return info == null
                ? Optional.empty()
                : Optional.ofNullable(info.getPlotInfo().getDataArea());
    }

    private Optional<Chart.Mark> markAt(double x, double y) {
        return area().flatMap(area -> drawing.markAt(x, y, area));
    }

    private void point(Chart.Mark mark, double x, double y) {
        pointed = mark;
        hover.setVisible(mark != null);
        if (mark != null) {
            hover.setText(mark.tip());
            hover.autosize();
            double right = x + AWAY + hover.getWidth() <= getWidth() ? x + AWAY : x - AWAY - hover.getWidth();
            double below = y + AWAY + hover.getHeight() <= getHeight() ? y + AWAY : y - AWAY - hover.getHeight();
            hover.relocate(
                    Math.max(0, Math.min(getWidth() - hover.getWidth(), right)),
                    Math.max(0, Math.min(getHeight() - hover.getHeight(), below)));
        }
    }

    private void click(MouseEvent event) {
        if (!event.isStillSincePress() || !event.getButton().equals(javafx.scene.input.MouseButton.PRIMARY)) {
            return;
        }
        if (event.getClickCount() == 2) {
            showAll();
        } else {
            markAt(event.getX(), event.getY()).ifPresent(chosen);
        }
    }

    private void wheel(ScrollEvent event) {
        if (event.getDeltaY() != 0) {
            zoom(event.getDeltaY() > 0 ? STEP : 1 / STEP, event.getX(), event.getY());
        }
        event.consume();
    }

    private void zoom(double factor, double x, double y) {
        area().ifPresent(area -> {
            drawing.zoom(factor, x, y, area);
            point(null, 0, 0);
            zoomed.run();
        });
    }

    /** Shows all there is again. */
    void showAll() {
        if (drawing != null) {
            drawing.showAll();
            point(null, 0, 0);
            zoomed.run();
        }
    }

    /** True when only part of the chart is shown. */
    boolean zoomed() {
        return drawing != null && drawing.zoomed();
    }

    Chart chart() {
        return chart;
    }

    private void key(KeyEvent event) {
        switch (event.getCode()) {
            case PLUS, ADD, EQUALS -> zoom(STEP, getWidth() / 2, getHeight() / 2);
            case MINUS, SUBTRACT -> zoom(1 / STEP, getWidth() / 2, getHeight() / 2);
            case HOME -> showAll();
            case LEFT, UP -> walk(-1);
            case RIGHT, DOWN -> walk(1);
            case ENTER -> Optional.ofNullable(pointed).ifPresent(chosen);
            default -> {
                return;
            }
        }
        event.consume();
    }

    /** Reads the next mark, or one before. */
    private void walk(int by) {
        if (chart == null || chart.marks().isEmpty() || area().isEmpty()) {
            return;
        }
        int last = chart.marks().size() - 1;
        int next = pointed == null ? by > 0 ? 0 : last : chart.marks().indexOf(pointed) + by;
        Chart.Mark mark = chart.marks().get(Math.max(0, Math.min(last, next)));
        double[] place = drawing.place(mark, area().get());
        point(mark, place[0], place[1]);
    }
}
