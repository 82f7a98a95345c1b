package org.convscape.app;

import com.sun.javafx.application.ParametersImpl;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import javafx.embed.swing.SwingFXUtils;
import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.robot.Robot;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.convscape.testing.ScreenTest;
import org.junit.jupiter.api.Tag;
import org.testfx.api.FxRobot;

/**
 * A test of the program as it is started, in a real window on a display with a window manager: for what a window that
 * is drawn into memory cannot show. These run with {@code .ci/display}, not with the others.
 */
@Tag("display")
abstract class DisplayTest extends ScreenTest {
    /** A window manager that moves a window once more does so sooner, in nanoseconds. */
    private static final long STILL = TimeUnit.MILLISECONDS.toNanos(500);

    /** The window of the program. */
    protected Stage stage;

    /** Starts the program with these documents, and waits until its window is complete. */
    protected final void launch(String... files) {
        forgetEarlierStarts();
        Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
        closing(() -> Thread.setDefaultUncaughtExceptionHandler(before));
        AtomicReference<ConvscapeApplication> program = new AtomicReference<>();
        interact(() -> {
            program.set(new ConvscapeApplication());
            ParametersImpl.registerParameters(program.get(), new ParametersImpl(List.of(files)));
            stage = new Stage();
            program.get().start(stage);
        });
        closing(() -> interact(() -> {
            stage.hide();
            program.get().stop();
        }));
        await("the whole window", () -> stage.getScene().getRoot().lookup(".canvas-view") != null);
        awaitStill();
    }

    /** The program remembers its window, its theme and its tabs; every test is its first start. */
    private static void forgetEarlierStarts() {
        Path state = StateFolder.here();
        if (!state.startsWith(Path.of("target").toAbsolutePath())) {
            throw new AssertionError(
                    "The state of the program is at " + state + ", not in the build: run this by Maven");
        }
        try {
            if (Files.exists(state)) {
                try (Stream<Path> all = Files.walk(state)) {
                    for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                        Files.delete(path);
                    }
                }
            }
        } catch (IOException e) {
            throw new AssertionError("What an earlier start remembered cannot be removed", e);
        }
    }

    /** Waits until the window manager has put the window where it stays. */
    protected final void awaitStill() {
        AtomicReference<Rectangle2D> last = new AtomicReference<>(Rectangle2D.EMPTY);
        AtomicLong since = new AtomicLong();
        await("a window that stays where it is", () -> {
            Rectangle2D now = place();
            if (!now.equals(last.getAndSet(now))) {
                since.set(System.nanoTime());
            }
            return System.nanoTime() - since.get() > STILL;
        });
    }

    /**
     * Presses keys and lets go of them at once. Where the robot waits between the two for what the first brings about,
     * a slow machine takes the key for one that is held down, and repeats it.
     */
    @Override
    public FxRobot push(KeyCode... keys) {
        interact(() -> {
            Robot robot = new Robot();
            for (KeyCode key : keys) {
                robot.keyPress(key);
            }
            for (int i = keys.length - 1; i >= 0; i--) {
                robot.keyRelease(keys[i]);
            }
        });
        return this;
    }

    /** Where the window lies on the screen, with its frame. */
    protected final Rectangle2D place() {
        return new Rectangle2D(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight());
    }

    /** What really stands on the screen there; it is left under {@code target/screenshots} too. */
    protected final BufferedImage seenOnScreen(String name, Rectangle2D area) {
        AtomicReference<BufferedImage> picture = new AtomicReference<>();
        interact(() -> {
            WritableImage image = new Robot().getScreenCapture(null, area, false);
            picture.set(SwingFXUtils.fromFXImage(image, null));
        });
        try {
            Path folder = Files.createDirectories(Path.of("target", "screenshots"));
            ImageIO.write(
                    picture.get(),
                    "png",
                    folder.resolve("display-" + name + ".png").toFile());
        } catch (IOException e) {
            throw new AssertionError("The picture of the screen cannot be kept", e);
        }
        return picture.get();
    }

    /** The whole screen as it is seen. */
    protected final BufferedImage screen(String name) {
        return seenOnScreen(name, Screen.getPrimary().getBounds());
    }

    /** Where a node lies on the screen. */
    protected static Rectangle2D onScreen(Node node) {
        Bounds bounds = node.localToScreen(node.getLayoutBounds());
        return new Rectangle2D(bounds.getMinX(), bounds.getMinY(), bounds.getWidth(), bounds.getHeight());
    }
}
