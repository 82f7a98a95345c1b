package org.convscape.viewmodel.canvas;

import java.util.List;
import java.util.Optional;
import org.convscape.document.Point;
import org.convscape.layout.Box;
import org.convscape.layout.Extent;
import org.convscape.scene.CanvasScene;
import org.convscape.scene.CardFormat;
import org.convscape.viewmodel.workspace.Insertion;

/** Tells an insertion where on the canvas there is room. */
final class CanvasSurroundings implements Insertion.Surroundings {
    private static final double GAP = 56;
    private static final double STEP = 24;

    private final CanvasModel canvas;

    CanvasSurroundings(CanvasModel canvas) {
        this.canvas = canvas;
    }

    @Override
    public Point freePlace(String anchor) {
        if (canvas.workspace().document().layout().positions().isEmpty()) {
            return null;
        }
        CanvasScene scene = canvas.scene();
        Optional<Box> beside = scene.box(canvas.cardOf(anchor));
        Box bounds = scene.places().bounds();
        double x = beside.map(Box::right).orElse(bounds.right()) + GAP;
        double y = beside.map(Box::y).orElse(bounds.y());
        Extent room = CardFormat.GROUP.extent();
        List<Box> taken = List.copyOf(scene.places().cards().values());
        while (overlaps(new Box(x, y, room.width(), room.height()), taken)) {
            y += STEP;
        }
        return new Point(x, y);
    }

    private static boolean overlaps(Box wanted, List<Box> taken) {
        return taken.stream()
                .anyMatch(box -> box.x() < wanted.right()
                        && wanted.x() < box.right()
                        && box.y() < wanted.bottom()
                        && wanted.y() < box.bottom());
    }

    @Override
    public String resultOf(String path) {
        return canvas.resultOf(path);
    }
}
