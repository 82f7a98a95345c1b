package org.convscape.viewmodel.action;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import org.convscape.viewmodel.action.KeySheet.Line;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeySheetTest {

    private static Action arrow(String id, String key) {
        return Action.named(id, id).topic("Go").keys(Scope.CANVAS, key).does(() -> {});
    }

    @Test
    void whatSeveralKeysDoTogetherIsOneLineAndFourArrowsAreOneWord() {
        Actions actions = new Actions(sentence -> {});
        actions.add(
                Action.named("open", "Open…")
                        .in(Menu.FILE, 0)
                        .keys("Ctrl+O", "Alt+O", "Shift+O")
                        .does(() -> {}),
                Action.named("plain", "Without a key").in(Menu.FILE, 0).does(() -> {}),
                arrow("left", "Left"),
                arrow("right", "Right"),
                arrow("up", "Up"),
                arrow("down", "Down"),
                arrow("far", "Alt+Left"));

        assertEquals(
                Map.of(
                        "File", List.of(new Line("Open…", "Ctrl+O, Alt+O")),
                        "On the canvas", List.of(new Line("Go", "Arrows, Alt+Left"))),
                KeySheet.of(actions));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"S", "Ctrl+Shift+Z", "Ctrl++", "+", "Alt+Page Up", "Shift+F5", "Ctrl+Alt+Shift+−", "Keypad +"})
    void aShortcutIsWrittenAsItIsRead(String words) {
        assertEquals(words, Shortcut.of(words).words());
    }

    @Test
    void aShortcutWithoutAKeyIsRefused() {
        assertEquals(
                "A shortcut needs a key, such as Ctrl+S, but there is none",
                assertThrows(IllegalArgumentException.class, () -> Shortcut.of("Ctrl+"))
                        .getMessage());
    }

    /** A value that all actions shared would hold on to whoever listens, and so to every window that was ever open. */
    @Test
    void whatNeverChangesIsSharedByNoTwoActions() {
        Action one = arrow("one", "Left");
        Action other = arrow("other", "Right");

        assertNotSame(one.detail(), other.detail());
        assertNotSame(one.reason(), other.reason());
        assertNotSame(one.possible(), other.possible());
    }
}
