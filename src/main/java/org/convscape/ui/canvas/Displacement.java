package org.convscape.ui.canvas;

import java.util.Set;
import javafx.scene.Node;
import org.convscape.document.Point;
import org.convscape.graph.GroupPath;
import org.convscape.layout.Box;
import org.convscape.layout.Link;
import org.convscape.scene.CanvasScene;

/** Cards and groups drawn away from their places while they are dragged, with their connections as curves. */
final class Displacement {
    private final CanvasScene scene;
    private final Set<String> moved;
    private final double dx;
    private final double dy;

    /** These cards and groups, with all that is in the groups, so far away. */
    Displacement(CanvasScene scene, Set<String> moved, double dx, double dy) {
        this.scene = scene;
        this.moved = moved;
        this.dx = dx;
        this.dy = dy;
    }

    void show(SceneDrawing drawing) {
        drawing.cards().forEach((path, node) -> shift(node, moves(path)));
        drawing.groups().forEach((path, node) -> shift(node, moves(path.text())));
        drawing.links().nodes().forEach((link, node) -> {
            if (moves(link.from()) || moves(link.to())) {
                node.curve(start(link), end(link));
            }
        });
    }

    private void shift(Node node, boolean moves) {
        node.setTranslateX(moves ? dx : 0);
        node.setTranslateY(moves ? dy : 0);
    }

    private boolean moves(String path) {
        return GroupPath.covers(moved, path);
    }

    private Point start(Link link) {
        return box(link.from()).output();
    }

    private Point end(Link link) {
        int inputs = scene.view().cards().stream()
                .filter(card -> card.path().equals(link.to()))
                .findFirst()
                .orElseThrow()
                .inputs();
        return box(link.to()).input(link.port(), inputs);
    }

    private Box box(String path) {
        Box box = scene.places().cards().get(path);
        return moves(path) ? box.moved(dx, dy) : box;
    }
}
