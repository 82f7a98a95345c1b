package org.convscape.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.input.KeyCode;
import org.convscape.testing.ScreenSize;
import org.convscape.viewmodel.activity.Activities;
import org.convscape.viewmodel.activity.Activity;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The line along the bottom says what goes on, a button lists all of it, and each is stopped by its own button. */
class StatusLineTest extends StudioTest {
    private final List<String> stopped = new ArrayList<>();

    @ParameterizedTest
    @EnumSource(
            value = ScreenSize.class,
            names = {"DESKTOP", "PROJECTOR"})
    void whatGoesOnIsSaidListedAndStopped(ScreenSize size) {
        showQuiet(size);
        openNetwork("resnet50");
        String name = size.name().toLowerCase(Locale.ROOT);
        Activities activities = window.studio.activities();
        assertFalse(seen("#status-cancel"), "nothing to stop");
        clickOn("#status-activities");
        assertTrue(seen("#activities-none"), "and nothing to list");
        interact(() -> {
            double height = lookup("#activities").query().getScene().getWindow().getHeight();
            assertTrue(height < 100, () -> "one sentence, " + height + " pixels high");
        });
        screenshotInBothThemes("activities-none-" + name);
        type(KeyCode.ESCAPE);
        assertFalse(lookup("#activities").tryQuery().isPresent(), "Escape closes the list");

        interact(() -> {
            activities.begin(Activity.Kind.ENGINE, "Loading the engine");
            activities
                    .begin(Activity.Kind.EXPORT, "Exporting a-model-with-a-long-name.onnx", () -> stopped.add("export"))
                    .report(0.62, "layer3/5/conv2.weight");
            activities
                    .begin(Activity.Kind.RUN, "Running resnet50", () -> stopped.add("run"))
                    .report(0.25, "layer1/0/conv2");
        });
        settle();
        assertTrue(seen("#status-cancel"));
        assertEquals("layer1/0/conv2", label(".status-label").getText());
        assertEquals(
                0.25,
                lookup("#status-bar")
                        .lookup(".progress-bar")
                        .<ProgressBar>query()
                        .getProgress(),
                1e-9);
        isWhole();
        clickOn("#status-activities");
        settle();
        screenshotInBothThemes("activities-" + name);
        assertEquals(
                Set.of("Loading the engine", "Exporting a-model-with-a-long-name.onnx", "Running resnet50"),
                lookup(".task-title").queryAllAs(Label.class).stream()
                        .filter(node -> seen((Node) node))
                        .map(Label::getText)
                        .collect(Collectors.toSet()));
        List<Button> buttons = lookup(".task-cancel-button").queryAllAs(Button.class).stream()
                .filter(button -> seen((Node) button))
                .toList();
        assertEquals(2, buttons.size(), "the engine is loaded whatever happens");
        clickOn(buttons.get(0));
        clickOn(buttons.get(0));
        assertEquals(List.of("export"), stopped, "once");
        assertTrue(buttons.get(0).isDisabled());
        assertEquals("Cancelling", activities.running().get(1).messageProperty().get());
        interact(() -> activities.end(activities.running().get(1)));
        settle();
        assertEquals(
                2,
                lookup(".task-title").queryAllAs(Label.class).stream()
                        .filter(node -> seen((Node) node))
                        .count());
        type(KeyCode.ESCAPE);
        clickOn("#status-cancel");
        assertEquals(List.of("export", "run"), stopped, "the latest, by the button in the line");
        interact(() -> List.copyOf(activities.running()).forEach(activities::end));
        settle();
        assertFalse(seen("#status-cancel"));
        assertEquals("", label(".status-label").getText());
    }

    private Label label(String style) {
        return lookup("#status-bar").lookup(style).query();
    }

    /** The engine and the buttons are never cut, and nothing lies over anything. */
    private void isWhole() {
        interact(() -> {
            double before = 0;
            for (String id : List.of("#status-cancel", "#status-activities", "#engine-status")) {
                Node node = lookup(id).query();
                Bounds bounds = node.localToScene(node.getLayoutBounds());
                assertTrue(bounds.getMinX() >= before && bounds.getMaxX() <= window.scene.getWidth(), id + bounds);
                before = bounds.getMaxX();
            }
            Node entries = lookup("#status-bar").lookup(".status-entries").query();
            Node said = label(".status-label");
            assertTrue(
                    entries.localToScene(entries.getLayoutBounds()).getMaxX()
                            <= said.localToScene(said.getLayoutBounds()).getMinX() + 1,
                    "sums and progress");
        });
    }
}
