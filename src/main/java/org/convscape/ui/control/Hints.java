package org.convscape.ui.control;

import javafx.scene.Node;
import javafx.scene.control.Tooltip;
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
            if (node.getProperties().remove(Hints.class) instanceof Tooltip old) {
                Tooltip.uninstall(node, old);
            }
            return;
        }
        if (node.getProperties().get(Hints.class) instanceof Tooltip hint) {
            hint.setText(words);
            return;
        }
        Tooltip hint = new Tooltip(words);
        hint.setShowDelay(DELAY);
        hint.setShowDuration(Duration.seconds(30));
        hint.setWrapText(true);
        hint.setMaxWidth(WIDTH);
        node.getProperties().put(Hints.class, hint);
        Tooltip.install(node, hint);
    }
}
