package org.convscape.ui.canvas;

import java.net.URL;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.ZoomEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import org.convscape.document.Point;
import org.convscape.graph.GroupPath;
import org.convscape.layout.Box;
import org.convscape.viewmodel.canvas.CanvasModel;
import org.convscape.viewmodel.canvas.Hit;
import org.convscape.viewmodel.canvas.HitTest;
import org.convscape.viewmodel.canvas.Viewport;

/** The canvas of one document: shows it and lets a person build on it with mouse and keyboard. */
public final class CanvasView extends Region {
    private static final double FIT_MARGIN = 40;
    private static final double LOOSE_HIT = 5;
    private static final double SCROLL_STEP = 1.0018;

    private final CanvasModel model;
    private final Layers layers = new Layers();
    private final SceneDrawing drawing;
    private final Gestures gestures;
    private final DropTarget dropTarget;
    private final ReadOnlyObjectWrapper<Viewport> viewport =
            new ReadOnlyObjectWrapper<>(this, "viewport", Viewport.PLAIN);
    private boolean fitted;

    /** Shows a canvas. */
    public CanvasView(CanvasModel model) {
        this.model = model;
        getStyleClass().add("canvas-view");
        setId("canvas");
        setFocusTraversable(true);
        getStylesheets().add(stylesheet());
        this.drawing = new SceneDrawing(layers, new CardActions() {
            @Override
            public void pick(String path) {
                requestFocus();
                model.workspace().select(path);
            }

            @Override
            public void toggle(String group) {
                CanvasView.this.toggle(group);
            }
        });
        getChildren().addAll(layers.world, layers.overlay);
        Rectangle clip = new Rectangle();
        clip.widthProperty().bind(widthProperty());
        clip.heightProperty().bind(heightProperty());
        setClip(clip);
        this.gestures = new Gestures(this);
        this.dropTarget = new DropTarget(this);
        addEventHandler(ScrollEvent.SCROLL, this::scroll);
        addEventHandler(
                ZoomEvent.ZOOM, event -> view(viewport().zoomed(event.getZoomFactor(), event.getX(), event.getY())));
        model.sceneProperty().addListener((property, before, after) -> redraw());
        model.workspace().selectionProperty().addListener((property, before, after) -> redraw());
    }

    private static String stylesheet() {
        URL url = CanvasView.class.getResource("/org/convscape/assets/theme/canvas.css");
        if (url == null) {
            throw new IllegalStateException("The style sheet canvas.css is missing");
        }
        return url.toExternalForm();
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
        if (!fitted && getWidth() > 0 && getHeight() > 0 && !model.scene().arranging()) {
            fitted = true;
            fit();
        } else {
            redraw();
        }
    }

    /** Draws what has changed. */
    void redraw() {
        if (getWidth() > 0 && getHeight() > 0) {
            Viewport seen = viewport();
            drawing.draw(
                    model.scene(),
                    seen.visible(getWidth(), getHeight()),
                    seen.scale(),
                    model.workspace().selection());
        }
    }

    /** Shows everything, as large as it fits. */
    public void fit() {
        Box all = model.scene().places().bounds();
        view(Viewport.fitting(all, getWidth(), getHeight(), FIT_MARGIN));
    }

    /** Enlarges about the middle. */
    public void zoom(double factor) {
        view(viewport().zoomed(factor, getWidth() / 2, getHeight() / 2));
    }

    /** Moves the view so that a card or group is seen. */
    public void reveal(String path) {
        model.scene().box(path).ifPresent(box -> view(viewport().revealing(box, getWidth(), getHeight(), FIT_MARGIN)));
    }

    /** Which part of the canvas is seen. */
    public ReadOnlyObjectProperty<Viewport> viewportProperty() {
        return viewport.getReadOnlyProperty();
    }

    Viewport viewport() {
        return viewport.get();
    }

    void view(Viewport fresh) {
        viewport.set(fresh);
        layers.show(fresh);
        redraw();
    }

    /** Opens or collapses a group; its corner stays where it is on the screen. */
    void toggle(String group) {
        Box before = model.scene().box(group).orElse(null);
        model.toggle(new GroupPath(group));
        Box after = model.scene().box(group).orElse(null);
        if (before != null && after != null) {
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
