package org.convscape.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.control.ListCell;
import javafx.scene.input.KeyCode;
import org.convscape.ui.control.Theme;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What drops down over the window hides what lies under it and can be read, whether a compositor runs or not. */
class PopupDisplayTest extends DisplayTest {

    @ParameterizedTest
    @ValueSource(strings = {"#convention", "#maps-colours"})
    void theListOfABoxIsOpaqueAndItsLinesCanBeRead(String box) {
        launch();
        for (Theme theme : List.of(Theme.DARK, Theme.LIGHT)) {
            await("the theme", () -> theme.stylesheets().equals(stage.getScene().getStylesheets()));
            clickOn(box);
            await("the list", () -> lines().size() > 1);
            // The line under the mouse has a ground of its own.
            moveTo(1, 1);
            settle();
            List<Rectangle2D> lines = linesOnScreen();
            screen("list-" + box.substring(1) + "-" + theme.id());
            int ground = Pixels.ground(seenOnScreen("line", lines.get(0)));
            for (Rectangle2D line : lines) {
                BufferedImage seen = seenOnScreen("line", line);
                assertEquals(ground, Pixels.ground(seen), "one ground under all lines");
                assertTrue(Pixels.contrast(seen) >= 4.5, () -> theme + ": contrast of " + Pixels.contrast(seen));
                double share = Pixels.share(seen, ground);
                assertTrue(share > 0.6, () -> theme + ": something shines through a line, whose ground is " + share);
            }
            push(KeyCode.ESCAPE);
            await("no list", () -> lines().isEmpty());
            push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.L);
        }
    }

    private List<Node> lines() {
        return lookup(".combo-box-popup .list-cell").queryAll().stream()
                .map(ListCell.class::cast)
                .filter(cell -> seen(cell) && !cell.isEmpty() && !cell.isSelected())
                .map(Node.class::cast)
                .toList();
    }

    private List<Rectangle2D> linesOnScreen() {
        AtomicReference<List<Rectangle2D>> places = new AtomicReference<>();
        interact(() -> places.set(lines().stream().map(DisplayTest::onScreen).toList()));
        return places.get();
    }
}
