package org.convscape.ui.canvas;

import java.util.List;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.ZoomEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import org.convscape.document.Point;
import org.convscape.scene.CanvasScene;
import org.convscape.scene.Explanation;
import org.convscape.scene.Hit;
import org.convscape.scene.HitTest;
import org.convscape.scene.Viewport;
import org.convscape.ui.control.KeyDispatch;
import org.convscape.ui.control.Theme;
import org.convscape.viewmodel.action.Actions;
import org.convscape.viewmodel.action.Scope;
import org.convscape.viewmodel.canvas.CanvasModel;
import org.convscape.viewmodel.canvas.Prompt;

/** The canvas of one document: shows it and lets a person build on it with mouse and keyboard. */
public final class CanvasView extends Region {
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
    private CanvasScene drawnScene;
    private Viewport drawnView;
    private double drawnWidth;
    private double drawnHeight;

    /**
     * Shows a canvas.
     *
     * @param actions what its keys, its menu and its buttons do
     */
    public CanvasView(CanvasModel model, Actions actions) {
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
                        model.sight().toggle(group);
                    }
                },
                this::drawStrips);
        this.minimap = new Minimap(this);
        this.zoomBar = new ZoomBar(this, actions);
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
        hearKeys(actions);
        new ConnectMode(this);
        new CanvasMenu(this, actions);
        model.sceneProperty().addListener((property, before, after) -> {
            redraw();
            requestLayout();
        });
        model.workspace().selectionProperty().addListener((property, before, after) -> {
            redraw();
            speak();
        });
        model.sight().viewportProperty().addListener((property, before, after) -> {
            layers.show(after);
            redraw();
        });
        model.sight().promptProperty().addListener((property, before, after) -> {
            if (after instanceof Prompt.Rename rename) {
                RenameField.open(this, rename.path());
            } else if (after instanceof Prompt.Explain explain) {
                drawing.explain(explain.path(), explain.quantity());
            }
        });
        model.selectedLinksProperty()
                .addListener((property, before, after) -> drawing.links().select(after));
        model.mapsArrivedProperty().addListener((property, before, after) -> drawStrips());
        speak();
    }

    /** What a mouse does on the canvas, with keys. The gesture that is under way hears Escape first. */
    private void hearKeys(Actions actions) {
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE && gestures.cancel()) {
                event.consume();
            } else if (event.getCode() == KeyCode.SPACE) {
                gestures.space(true);
                event.consume();
            }
        });
        addEventHandler(KeyEvent.KEY_RELEASED, event -> {
            if (event.getCode() == KeyCode.SPACE) {
                gestures.space(false);
            }
        });
        KeyDispatch.on(
                this,
                actions,
                () -> model.keyConnection().active() ? List.of(Scope.CONNECTING, Scope.CANVAS) : List.of(Scope.CANVAS));
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
        model.sight().resize(getWidth(), getHeight());
        if (!drawn()) {
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
            card.strip().show(model.face(card.content()).orElse(null));
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

    /** Where a place on the canvas lies on the screen. */
    Point2D toScreen(Point place) {
        Viewport view = viewport();
        return new Point2D(place.x() * view.scale() + view.x(), place.y() * view.scale() + view.y());
    }

    void add(Node control) {
        getChildren().add(control);
    }

    void remove(Node control) {
        getChildren().remove(control);
    }

    Viewport viewport() {
        return model.sight().viewportProperty().get();
    }

    /** True while a better arrangement is on its way, or some cards are not drawn yet as the last edit left them. */
    public boolean busy() {
        return model.scene().arranging() || drawing.backlog().behind();
    }

    void view(Viewport fresh) {
        model.sight().show(fresh);
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
