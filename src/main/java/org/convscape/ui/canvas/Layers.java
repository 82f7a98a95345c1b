package org.convscape.ui.canvas;

import javafx.scene.Group;
import javafx.scene.layout.Pane;
import javafx.scene.transform.Affine;
import org.convscape.scene.Viewport;

/** The layers of the canvas, from the back to the front; all but the last move and scale with the view. */
final class Layers {
    final Group groups = new Group();
    final Group links = new Group();
    final Group cards = new Group();
    final Group labels = new Group();
    final Pane overlay = new Pane();
    final BirdsEye birdsEye = new BirdsEye();
    final Pane world = new Pane(birdsEye, groups, links, cards, labels);
    private final Affine transform = new Affine();

    Layers() {
        world.setManaged(false);
        world.getTransforms().add(transform);
        world.getStyleClass().add("world");
        overlay.setMouseTransparent(true);
        overlay.getStyleClass().add("overlay");
        labels.setMouseTransparent(true);
        // Groups of nodes that are placed by hand: nobody lays them out.
        for (Group layer : new Group[] {groups, links, cards, labels}) {
            layer.setManaged(false);
            layer.setAutoSizeChildren(false);
        }
    }

    void show(Viewport viewport) {
        transform.setToTransform(viewport.scale(), 0, viewport.x(), 0, viewport.scale(), viewport.y());
    }
}
