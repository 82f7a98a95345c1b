package org.convscape.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.convscape.testing.ScreenSize;
import org.convscape.viewmodel.compare.Rival;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Choices are made by a click, by typing what is looked for, and given up with Escape. */
class ChoicesTest extends StudioTest {

    @ParameterizedTest
    @EnumSource(
            value = ScreenSize.class,
            names = {"DESKTOP", "PROJECTOR"})
    void whatACountIsComparedWithIsFoundByTyping(ScreenSize size) throws Exception {
        showQuiet(size);
        openNetwork("resnet50");
        clickOn("#drawer-why-different");
        await("the comparison", () -> text("#why-difference").contains("231"));
        ComboBox<Rival> rival = lookup("#why-rival").query();
        Rival before = rival.getValue();
        assertTrue(rival.getItems().size() > 20, "a list too long to look through");

        clickOn("#why-rival");
        screenshotInBothThemes("rivals-open-" + size.name().toLowerCase(java.util.Locale.ROOT));
        write("mobile");
        settle();
        screenshotInBothThemes("rivals-found-" + size.name().toLowerCase(java.util.Locale.ROOT));
        type(KeyCode.ESCAPE);
        settle();
        assertEquals(before, rival.getValue(), "Escape keeps what was chosen");
        assertFalse(rival.isShowing());

        clickOn("#why-rival");
        write("vgg 16");
        type(KeyCode.ENTER);
        settle();
        assertEquals("vgg16", rival.getValue().label());
        await(
                "the other comparison",
                () -> text("#why-difference").contains("multiply-adds")
                        && !text("#why-difference").contains("231,211,008"));
        screenshotInBothThemes("rival-chosen-" + size.name().toLowerCase(java.util.Locale.ROOT));
    }

    @ParameterizedTest
    @EnumSource(
            value = ScreenSize.class,
            names = {"DESKTOP", "PROJECTOR"})
    void ofWordsSideBySideExactlyOneHolds(ScreenSize size) {
        showQuiet(size);
        openNetwork("resnet50");
        clickOn("#drawer-cost");
        ToggleButton block = lookup("#cost-block").query();
        ToggleButton layer = lookup("#cost-node").query();
        assertTrue(block.isSelected());
        clickOn("#cost-node");
        assertTrue(layer.isSelected() && !block.isSelected());
        clickOn("#cost-node");
        assertTrue(layer.isSelected(), "a second press leaves it chosen");
        screenshotInBothThemes("segments-" + size.name().toLowerCase(java.util.Locale.ROOT));
        interact(layer::requestFocus);
        type(KeyCode.LEFT);
        type(KeyCode.SPACE);
        assertTrue(block.isSelected() && !layer.isSelected(), "by key");
        Node table = lookup("#cost-table").query();
        assertTrue(table.isVisible());
    }
}
