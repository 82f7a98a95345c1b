package org.convscape.viewmodel.action;

import java.util.Set;

/**
 * A key with what is held beside it, as it is printed on the keyboard.
 *
 * @param key a letter, a digit, a sign, or a name such as {@code Page Up}, {@code Keypad +}, {@code F5}
 */
public record Shortcut(boolean ctrl, boolean alt, boolean shift, String key) {
    /** What some keyboards write with Shift, or what means the same with it. */
    private static final Set<String> WITH_OR_WITHOUT_SHIFT =
            Set.of("+", "=", "−", "Keypad +", "Keypad −", "Delete", "Backspace", "Enter", "Escape", "Space");

    private static final String CTRL = "Ctrl+";
    private static final String ALT = "Alt+";
    private static final String SHIFT = "Shift+";

    /** Refuses a key without a name. */
    public Shortcut {
        if (key.isBlank()) {
            throw new IllegalArgumentException("A shortcut needs a key, such as Ctrl+S, but there is none");
        }
    }

    /** Reads what {@link #words} writes, such as {@code Ctrl+Shift+Z} or {@code Ctrl++}. */
    public static Shortcut of(String words) {
        String rest = words;
        boolean ctrl = rest.startsWith(CTRL);
        rest = ctrl ? rest.substring(CTRL.length()) : rest;
        boolean alt = rest.startsWith(ALT);
        rest = alt ? rest.substring(ALT.length()) : rest;
        boolean shift = rest.startsWith(SHIFT);
        rest = shift ? rest.substring(SHIFT.length()) : rest;
        return new Shortcut(ctrl, alt, shift, rest);
    }

    /** True where it makes no difference whether Shift is held. */
    public boolean withOrWithoutShift() {
        return !shift && WITH_OR_WITHOUT_SHIFT.contains(key);
    }

    /** What is held, before the name of the key; empty for nothing. */
    public String held() {
        return (ctrl ? CTRL : "") + (alt ? ALT : "") + (shift ? SHIFT : "");
    }

    /** As menus and the sheet of keys show it. */
    public String words() {
        return held() + key;
    }

    @Override
    public String toString() {
        return words();
    }
}
