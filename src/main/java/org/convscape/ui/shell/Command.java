package org.convscape.ui.shell;

import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.input.KeyCombination;
import org.convscape.ui.control.ShownKeys;
import org.kordamp.ikonli.Ikon;

/**
 * Something a person can do from the toolbar, a menu or the keyboard.
 *
 * @param label as a menu shows it
 * @param icon for the toolbar; null for none
 * @param keys the shortcut; null for none
 * @param everywhere whether the window hears the keys wherever the keyboard is; else the canvas does
 * @param detail changing words behind the label, such as what undo would take back; may be empty
 * @param enabled whether it can be done now
 * @param checked whether it is on; null for what is done rather than switched
 */
record Command(
        String id,
        String label,
        Ikon icon,
        KeyCombination keys,
        boolean everywhere,
        ObservableValue<String> detail,
        ObservableValue<Boolean> enabled,
        ObservableValue<Boolean> checked,
        Runnable action) {

    /** Never changes, but is one of its own for each command: a shared one would hold on to all windows that listen. */
    static <T> ObservableValue<T> constant(T value) {
        return new ReadOnlyObjectWrapper<>(value);
    }

    /** A command that can always be done. */
    static Command of(String id, String label, Ikon icon, String keys, Runnable action) {
        KeyCombination combination = keys.isEmpty() ? null : KeyCombination.valueOf(keys);
        return new Command(id, label, icon, combination, true, constant(""), constant(true), null, action);
    }

    Command when(ObservableValue<Boolean> possible) {
        return new Command(id, label, icon, keys, everywhere, detail, possible, checked, action);
    }

    Command saying(ObservableValue<String> more) {
        return new Command(id, label, icon, keys, everywhere, more, enabled, checked, action);
    }

    Command checkedBy(ObservableValue<Boolean> state) {
        return new Command(id, label, icon, keys, everywhere, detail, enabled, state, action);
    }

    /** Does it, if it can be done now. */
    void run() {
        if (enabled.getValue()) {
            action.run();
        }
    }

    /** What is printed on the keys; empty for none. */
    String keyWords() {
        return keys == null ? "" : ShownKeys.words(keys);
    }

    /** Label, detail and shortcut: what a hint says. */
    String hint() {
        String more = detail.getValue();
        return label
                + (more == null || more.isEmpty() ? "" : ": " + more)
                + (keys == null ? "" : "  (" + keyWords() + ")");
    }
}
