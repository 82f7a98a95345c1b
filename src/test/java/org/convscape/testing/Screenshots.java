package org.convscape.testing;

import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Scene;
import javafx.scene.paint.Color;
import javafx.stage.PopupWindow;
import javafx.stage.Window;
import javax.imageio.ImageIO;
import org.convscape.ui.canvas.CanvasView;
import org.testfx.util.WaitForAsyncUtils;

/** Pictures of windows, which tests of the screen leave under {@code target/screenshots} for somebody to look at. */
public final class Screenshots {
    private Screenshots() {}

    /** Waits until all canvases of a window are arranged and every card is drawn; called from the test's thread. */
    public static void settle(Scene scene) {
        try {
            WaitForAsyncUtils.waitFor(
                    120,
                    TimeUnit.SECONDS,
                    () -> WaitForAsyncUtils.waitForAsyncFx(
                            30_000, () -> scene.getRoot().lookupAll(".canvas-view").stream()
                                    .map(CanvasView.class::cast)
                                    .noneMatch(CanvasView::busy)));
        } catch (TimeoutException e) {
            throw new AssertionError("A canvas is not drawn to the end", e);
        }
        WaitForAsyncUtils.waitForFxEvents(3);
    }

    /** Leaves a picture of a window with whatever floats over it, when its canvases are drawn. */
    public static void take(Scene scene, String name) {
        settle(scene);
        if (Window.getWindows().stream().anyMatch(PopupWindow.class::isInstance)) {
            // It finds its size in the frames after it is shown.
            WaitForAsyncUtils.sleep(300, TimeUnit.MILLISECONDS);
        }
        WaitForAsyncUtils.waitForAsyncFx(30_000, () -> {
            BufferedImage picture = SwingFXUtils.fromFXImage(scene.snapshot(null), null);
            for (Window window : Window.getWindows()) {
                if (window instanceof PopupWindow && window.isShowing()) {
                    window.getScene().setFill(Color.TRANSPARENT);
                    picture.createGraphics()
                            .drawImage(
                                    SwingFXUtils.fromFXImage(window.getScene().snapshot(null), null),
                                    (int) (window.getX() - scene.getWindow().getX()),
                                    (int) (window.getY() - scene.getWindow().getY()),
                                    null);
                }
            }
            File file = new File("target/screenshots/" + name + ".png");
            file.getParentFile().mkdirs();
            try {
                ImageIO.write(picture, "png", file);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
            return null;
        });
    }
}
