package org.convscape.ui.control;

import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.convscape.viewmodel.action.Shortcut;

/** Which key of the toolkit a key of the vocabulary is. */
public final class KeyPress {
    private static final Map<String, KeyCode> BY_SIGN = Map.of(
            "+", KeyCode.PLUS,
            "−", KeyCode.MINUS,
            "=", KeyCode.EQUALS,
            "Keypad +", KeyCode.ADD,
            "Keypad −", KeyCode.SUBTRACT,
            "Keypad 0", KeyCode.NUMPAD0,
            "Backspace", KeyCode.BACK_SPACE);

    private static final KeyCode[] DIGITS = IntStream.rangeClosed(0, 9)
            .mapToObj(digit -> KeyCode.valueOf("DIGIT" + digit))
            .toArray(KeyCode[]::new);

    private KeyPress() {}

    /**
     * The key itself.
     *
     * @throws IllegalArgumentException for a name that no key has
     */
    public static KeyCode code(Shortcut shortcut) {
        String key = shortcut.key();
        KeyCode sign = BY_SIGN.get(key);
        if (sign != null) {
            return sign;
        }
        if (key.length() == 1 && Character.isDigit(key.charAt(0))) {
            return DIGITS[key.charAt(0) - '0'];
        }
        return KeyCode.valueOf(key.toUpperCase(Locale.ROOT).replace(' ', '_'));
    }

    /** Whether a key that was pressed is that one, with the same keys held. */
    public static boolean is(Shortcut shortcut, KeyEvent event) {
        return event.getCode() == code(shortcut)
                && event.isShortcutDown() == shortcut.ctrl()
                && event.isAltDown() == shortcut.alt()
                && (event.isShiftDown() == shortcut.shift() || shortcut.withOrWithoutShift());
    }
}
