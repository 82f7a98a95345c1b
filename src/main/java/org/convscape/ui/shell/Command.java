package org.convscape.ui.shell;

import javafx.beans.value.ObservableValue;
import javafx.scene.input.KeyCombination;
import org.kordamp.ikonli.Ikon;

/**
 * Something a person can do from the toolbar, the menu or the keyboard.
 *
 * @param label as a menu shows it
 * @param icon for the toolbar
 * @param keys the shortcut; null for none
 * @param detail changing words behind the label, such as what undo would take back; may be empty
 * @param enabled whether it can be done now
 */
record Command(
        String id,
        String label,
        Ikon icon,
        KeyCombination keys,
        ObservableValue<String> detail,
        ObservableValue<Boolean> enabled,
        Runnable action) {

    /** Does it, if it can be done now. */
    void run() {
        if (enabled.getValue()) {
            action.run();
        }
    }

    /** Label, detail and shortcut: what a hint says. */
    String hint() {
        String more = detail.getValue();
        return label
                + (more == null || more.isEmpty() ? "" : ": " + more)
                + (keys == null ? "" : "  (" + keys.getDisplayText() + ")");
    }
}
