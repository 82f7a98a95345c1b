package org.convscape.app;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.convscape.ui.control.Theme;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

/** Keys reach the program through the window manager, and what they do is seen on the screen. */
class KeysDisplayTest extends DisplayTest {

    @Test
    void aKeySwitchesTheThemeAndAnotherFindsWhatIsPutOnTheCanvas() throws TimeoutException {
        launch();
        int dark = Pixels.ground(screen("keys-before"));
        push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.L);
        await(
                "the light theme",
                () -> Theme.LIGHT.stylesheets().equals(stage.getScene().getStylesheets()));
        WaitForAsyncUtils.waitFor(
                60, TimeUnit.SECONDS, () -> Pixels.distance(dark, Pixels.ground(screen("keys-other-theme"))) > 100);
        push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.L);
        await(
                "the dark theme",
                () -> Theme.DARK.stylesheets().equals(stage.getScene().getStylesheets()));

        Rectangle2D before = place();
        push(KeyCode.CONTROL, KeyCode.N);
        await("an empty canvas", () -> !seen(".card"));
        push(KeyCode.CONTROL, KeyCode.K);
        await("the finder", () -> lookup("#finder-field").<Node>query().isFocused());
        write("convolution");
        push(KeyCode.ENTER);
        await("a card", () -> seen(".card"));
        screen("keys-card");
        assertTrue(before.equals(place()), "the window stays");
    }
}
