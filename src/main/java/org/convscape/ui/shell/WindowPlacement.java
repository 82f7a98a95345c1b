package org.convscape.ui.shell;

import java.util.function.Supplier;
import javafx.animation.KeyFrame;
import javafx.animation.PauseTransition;
import javafx.animation.Timeline;
import javafx.beans.InvalidationListener;
import javafx.geometry.Rectangle2D;
import javafx.scene.control.Dialog;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.util.Duration;
import org.convscape.session.Settings;

/**
 * Where the window stands and how large it is: never larger than the screen, where it stood the last time if that is
 * still on a screen, and not moved by what opens over it.
 *
 * <p>Some window managers give a new window its smallest size, whatever it asked for; so it asks again until it has
 * what it wants or {@link #SETTLING} is over. The same ones take a window that is disabled (as it is while a window
 * asks over it) for one that cannot be maximised, and give it its former size; so it is held at its size while
 * something is asked.
 */
public final class WindowPlacement {
    /** What the window wants where nothing is remembered, in logical pixels. */
    private static final double WIDTH = 1600;

    private static final double HEIGHT = 1000;
    /** From here up everything in the window can be reached. */
    private static final double LEAST_WIDTH = 880;

    private static final double LEAST_HEIGHT = 500;
    /** What borders and title may take; a window that would not fit with them is maximised. */
    private static final double FRAME = 60;
    /** As much of the title has to be on a screen, so that the window can be taken hold of. */
    private static final double HANDLE = 100;

    private static final Duration SETTLING = Duration.seconds(2);
    private static final Duration PATIENCE = Duration.millis(120);
    private static final int TIMES = 4;

    private final Stage stage;
    private final Settings settings;
    private Rectangle2D wanted;
    private boolean maximised;
    private boolean settled;

    /** Places a window that is not shown yet, and remembers from then on where it is. */
    public WindowPlacement(Stage stage, Settings settings) {
        this.stage = stage;
        this.settings = settings;
        Rectangle2D remembered = new Rectangle2D(
                settings.number("window.x", 0),
                settings.number("window.y", 0),
                Math.max(0, settings.number("window.width", 0)),
                Math.max(0, settings.number("window.height", 0)));
        Rectangle2D screen = screenOf(remembered);
        boolean first = remembered.getWidth() < 1 || remembered.getHeight() < 1;
        wanted = first ? firstPlace(screen) : within(remembered, screen);
        maximised = settings.flag(
                "window.maximised",
                first && (screen.getWidth() < WIDTH + FRAME || screen.getHeight() < HEIGHT + FRAME));
        stage.setMinWidth(Math.min(LEAST_WIDTH, screen.getWidth()));
        stage.setMinHeight(Math.min(LEAST_HEIGHT, screen.getHeight()));
        apply(stage, wanted);
        stage.setMaximized(maximised);
        stage.setOnShown(event -> settle());
    }

    /** The visible part of the screen that shows most of the title; the primary one where none shows enough of it. */
    private static Rectangle2D screenOf(Rectangle2D place) {
        return Screen.getScreens().stream()
                .map(Screen::getVisualBounds)
                .filter(bounds -> seen(place, bounds) >= HANDLE)
                .findFirst()
                .orElseGet(() -> Screen.getPrimary().getVisualBounds());
    }

    /** How many pixels of the upper edge of a place lie on a screen. */
    static double seen(Rectangle2D place, Rectangle2D screen) {
        boolean level = place.getMinY() >= screen.getMinY() - 1 && place.getMinY() < screen.getMaxY() - FRAME / 2;
        return level ? Math.min(place.getMaxX(), screen.getMaxX()) - Math.max(place.getMinX(), screen.getMinX()) : 0;
    }

    /** In the middle, with room for the frame. */
    static Rectangle2D firstPlace(Rectangle2D screen) {
        double width = Math.min(WIDTH, screen.getWidth() - FRAME);
        double height = Math.min(HEIGHT, screen.getHeight() - FRAME);
        return new Rectangle2D(
                screen.getMinX() + Math.round((screen.getWidth() - width) / 2),
                screen.getMinY() + Math.round((screen.getHeight() - height) / 2),
                width,
                height);
    }

    /** The same place, as far as a screen has it; on a screen that shows nothing of it, the first place there. */
    static Rectangle2D within(Rectangle2D place, Rectangle2D screen) {
        if (seen(place, screen) < HANDLE) {
            Rectangle2D first = firstPlace(screen);
            double width = Math.min(place.getWidth(), first.getWidth());
            double height = Math.min(place.getHeight(), first.getHeight());
            return new Rectangle2D(first.getMinX(), first.getMinY(), width, height);
        }
        double width = Math.min(place.getWidth(), screen.getWidth());
        double height = Math.min(place.getHeight(), screen.getHeight());
        return new Rectangle2D(
                Math.max(screen.getMinX(), Math.min(place.getMinX(), screen.getMaxX() - width)),
                Math.max(screen.getMinY(), Math.min(place.getMinY(), screen.getMaxY() - height)),
                width,
                height);
    }

    private static void apply(Stage stage, Rectangle2D place) {
        stage.setX(place.getMinX());
        stage.setY(place.getMinY());
        stage.setWidth(place.getWidth());
        stage.setHeight(place.getHeight());
    }

    private void settle() {
        PauseTransition end = new PauseTransition(SETTLING);
        end.setOnFinished(event -> {
            settled = true;
            if (maximised && stage.getWidth() == wanted.getWidth() && stage.getHeight() == wanted.getHeight()) {
                // Where nothing manages windows, nothing maximises them either.
                apply(stage, screenOf(wanted));
            }
            stage.xProperty().addListener(observable -> remember());
            stage.yProperty().addListener(observable -> remember());
            stage.widthProperty().addListener(observable -> remember());
            stage.heightProperty().addListener(observable -> remember());
            stage.maximizedProperty().addListener(observable -> remember());
            remember();
        });
        end.play();
        insist();
    }

    /** Asks again for the size that was asked for, should the window have another. */
    private void insist() {
        PauseTransition pause = new PauseTransition(PATIENCE);
        pause.setOnFinished(event -> {
            if (settled || !stage.isShowing()) {
                return;
            }
            boolean small = stage.getWidth() < wanted.getWidth() - 1 || stage.getHeight() < wanted.getHeight() - 1;
            if (small) {
                apply(stage, wanted);
            }
            insist();
        });
        pause.play();
    }

    private void remember() {
        boolean held = stage.getProperties().containsKey(WindowPlacement.class);
        if (held || stage.isFullScreen() || stage.isIconified()) {
            return;
        }
        settings.put("window.maximised", stage.isMaximized());
        if (!stage.isMaximized()) {
            settings.put("window.x", stage.getX());
            settings.put("window.y", stage.getY());
            settings.put("window.width", stage.getWidth());
            settings.put("window.height", stage.getHeight());
        }
    }

    /**
     * Shows a question in the middle of the window that it belongs to. Some window managers put it elsewhere when it
     * has come up already, so it is asked for a few times.
     */
    static void centre(Dialog<?> question, Stage stage) {
        Timeline asking = new Timeline(new KeyFrame(PATIENCE, event -> {
            question.setX(stage.getX() + Math.max(0, (stage.getWidth() - question.getWidth()) / 2));
            question.setY(stage.getY() + Math.max(0, (stage.getHeight() - question.getHeight()) / 2));
        }));
        asking.setCycleCount(TIMES);
        question.setOnShown(event -> asking.playFromStart());
        question.setOnHidden(event -> asking.stop());
    }

    /** Asks something over a window, which keeps its size meanwhile and afterwards. */
    static <T> T during(Stage stage, Supplier<T> question) {
        if (!stage.isMaximized()) {
            return question.get();
        }
        Rectangle2D before = new Rectangle2D(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight());
        InvalidationListener hold = observable -> {
            if (!stage.isMaximized()) {
                apply(stage, before);
            }
        };
        stage.getProperties().put(WindowPlacement.class, before);
        stage.maximizedProperty().addListener(hold);
        try {
            return question.get();
        } finally {
            stage.maximizedProperty().removeListener(hold);
            stage.setMaximized(true);
            stage.getProperties().remove(WindowPlacement.class);
        }
    }
}
