package org.convscape.scene;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.convscape.document.Point;
import org.convscape.graph.GroupPath;
import org.convscape.layout.Box;

/** Where there is room on the canvas for a copy of something. */
public final class FreePlace {
    /** The air between a copy and what is there already, in canvas units. */
    private static final double AIR = 32;

    private FreePlace() {}

    /**
     * How far below the originals their copies lie so that they cover nothing; all of them stay in their arrangement.
     */
    public static Point shift(CanvasScene scene, Set<String> paths) {
        List<Box> copied =
                paths.stream().map(scene::box).flatMap(Optional::stream).toList();
        Box around = Box.around(copied);
        // A frame holds its cards, so that the cards and the frames that hold nothing of the originals are enough.
        List<Box> taken = scene.cards().keySet().stream()
                .filter(card -> !GroupPath.covers(paths, card))
                .map(scene::box)
                .flatMap(Optional::stream)
                .toList();
        double down = around.height() + AIR;
        for (Optional<Box> hit = met(around.moved(0, down), taken);
                hit.isPresent();
                hit = met(around.moved(0, down), taken)) {
            down = hit.get().bottom() + AIR - around.y();
        }
        return new Point(0, down);
    }

    private static Optional<Box> met(Box wanted, List<Box> taken) {
        Box airy = new Box(wanted.x() - AIR / 2, wanted.y() - AIR / 2, wanted.width() + AIR, wanted.height() + AIR);
        return taken.stream().filter(airy::meets).findFirst();
    }
}
