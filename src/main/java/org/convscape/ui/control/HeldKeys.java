package org.convscape.ui.control;

import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Window;

/**
 * Knows of a key that is pressed whether it is still down from before: a key that stays down is pressed again and
 * again.
 */
final class HeldKeys {
    private KeyCode down;
    private boolean repeated;

    private HeldKeys(Scene scene) {
        scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            repeated = event.getCode() == down;
            down = event.getCode();
        });
        scene.addEventFilter(KeyEvent.KEY_RELEASED, event -> {
            if (event.getCode() == down) {
                down = null;
            }
        });
        // Where another window has the keyboard, that one hears of the release.
        scene.windowProperty().flatMap(Window::focusedProperty).orElse(false).addListener(observable -> down = null);
    }

    /** Those of a scene; it has to be asked for before the first key. */
    static HeldKeys of(Scene scene) {
        Object known = scene.getProperties().get(HeldKeys.class);
        if (known instanceof HeldKeys keys) {
            return keys;
        }
        HeldKeys made = new HeldKeys(scene);
        scene.getProperties().put(HeldKeys.class, made);
        return made;
    }

    /** Whether the key that is just being pressed has been down before. */
    boolean repeated() {
        return repeated;
    }
}
