package org.convscape.app;

import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.geometry.Rectangle2D;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** Keys reach the program through the window manager, and what they do is seen on the screen. */
class KeysDisplayTest extends DisplayTest {

    @Test
    void aKeySwitchesTheThemeAndAnotherFindsWhatIsPutOnTheCanvas() {
        launch();
        int dark = Pixels.ground(screen("keys-before"));
        push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.L);
        settle();
        int light = Pixels.ground(screen("keys-other-theme"));
        assertNotEquals(dark, light);
        assertTrue(Pixels.distance(dark, light) > 100, "dark and light");
        push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.L);

        Rectangle2D before = place();
        push(KeyCode.CONTROL, KeyCode.N);
        push(KeyCode.CONTROL, KeyCode.K);
        write("convolution");
        push(KeyCode.ENTER);
        await("a card", () -> !lookup(".card").queryAll().isEmpty());
        screen("keys-card");
        assertTrue(before.equals(place()), "the window stays");
    }
}
