package org.convscape.ui.control;

import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.convscape.viewmodel.action.Shortcut;

/**
 * Keys as a menu shows them in their own column. The menu does not hear them itself: keys such as {@code M} or
 * {@code Delete} mean what they say only where the keyboard is on the canvas, and are letters in a field.
 */
public final class ShownKeys extends KeyCombination {
    private final Shortcut shortcut;

    /** Shows these keys. */
    public ShownKeys(Shortcut shortcut) {
        this.shortcut = shortcut;
    }

    @Override
    public boolean match(KeyEvent event) {
        return false;
    }

    @Override
    public String getDisplayText() {
        return shortcut.words();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ShownKeys shown && shown.shortcut.equals(shortcut);
    }

    @Override
    public int hashCode() {
        return shortcut.hashCode();
    }
}
