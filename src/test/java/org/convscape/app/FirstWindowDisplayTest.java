package org.convscape.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import javafx.embed.swing.SwingFXUtils;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.stage.Screen;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;

/** The window as the window manager shows it first: it has the screen, nothing is cut, and no question changes it. */
class FirstWindowDisplayTest extends DisplayTest {
    /** What the frame of a window manager takes at most, in pixels. */
    private static final double FRAME = 60;

    /** By as much a window manager moves a window that gets its border back, in pixels. */
    private static final double BORDER = 2;

    @Test
    void theWindowFillsTheScreenAndLiesWithinIt() {
        launch();
        Rectangle2D free = Screen.getPrimary().getVisualBounds();
        Rectangle2D window = place();
        screen("first-window");
        assertTrue(
                window.getWidth() > free.getWidth() - FRAME && window.getHeight() > free.getHeight() - FRAME,
                () -> window + " leaves much of " + free + " free");
        assertTrue(free.contains(window), () -> window + " lies not within " + free);
    }

    @Test
    void whatIsOnTheScreenIsTheWholeWindow() {
        launch();
        Scene scene = stage.getScene();
        AtomicReference<BufferedImage> meant = new AtomicReference<>();
        AtomicReference<Rectangle2D> inside = new AtomicReference<>();
        await("the engine", () -> text("#engine-status").equals("Engine ready"));
        interact(() -> {
            meant.set(SwingFXUtils.fromFXImage(scene.snapshot(null), null));
            inside.set(onScreen(scene.getRoot()));
        });
        assertTrue(
                Screen.getPrimary().getBounds().contains(inside.get()),
                () -> "The page is at " + inside.get() + " in a window at " + place() + ", partly beside the screen");
        BufferedImage seen = seenOnScreen("window", inside.get());
        assertEquals(scene.getWidth(), inside.get().getWidth(), "the page has the width of the window");
        assertEquals(scene.getHeight(), inside.get().getHeight(), "the page has the height of the window");
        for (String corner : List.of("#main-menu", "#palette-search", "#status-parameters", "#engine-status")) {
            Node node = lookup(corner).query();
            Rectangle2D area = onScreen(node);
            assertTrue(inside.get().contains(area), () -> corner + " at " + area + " is cut");
            double same = sameShare(seen, meant.get(), inside.get(), area);
            assertTrue(same > 0.9, () -> corner + ": only " + same + " of its pixels are where they belong");
        }
    }

    private static double sameShare(BufferedImage seen, BufferedImage meant, Rectangle2D inside, Rectangle2D area) {
        int same = 0;
        int all = 0;
        for (int y = (int) Math.ceil(area.getMinY() - inside.getMinY());
                y < area.getMaxY() - inside.getMinY() - 1;
                y++) {
            for (int x = (int) Math.ceil(area.getMinX() - inside.getMinX());
                    x < area.getMaxX() - inside.getMinX() - 1;
                    x++) {
                all++;
                same += Pixels.distance(seen.getRGB(x, y), meant.getRGB(x, y)) < 24 ? 1 : 0;
            }
        }
        return same / (double) all;
    }

    @Test
    void aQuestionLeavesTheWindowWhereAndAsLargeAsItWas() {
        launch();
        Rectangle2D before = place();
        clickOn("#canvas");
        push(KeyCode.CONTROL, KeyCode.K);
        write("relu");
        push(KeyCode.ENTER);
        push(KeyCode.CONTROL, KeyCode.W);
        await("the question", () -> lookup(".dialog-pane").tryQuery().isPresent());
        await("the question in the middle of the window", () -> {
            Window question = lookup(".dialog-pane").query().getScene().getWindow();
            double across = question.getX() + question.getWidth() / 2 - stage.getX() - stage.getWidth() / 2;
            double down = question.getY() + question.getHeight() / 2 - stage.getY() - stage.getHeight() / 2;
            return Math.abs(across) <= FRAME && Math.abs(down) <= FRAME;
        });
        screen("question");
        push(KeyCode.ESCAPE);
        await("no question", () -> lookup(".dialog-pane").tryQuery().isEmpty());
        awaitStill();
        Rectangle2D after = place();
        assertEquals(before.getWidth(), after.getWidth(), "the window is as wide as before");
        assertEquals(before.getHeight(), after.getHeight(), "the window is as high as before");
        double moved =
                Math.max(Math.abs(before.getMinX() - after.getMinX()), Math.abs(before.getMinY() - after.getMinY()));
        assertTrue(moved <= BORDER, () -> "the window has moved from " + before + " to " + after);
    }
}
