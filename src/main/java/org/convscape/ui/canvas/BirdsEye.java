package org.convscape.ui.canvas;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Group;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;
import org.convscape.block.Family;
import org.convscape.layout.Box;
import org.convscape.scene.CanvasScene;

/** A whole scene as plain rectangles in the families' colours: a handful of nodes, however many cards there are. */
final class BirdsEye extends Group {
    private final Map<Family, Path> cards = new EnumMap<>(Family.class);
    private final Path groups = new Path();
    private CanvasScene drawn;

    BirdsEye() {
        setManaged(false);
        setMouseTransparent(true);
        groups.getStyleClass().add("bird-group");
        getChildren().add(groups);
        for (Family family : Family.values()) {
            Path path = new Path();
            path.getStyleClass().add("bird-card");
            FamilyStyle.apply(path, family);
            cards.put(family, path);
            getChildren().add(path);
        }
    }

    /** Draws a scene, unless it is the one that is drawn. */
    void draw(CanvasScene scene) {
        if (drawn != null && drawn.places() == scene.places() && drawn.contents() == scene.contents()) {
            return;
        }
        drawn = scene;
        Map<Family, List<PathElement>> elements = new EnumMap<>(Family.class);
        scene.view().cards().forEach(card -> {
            Box box = scene.places().cards().get(card.path());
            if (box != null) {
                add(elements.computeIfAbsent(scene.contents().family(card), any -> new ArrayList<>()), box);
            }
        });
        cards.forEach((family, path) -> path.getElements().setAll(elements.getOrDefault(family, List.of())));
        List<PathElement> frames = new ArrayList<>();
        scene.places().groups().values().forEach(box -> add(frames, box));
        groups.getElements().setAll(frames);
    }

    private static void add(List<PathElement> elements, Box box) {
        elements.add(new MoveTo(box.x(), box.y()));
        elements.add(new LineTo(box.right(), box.y()));
        elements.add(new LineTo(box.right(), box.bottom()));
        elements.add(new LineTo(box.x(), box.bottom()));
        elements.add(new ClosePath());
    }
}
