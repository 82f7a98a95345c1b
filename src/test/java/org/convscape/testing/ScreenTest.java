package org.convscape.testing;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
import javafx.geometry.VerticalDirection;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.PopupWindow;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.convscape.ui.control.ClassPath;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/**
 * A test that acts on shown windows as a person does, with mouse and keyboard; it is itself the robot. What a test
 * opens is closed after it, and whatever fails on the screen's thread fails the test.
 */
public abstract class ScreenTest extends FxRobot {
    private static final int SECONDS = 120;

    private final Deque<AutoCloseable> opened = new ArrayDeque<>();
    private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
    private Thread.UncaughtExceptionHandler before;

    /** Starts the toolkit before a test makes its own fields, among which there may be controls. */
    protected ScreenTest() {
        startToolkit();
    }

    /** Puts the mouse where it lies over no window. */
    @BeforeEach
    protected final void beginOnScreen() {
        WaitForAsyncUtils.clearExceptions();
        // What fails is thrown where it is waited for; printed as well, it would stand twice in the log.
        WaitForAsyncUtils.printException = false;
        interact(() -> {
            before = Thread.currentThread().getUncaughtExceptionHandler();
            Thread.currentThread().setUncaughtExceptionHandler((thread, failure) -> failures.add(failure));
        });
        Rectangle2D screen = Screen.getPrimary().getBounds();
        moveTo(screen.getMaxX() - 1, screen.getMaxY() - 1);
    }

    /** One per process: JavaFX cannot be started a second time. */
    private static void startToolkit() {
        ClassPath.isMeant();
        CountDownLatch started = new CountDownLatch(1);
        try {
            Platform.startup(started::countDown);
        } catch (IllegalStateException e) {
            // Another class has started it.
            started.countDown();
        }
        try {
            if (!started.await(SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("JavaFX has not started within " + SECONDS + " seconds");
            }
        } catch (InterruptedException e) {
            throw new AssertionError("Interrupted while JavaFX was starting", e);
        }
        Platform.setImplicitExit(false);
    }

    /** Lets go of keys and mouse, and closes what was opened, the last first. */
    @AfterEach
    protected final void endOnScreen() throws Exception {
        release(new KeyCode[0]).release(new MouseButton[0]);
        while (!opened.isEmpty()) {
            opened.pop().close();
        }
        interact(() -> {
            List.copyOf(Window.getWindows()).forEach(Window::hide);
            Thread.currentThread().setUncaughtExceptionHandler(before);
        });
        if (!failures.isEmpty()) {
            AssertionError error = new AssertionError("Failed on the screen's thread: " + failures.peek());
            failures.forEach(error::addSuppressed);
            throw error;
        }
    }

    /** Has something closed after the test, whether it succeeds or not. */
    protected final <T extends AutoCloseable> T closing(T resource) {
        opened.push(resource);
        return resource;
    }

    /** Shows a scene in a window of its own in the upper left corner; on the screen's thread. */
    protected final Stage showInWindow(Scene scene) {
        Stage stage = new Stage();
        stage.setScene(scene);
        stage.setX(0);
        stage.setY(0);
        stage.show();
        stage.requestFocus();
        closing(() -> interact(stage::hide));
        return stage;
    }

    /** Waits until something has come about on the screen, and is drawn. */
    protected final void await(String what, BooleanSupplier condition) {
        try {
            WaitForAsyncUtils.waitFor(
                    SECONDS,
                    TimeUnit.SECONDS,
                    () -> WaitForAsyncUtils.waitForAsyncFx(SECONDS * 1000L, condition::getAsBoolean));
        } catch (TimeoutException e) {
            throw new AssertionError("Waited in vain: " + what, e);
        }
        settle();
    }

    /** Waits until everything that is shown is drawn. */
    protected final void settle() {
        List<Scene> scenes = new ArrayList<>();
        interact(() -> Window.getWindows().stream()
                .filter(Stage.class::isInstance)
                .filter(Window::isShowing)
                .forEach(window -> scenes.add(window.getScene())));
        scenes.forEach(Screenshots::settle);
    }

    /** Puts text in place of what stands in a field: click, select all, type. */
    protected final void replace(String field, String typed) {
        clickOn(field);
        push(KeyCode.CONTROL, KeyCode.A);
        if (typed.isEmpty()) {
            push(KeyCode.DELETE);
        }
        write(typed);
    }

    /** Chooses what says this from a drop-down list: click on the box, then on the line, scrolled to where need be. */
    protected final void choose(String box, String line) {
        clickOn(box);
        WaitForAsyncUtils.waitForFxEvents();
        for (int turn = 0; turn < 50; turn++) {
            for (Node cell : listed(line)) {
                clickOn(cell);
                return;
            }
            moveTo(listed(null).stream().findFirst().orElseThrow(() -> new AssertionError("No list opened at " + box)));
            scroll(1, VerticalDirection.DOWN);
            WaitForAsyncUtils.waitForFxEvents();
        }
        throw new AssertionError("The list at " + box + " has no line " + line);
    }

    /** The lines of the list that has dropped down, that say this; all where it is null. */
    private List<Node> listed(String line) {
        List<Node> found = new ArrayList<>();
        interact(() -> Window.getWindows().stream()
                .filter(PopupWindow.class::isInstance)
                .filter(Window::isShowing)
                .map(popup -> popup.getScene().getRoot())
                .flatMap(root -> root.lookupAll(".list-view").stream())
                .forEach(list -> list.lookupAll(".list-cell").stream()
                        .map(IndexedCell.class::cast)
                        .filter(cell -> !cell.isEmpty() && cell.isVisible())
                        .filter(cell -> line == null || says(cell, line))
                        .filter(cell -> inside(cell, list))
                        .forEach(found::add)));
        return found;
    }

    private static boolean says(Labeled cell, String line) {
        return line.equals(cell.getText())
                || cell.lookupAll(".label").stream()
                        .anyMatch(label -> label instanceof Labeled part && line.equals(part.getText()));
    }

    private static boolean inside(Node cell, Node list) {
        Bounds one = cell.localToScene(cell.getLayoutBounds());
        Bounds whole = list.localToScene(list.getLayoutBounds());
        return one.getMinY() >= whole.getMinY() - 1 && one.getMaxY() <= whole.getMaxY() + 1;
    }

    /** Presses Tab until something has the focus. */
    protected final void tabTo(String query) {
        Node wanted = lookup(query).query();
        for (int step = 0; step < 200; step++) {
            if (wanted.isFocused()) {
                return;
            }
            push(KeyCode.TAB);
        }
        throw new AssertionError("Tab never comes to " + query);
    }

    /** What a label or a button says. */
    protected final String text(String query) {
        return lookup(query).<Labeled>query().getText();
    }

    /** Whether a node is there and it and everything around it is visible. */
    protected final boolean seen(String query) {
        Collection<Node> nodes = lookup(query).queryAll();
        return nodes.stream().anyMatch(ScreenTest::seen);
    }

    /** Whether a node and everything around it is visible. */
    protected static boolean seen(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return node.getScene() != null;
    }
}
