package org.convscape.ui.control;

import java.util.function.Supplier;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.util.Duration;

/** What appears when the pointer rests on something, and what a screen reader says of it. */
public final class Hints {
    private static final Duration DELAY = Duration.millis(450);
    private static final double WIDTH = 380;

    private Hints() {}

    /** Gives a node a hint, or changes the one it has; an empty hint is none. */
    public static void on(Node node, String words) {
        node.setAccessibleText(words);
        if (!words.isEmpty()) {
            on(node, () -> words);
        } else if (node.getProperties().remove(Hints.class) instanceof Hint old) {
            old.remove();
        }
    }

    /** Gives a node a hint that is put into words only when it is read; a screen reader is not told of it. */
    public static void on(Node node, Supplier<String> words) {
        if (node.getProperties().get(Hints.class) instanceof Hint hint) {
            hint.say(words);
        } else {
            node.getProperties().put(Hints.class, new Hint(node, words));
        }
    }

    /**
     * A hint becomes a window of its own only when the pointer first comes near: most never do, and windows are dear.
     */
    private static final class Hint implements EventHandler<MouseEvent> {
        private final Node node;
        private Supplier<String> words;
        private Tooltip tooltip;

        Hint(Node node, Supplier<String> words) {
            this.node = node;
            this.words = words;
            node.addEventHandler(MouseEvent.MOUSE_ENTERED, this);
        }

        void say(Supplier<String> changed) {
            words = changed;
            if (tooltip != null) {
                tooltip.setText(changed.get());
            }
        }

        void remove() {
            node.removeEventHandler(MouseEvent.MOUSE_ENTERED, this);
            if (tooltip != null) {
                Tooltip.uninstall(node, tooltip);
            }
        }

        @Override
        public void handle(MouseEvent entered) {
            if (tooltip == null) {
                tooltip = new Tooltip(words.get());
                tooltip.setShowDelay(DELAY);
                tooltip.setShowDuration(Duration.seconds(30));
                tooltip.setWrapText(true);
                tooltip.setMaxWidth(WIDTH);
                Tooltip.install(node, tooltip);
            }
        }
    }
}
