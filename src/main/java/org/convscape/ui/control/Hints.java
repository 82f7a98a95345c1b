package org.convscape.ui.control;

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
        if (words.isEmpty()) {
            if (node.getProperties().remove(Hints.class) instanceof Hint old) {
                old.remove();
            }
        } else if (node.getProperties().get(Hints.class) instanceof Hint hint) {
            hint.say(words);
        } else {
            node.getProperties().put(Hints.class, new Hint(node, words));
        }
    }

    /** A hint becomes a window of its own only when the pointer first comes near: most never do, and windows are dear. */
    private static final class Hint implements EventHandler<MouseEvent> {
        private final Node node;
        private String words;
        private Tooltip tooltip;

        Hint(Node node, String words) {
            this.node = node;
            this.words = words;
            node.addEventHandler(MouseEvent.MOUSE_ENTERED, this);
        }

        void say(String changed) {
            words = changed;
            if (tooltip != null) {
                tooltip.setText(changed);
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
                tooltip = new Tooltip(words);
                tooltip.setShowDelay(DELAY);
                tooltip.setShowDuration(Duration.seconds(30));
                tooltip.setWrapText(true);
                tooltip.setMaxWidth(WIDTH);
                Tooltip.install(node, tooltip);
            }
        }
    }
}
