package org.convscape.ui.canvas;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.ZoomEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import org.convscape.document.Point;
import org.convscape.graph.GroupPath;
import org.convscape.layout.Box;
import org.convscape.scene.CanvasScene;
import org.convscape.scene.Explanation;
import org.convscape.scene.Hit;
import org.convscape.scene.HitTest;
import org.convscape.scene.Viewport;
import org.convscape.ui.control.Theme;
import org.convscape.viewmodel.canvas.CanvasModel;

/** The canvas of one document: shows it and lets a person build on it with mouse and keyboard. */
public final class CanvasView extends Region {
    /** How much larger everything is after one step. */
    static final double ZOOM_STEP = 1.25;

    private static final double FIT_MARGIN = 24;
    /** In a low window every pixel counts: with it maps are seen that would not be with the wide margin. */
    private static final double SMALL_FIT_MARGIN = 10;

    private static final double LOW = 540;
    private static final double CORNER = 12;
    private static final double LOOSE_HIT = 5;
    private static final double SCROLL_STEP = 1.0018;

    private final CanvasModel model;
    private final Layers layers = new Layers();
    private final SceneDrawing drawing;
    private final Gestures gestures;
    private final DropTarget dropTarget;
    private final DotGrid grid = new DotGrid();
    private final CanvasSigns signs;
    private final Minimap minimap;
    private final ZoomBar zoomBar;
    private final KeyboardControl keyboard;
    private final ReadOnlyObjectWrapper<Viewport> viewport =
            new ReadOnlyObjectWrapper<>(this, "viewport", Viewport.PLAIN);
    private Viewport lastFit;
    private CanvasScene drawnScene;
    private Viewport drawnView;
    private double drawnWidth;
    private double drawnHeight;
    private double fittedWidth;
    private double fittedHeight;

    /** Shows a canvas. */
    public CanvasView(CanvasModel model) {
        this.model = model;
        getStyleClass().add("canvas-view");
        setId("canvas");
        setFocusTraversable(true);
        getStylesheets().add(Theme.stylesheet("canvas"));
        this.drawing = new SceneDrawing(
                layers,
                new CardActions() {
                    @Override
                    public void pick(String path) {
                        requestFocus();
                        model.workspace().select(path);
                    }

                    @Override
                    public Explanation explain(String path, Explanation.Quantity quantity) {
                        return drawing.explanation(path, quantity);
                    }

                    @Override
                    public void toggle(String group) {
                        CanvasView.this.toggle(group);
                    }
                },
                this::drawStrips);
        this.minimap = new Minimap(this);
        this.zoomBar = new ZoomBar(this);
        this.signs = new CanvasSigns();
        getChildren().addAll(grid, layers.world, layers.overlay, signs, zoomBar, minimap);
        Rectangle clip = new Rectangle();
        clip.widthProperty().bind(widthProperty());
        clip.heightProperty().bind(heightProperty());
        setClip(clip);
        this.gestures = new Gestures(this);
        this.dropTarget = new DropTarget(this);
        addEventHandler(ScrollEvent.SCROLL, this::scroll);
        addEventHandler(
                ZoomEvent.ZOOM, event -> view(viewport().zoomed(event.getZoomFactor(), event.getX(), event.getY())));
        this.keyboard = new KeyboardControl(this);
        new CanvasMenu(this);
        model.sceneProperty().addListener((property, before, after) -> {
            redraw();
            requestLayout();
        });
        model.workspace().selectionProperty().addListener((property, before, after) -> {
            redraw();
            speak();
            model.scene()
                    .outOfSight(viewport().visible(getWidth(), getHeight()), after)
                    .ifPresent(this::reveal);
        });
        model.selectedLinksProperty()
                .addListener((property, before, after) -> drawing.links().select(after));
        model.mapsArrivedProperty().addListener((property, before, after) -> drawStrips());
        speak();
    }

    /** Says what is selected to one who listens. */
    private void speak() {
        String words = model.workspace()
                .selected()
                .map(model::cardOf)
                .map(drawing.cards()::get)
                .map(card -> card.content().spoken())
                .orElse("Canvas with " + model.scene().view().cards().size()
                        + " cards. Tab goes from card to card, arrows" + " follow the connections, C connects.");
        setAccessibleText(words);
    }

    private void scroll(ScrollEvent event) {
        if (event.isShortcutDown()) {
            view(viewport().zoomed(Math.pow(SCROLL_STEP, event.getDeltaY()), event.getX(), event.getY()));
        } else {
            view(viewport().panned(event.getDeltaX(), event.getDeltaY()));
        }
        event.consume();
    }

    @Override
    protected void layoutChildren() {
        layers.overlay.resizeRelocate(0, 0, getWidth(), getHeight());
        signs.resizeRelocate(0, 0, getWidth(), getHeight());
        zoomBar.autosize();
        zoomBar.relocate(CORNER, getHeight() - zoomBar.getHeight() - CORNER);
        minimap.resizeRelocate(
                getWidth() - Minimap.WIDTH - CORNER,
                getHeight() - Minimap.HEIGHT - CORNER,
                Minimap.WIDTH,
                Minimap.HEIGHT);
        boolean resized = fittedWidth != getWidth() || fittedHeight != getHeight();
        boolean follows = lastFit == null || (resized && lastFit.equals(viewport()));
        if (follows && getWidth() > 0 && getHeight() > 0 && !model.scene().arranging()) {
            fit();
        } else if (!drawn()) {
            redraw();
        }
    }

    /** True when nothing has changed since it was last drawn. */
    private boolean drawn() {
        return model.scene() == drawnScene
                && viewport() == drawnView
                && getWidth() == drawnWidth
                && getHeight() == drawnHeight;
    }

    /** Fetches the maps of the cards that are seen, and what the run took. */
    private void drawStrips() {
        drawing.cards().values().forEach(card -> {
            card.strip().show(model.strip(card.content()).orElse(null));
            card.time(model.time(card.content().path()));
        });
        drawing.groups().forEach((path, group) -> group.time(model.time(path.text())));
    }

    /** Draws what has changed. */
    void redraw() {
        signs.show(model.scene());
        if (getWidth() > 0 && getHeight() > 0) {
            grid.show(viewport(), getWidth(), getHeight());
            minimap.show(model.scene(), viewport(), getWidth(), getHeight());
            Viewport seen = viewport();
            drawing.draw(
                    model.scene(),
                    seen.visible(getWidth(), getHeight()),
                    seen.scale(),
                    model.workspace().selection());
            drawStrips();
            drawnScene = model.scene();
            drawnView = seen;
            drawnWidth = getWidth();
            drawnHeight = getHeight();
        }
    }

    /** Shows everything, as large as it fits. */
    public void fit() {
        fittedWidth = getWidth();
        fittedHeight = getHeight();
        Box all = model.scene().places().bounds();
        double margin = fittedHeight < LOW ? SMALL_FIT_MARGIN : FIT_MARGIN;
        Viewport whole = Viewport.fitting(all, fittedWidth, fittedHeight, margin);
        lastFit = underZoomBar(whole) ? Viewport.fitting(all, fittedWidth, fittedHeight - ZoomBar.ROOM, margin) : whole;
        view(lastFit);
    }

    /** True when the buttons in the corner would lie on a card. */
    private boolean underZoomBar(Viewport seen) {
        Point corner = seen.toCanvas(3 * ZoomBar.ROOM, getHeight() - ZoomBar.ROOM);
        return model.scene().places().cards().values().stream()
                .anyMatch(box -> box.x() < corner.x() && box.bottom() > corner.y());
    }

    /** Enlarges about the middle. */
    public void zoom(double factor) {
        view(viewport().zoomed(factor, getWidth() / 2, getHeight() / 2));
    }

    /** Moves the view so that a card or group is seen. */
    public void reveal(String path) {
        model.scene().box(path).ifPresent(box -> view(viewport().revealing(box, getWidth(), getHeight(), FIT_MARGIN)));
    }

    /** Moves the view so that a place lies in the middle. */
    void centre(Point place) {
        double scale = viewport().scale();
        view(new Viewport(scale, getWidth() / 2 - place.x() * scale, getHeight() / 2 - place.y() * scale));
    }

    /** Where a place on the canvas lies on the screen. */
    Point2D toScreen(Point place) {
        Viewport view = viewport();
        return new Point2D(place.x() * view.scale() + view.x(), place.y() * view.scale() + view.y());
    }

    /** Lets a person give what is selected another name. */
    void renameSelected() {
        model.workspace().selected().ifPresent(path -> RenameField.open(this, path));
    }

    /** Says where a number of the selected card or open group comes from. */
    void explainSelected(Explanation.Quantity quantity) {
        model.workspace().selected().ifPresent(path -> drawing.explain(model.cardOf(path), quantity));
    }

    void add(Node control) {
        getChildren().add(control);
    }

    void remove(Node control) {
        getChildren().remove(control);
    }

    /** Which part of the canvas is seen. */
    public ReadOnlyObjectProperty<Viewport> viewportProperty() {
        return viewport.getReadOnlyProperty();
    }

    Viewport viewport() {
        return viewport.get();
    }

    /** True while a better arrangement is on its way, or some cards are not drawn yet as the last edit left them. */
    public boolean busy() {
        return model.scene().arranging() || drawing.backlog().behind();
    }

    void view(Viewport fresh) {
        viewport.set(fresh);
        layers.show(fresh);
        redraw();
    }

    /** Opens or collapses a group: where everything was seen it still is, else the group stays where it is. */
    void toggle(String group) {
        boolean whole = viewport().equals(lastFit);
        Box before = model.scene().box(group).orElse(null);
        model.toggle(new GroupPath(group));
        Box after = model.scene().box(group).orElse(null);
        if (whole) {
            fit();
        } else if (before != null && after != null) {
            double scale = viewport().scale();
            view(viewport().panned((before.x() - after.x()) * scale, (before.y() - after.y()) * scale));
        }
        model.workspace().select(group);
    }

    CanvasModel model() {
        return model;
    }

    Layers layers() {
        return layers;
    }

    SceneDrawing drawing() {
        return drawing;
    }

    KeyboardControl keyboard() {
        return keyboard;
    }

    Gestures gestures() {
        return gestures;
    }

    DropTarget dropTarget() {
        return dropTarget;
    }

    /** The place on the canvas under the pointer. */
    Point place(MouseEvent event) {
        return viewport().toCanvas(event.getX(), event.getY());
    }

    Hit hit(MouseEvent event) {
        return hit(event.getX(), event.getY());
    }

    Hit hit(double screenX, double screenY) {
        return HitTest.at(
                model.scene(),
                viewport().toCanvas(screenX, screenY),
                LOOSE_HIT / viewport().scale());
    }
}
