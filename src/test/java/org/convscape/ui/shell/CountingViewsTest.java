package org.convscape.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.convscape.analysis.Convention;
import org.convscape.analysis.Conventions;
import org.convscape.analysis.Difference;
import org.convscape.testing.ScreenSize;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A number is asked where it comes from, two counts why they differ, and a layer how it grows: as a person does it. */
class CountingViewsTest extends StudioTest {
    @BeforeEach
    void show() {
        showQuiet(ScreenSize.DESKTOP);
    }

    @Test
    void aFigureThatIsAskedSaysWhereItComesFromAndCanBeCopied() {
        openNetwork("resnet50", "layer1/0/conv2");
        clickOn("#line-multiply-adds");

        assertEquals("= 115,605,504 multiply-adds", text("#explanation-value"));
        screenshotInBothThemes("explained-number");
        clickOn("#copy-latex");
        interact(() -> assertTrue(
                Clipboard.getSystemClipboard().getString().contains("\\begin{align*}"), "LaTeX is on the clipboard"));
        push(KeyCode.ESCAPE);
        assertFalse(lookup("#explanation").tryQuery().isPresent(), "Escape closes it");

        clickOn("#status-parameters");
        assertTrue(text("#explanation-value").endsWith("parameters"), text("#explanation-value"));
        window.screenshot("explained-total");
        push(KeyCode.ESCAPE);

        clickOn("#drawer-cost");
        clickOn(lookup("#cost-table").lookup(".table-row-cell").nth(1).<Node>query());
        push(KeyCode.ENTER);
        assertTrue(lookup("#explanation").tryQuery().isPresent(), "Enter asks the chosen row");
        push(KeyCode.ESCAPE);
    }

    @Test
    void theSwitchOffersEveryRuleAndTheFiguresFollow() {
        openNetwork("resnet50");
        ComboBox<Convention> chooser = lookup("#convention").query();
        assertEquals(Conventions.standard(), chooser.getItems());
        Convention thop = Conventions.find("thop").orElseThrow();
        choose("#convention", thop.id() + " · " + thop.unit());
        assertEquals(thop, window.studio.conventionProperty().get());
        assertEquals("4,133,742,592", text("#line-operations"));
        assertFalse(lookup("#line-multiply-adds").tryQuery().isPresent());
        clickOn("#drawer-cost");
        assertTrue(text("#cost-total").endsWith("4,133,742,592 operations"), text("#cost-total"));
        assertEquals("4.13 G operations", text("#status-count"));
        window.screenshot("counting-thop");
    }

    @Test
    void whyTwoNetworksDifferSumsToTheirDifference() throws Exception {
        openNetwork("resnet50");
        clickOn("#drawer-why-different");
        await(
                "the comparison",
                () -> lookup("#why-difference")
                                .tryQuery()
                                .filter(Node::isVisible)
                                .isPresent()
                        && text("#why-difference").contains("231"));

        assertEquals("B − A = −231,211,008 multiply-adds", text("#why-difference"));
        TableView<Difference.ByReason> reasons = lookup("#why-reasons").query();
        assertEquals(
                -231_211_008,
                reasons.getItems().stream()
                        .mapToLong(Difference.ByReason::amount)
                        .sum());
        screenshotInBothThemes("why-different");
    }

    @Test
    void thePlaneShowsWhatIsLinearAndWhatIsQuadratic() throws Exception {
        openNetwork("vgg16", "features/7");
        clickOn("#drawer-plane");
        await(
                "the plane",
                () -> lookup("#plane-growth").tryQuery().isPresent()
                        && text("#plane-growth").contains("both"));

        assertTrue(text("#plane-growth").endsWith("both together ×4.00"), text("#plane-growth"));
        assertTrue(text("#plane-place").contains("128 × output width 128"), text("#plane-place"));
        screenshotInBothThemes("plane");
        tabTo("#plane-map");
        push(KeyCode.RIGHT);
        assertTrue(text("#plane-place").contains("144 × output width 128"), text("#plane-place"));
    }

    @Test
    void theFiguresOnACardAndOnAFrameSayWhereTheyComeFromByClickAndByKey() {
        openNetwork("resnet50");
        clickOn(figure("#card-conv1", "M "));
        assertEquals("= 118,013,952 multiply-adds", text("#explanation-value"));
        window.screenshot("explained-card");
        type(KeyCode.ESCAPE);

        select("conv1");
        type(KeyCode.P);
        assertEquals("= 9,664 parameters", text("#explanation-value"), "with those of the normalisation on the card");
        type(KeyCode.ESCAPE);

        clickOn(figure("#group-layer2", "· "));
        assertEquals("= 1,027,604,480 multiply-adds", text("#explanation-value"));
        type(KeyCode.ESCAPE);
    }

    @Test
    void aBlockThatIsOpenedWithAKeyCanBeAskedWithTheNext() {
        openNetwork("resnet50");
        select("layer1/0");
        type(KeyCode.ENTER);
        settle();
        type(KeyCode.M);
        assertEquals("= 231,211,008 multiply-adds", text("#explanation-value"));
        type(KeyCode.ESCAPE);
        type(KeyCode.P);
        assertEquals("= 76,288 parameters", text("#explanation-value"));
        type(KeyCode.ESCAPE);
    }

    private Label figure(String holder, String beginning) {
        return lookup(holder).lookup(".label").queryAllAs(Label.class).stream()
                .filter(label -> label.isVisible() && label.getText().startsWith(beginning))
                .findFirst()
                .orElseThrow();
    }
}
