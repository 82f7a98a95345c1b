package org.convscape.ui.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import atlantafx.base.controls.Popover;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.stage.PopupWindow;
import javafx.stage.Window;
import org.convscape.testing.ScreenTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Everything that is shown takes on another theme; a warning of a style sheet in the log would fail this class. */
class ThemeInTheWindowTest extends ScreenTest {
    private final ComboBox<String> box = new ComboBox<>();
    private final Label text = new Label("written in the theme's colour");
    private Scene scene;

    @BeforeEach
    void show() {
        interact(() -> {
            box.getItems().setAll("one", "two", "three");
            Button button = new Button("explain");
            button.setOnAction(event -> {
                Popover over = new Popover(text);
                over.setAnimated(false);
                over.show(button);
            });
            VBox page = new VBox(box, button);
            page.setPrefSize(600, 400);
            scene = new Scene(page);
            Theme.DARK.dress(scene);
            showInWindow(scene);
        });
    }

    @Test
    void aPopoverThatIsOpenFollows() {
        clickOn("explain");
        Color dark = (Color) text.getTextFill();
        interact(() -> Theme.LIGHT.dress(scene));
        Color light = (Color) text.getTextFill();

        assertEquals(Theme.LIGHT.stylesheets(), text.getScene().getStylesheets());
        assertEquals(scene.getUserAgentStylesheet(), text.getScene().getUserAgentStylesheet());
        assertEquals(
                List.of(true, true),
                List.of(dark.getBrightness() > 0.6, light.getBrightness() < 0.4),
                () -> dark + " on dark, " + light + " on light");
    }

    @Test
    void aListThatHasDroppedDownFollows() {
        clickOn(box);
        interact(() -> Theme.LIGHT.dress(scene));
        for (Window window : List.copyOf(Window.getWindows())) {
            if (window instanceof PopupWindow && window.isShowing()) {
                assertEquals(scene.getUserAgentStylesheet(), window.getScene().getUserAgentStylesheet());
            }
        }
        type(KeyCode.ESCAPE);
        interact(() -> Theme.DARK.dress(scene));
        choose(".combo-box", "two");
        assertEquals("two", box.getValue());
    }

    @Test
    void aWindowThatIsOpenedLaterIsDressedLikeTheFirst() {
        Label there = new Label("there");
        interact(() -> {
            Theme.LIGHT.dress(scene);
            Scene other = new Scene(new VBox(there));
            Theme.likeIn(scene, other);
            showInWindow(other);
        });
        assertEquals(scene.getUserAgentStylesheet(), there.getScene().getUserAgentStylesheet());
        assertEquals(Color.web("#24292f").getBrightness(), ((Color) there.getTextFill()).getBrightness(), 0.2);
    }
}
