package org.convscape.ui.canvas;

import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.scene.transform.Affine;
import org.convscape.layout.Box;
import org.convscape.scene.CanvasScene;
import org.convscape.scene.Viewport;

/** The whole canvas in a corner, with what is seen of it; pressing or dragging there moves the view. */
final class Minimap extends Region {
    static final double WIDTH = 190;
    static final double HEIGHT = 120;
    private static final double MARGIN = 8;

    private final CanvasView canvas;
    private final BirdsEye eye = new BirdsEye();
    private final Rectangle seen = new Rectangle();
    private final Affine transform = new Affine();
    private Viewport map = Viewport.PLAIN;

    Minimap(CanvasView canvas) {
        this.canvas = canvas;
        getStyleClass().add("minimap");
        setId("minimap");
        setAccessibleText("Overview of the whole canvas");
        seen.getStyleClass().add("seen");
        seen.setManaged(false);
        seen.setMouseTransparent(true);
        eye.getTransforms().add(transform);
        setClip(new Rectangle(WIDTH, HEIGHT));
        getChildren().addAll(eye, seen);
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::go);
        addEventHandler(MouseEvent.MOUSE_DRAGGED, this::go);
    }

    /** Shows where the view stands; hides when everything is seen anyway. */
    void show(CanvasScene scene, Viewport view, double width, double height) {
        Box all = scene.places().bounds();
        Box part = view.visible(width, height);
        boolean whole = part.x() <= all.x()
                && part.y() <= all.y()
                && part.right() >= all.right()
                && part.bottom() >= all.bottom();
        setVisible(!scene.isEmpty() && !whole && width > 2 * WIDTH && height > 2 * HEIGHT);
        if (!isVisible()) {
            return;
        }
        eye.draw(scene);
        map = Viewport.fitting(all, WIDTH, HEIGHT, MARGIN);
        transform.setToTransform(map.scale(), 0, map.x(), 0, map.scale(), map.y());
        seen.setX(part.x() * map.scale() + map.x());
        seen.setY(part.y() * map.scale() + map.y());
        seen.setWidth(part.width() * map.scale());
        seen.setHeight(part.height() * map.scale());
    }

    private void go(MouseEvent event) {
        canvas.model().sight().centre(map.toCanvas(event.getX(), event.getY()));
        event.consume();
    }
}
