package org.convscape.ui.control;

import java.util.Map;
import java.util.Objects;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/**
 * Keys as a menu shows them in their own column. The menu does not hear them itself: keys such as {@code M} or {@code Delete}
 * mean what they say only where the keyboard is on the canvas, and are letters in a field.
 */
public final class ShownKeys extends KeyCombination {
    private static final Map<String, String> WORDS = Map.of(
            "Equals", "=",
            "Plus", "+",
            "Minus", "−",
            "Add", "+ (keypad)",
            "Subtract", "− (keypad)",
            "Comma", ",");

    private final KeyCombination keys;

    /** Shows these keys. */
    public ShownKeys(KeyCombination keys) {
        this.keys = keys;
    }

    /** What is printed on the keys. */
    public static String words(KeyCombination keys) {
        String display = keys.getDisplayText();
        return WORDS.getOrDefault(display, display);
    }

    @Override
    public boolean match(KeyEvent event) {
        return false;
    }

    @Override
    public String getDisplayText() {
        return words(keys);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ShownKeys shown && shown.keys.equals(keys);
    }

    @Override
    public int hashCode() {
        return Objects.hash(keys);
    }
}
