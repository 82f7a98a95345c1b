package org.convscape.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What drops down over the window hides what lies under it and can be read, whether a compositor runs or not. */
class PopupDisplayTest extends DisplayTest {

    @ParameterizedTest
    @ValueSource(strings = {"#convention", "#maps-colours"})
    void theListOfABoxIsOpaqueAndItsLinesCanBeRead(String box) {
        launch();
        for (String theme : List.of("dark", "light")) {
            clickOn(box);
            await("the list", () -> lines().size() > 1);
            List<Rectangle2D> lines = linesOnScreen();
            screen("list-" + box.substring(1) + "-" + theme);
            // Not the first: it may be the chosen one, which has a ground of its own.
            int ground = Pixels.ground(seenOnScreen("line", lines.get(lines.size() - 1)));
            for (Rectangle2D line : lines.subList(1, lines.size())) {
                BufferedImage seen = seenOnScreen("line", line);
                assertEquals(ground, Pixels.ground(seen), "one ground under all lines");
                assertTrue(Pixels.contrast(seen) >= 4.5, () -> theme + ": contrast of " + Pixels.contrast(seen));
                double share = Pixels.share(seen, ground);
                assertTrue(share > 0.6, () -> theme + ": something shines through a line, whose ground is " + share);
            }
            push(KeyCode.ESCAPE);
            await("no list", () -> lines().isEmpty());
            push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.L);
            settle();
        }
    }

    private List<Node> lines() {
        return lookup(".combo-box-popup .list-cell").queryAll().stream()
                .filter(node -> seen(node) && !((javafx.scene.control.ListCell<?>) node).isEmpty())
                .toList();
    }

    private List<Rectangle2D> linesOnScreen() {
        AtomicReference<List<Rectangle2D>> places = new AtomicReference<>();
        interact(() -> places.set(lines().stream().map(DisplayTest::onScreen).toList()));
        return places.get();
    }
}
