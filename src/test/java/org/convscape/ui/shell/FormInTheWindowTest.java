package org.convscape.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.convscape.attribute.Padding;
import org.convscape.document.Document;
import org.convscape.graph.GraphBuilder;
import org.convscape.op.library.Conv2d;
import org.convscape.op.library.Input;
import org.convscape.op.library.MaxPool;
import org.convscape.tensor.Shape;
import org.convscape.testing.ScreenSize;
import org.convscape.viewmodel.desk.OpenDocument;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The editors of a form are kept for the next layer of its kind; none of what was typed into one goes to the other. */
class FormInTheWindowTest extends StudioTest {
    private OpenDocument document;

    @BeforeEach
    void openTwoLayers() {
        showQuiet(ScreenSize.DESKTOP);
        GraphBuilder graph = new GraphBuilder();
        String picture = graph.add("picture", Input.of(Shape.maps(32, 32, 3)));
        String one = graph.add("one", Conv2d.of(8, 3, 1, Padding.VALID, false), picture);
        String other = graph.add("other", Conv2d.of(16, 5, 1, Padding.SAME, true), one);
        graph.add("pool", MaxPool.TYPE.create(), other);
        document = open(Document.of("two", graph.build()), "one");
    }

    private TextInputControl field(String name) {
        return lookup("#field-" + name).query();
    }

    private Label error(String name) {
        return lookup("#error-" + name).query();
    }

    private void type(String name, String text) {
        replace("#field-" + name, text);
    }

    private Conv2d conv(String path) {
        return (Conv2d) document.workspace().document().graph().node(path).operation();
    }

    @Test
    void theSameEditorShowsEachLayerItsOwnAndChangesOnlyThat() {
        TextInputControl channels = field("channels");
        assertEquals("8", channels.getText());
        select("other");
        assertSame(channels, field("channels"), "making editors anew is what a selection must not cost");
        assertEquals("16", channels.getText());
        assertEquals("5×5", field("kernel").getText());

        type("channels", "24");
        assertEquals(24, conv("other").channels());
        assertEquals(8, conv("one").channels());
        select("one");
        assertEquals("8", channels.getText());
        push(KeyCode.CONTROL, KeyCode.Z);
        assertEquals(16, conv("other").channels(), "what was typed is one step");
    }

    @Test
    void aLayerChangedWhileItsFieldHasTheFocusKeepsWhatWasTypedWhenAnotherIsSelected() {
        type("channels", "12");
        select("other");

        assertEquals(12, conv("one").channels());
        assertEquals(16, conv("other").channels());
        assertEquals("16", field("channels").getText());
        clickOn("#field-channels");
        push(KeyCode.END);
        write("0");
        assertEquals(160, conv("other").channels(), "the figure goes to the layer that is shown now");
        assertEquals(12, conv("one").channels());
    }

    @Test
    void escapeBringsBackTheNumberBeforeTheTypingAndEnterAndLeavingTakeIt() {
        Document before = document.workspace().document();
        type("channels", "20488");
        push(KeyCode.ESCAPE);
        assertEquals("8", field("channels").getText());
        assertEquals(before, document.workspace().document());
        assertEquals("", document.workspace().undoLabelProperty().get(), "nothing happened");

        push(KeyCode.UP).push(KeyCode.UP);
        assertEquals(10, conv("one").channels());
        push(KeyCode.ESCAPE);
        assertEquals(8, conv("one").channels(), "steps by key are typing, too");

        type("channels", "12");
        push(KeyCode.ENTER).push(KeyCode.ESCAPE);
        assertEquals(12, conv("one").channels(), "what was taken stays");
        type("channels", "14");
        clickOn("#field-kernel");
        push(KeyCode.ESCAPE);
        assertEquals(14, conv("one").channels(), "what was left stays");
    }

    @Test
    void aSentenceStaysWithTheLayerItIsAbout() {
        type("kernel", "3x");
        assertTrue(error("kernel").isVisible());
        select("other");
        assertFalse(error("kernel").isVisible());
        assertEquals("5×5", field("kernel").getText());

        select("one");
        assertEquals("3x", field("kernel").getText());
        assertTrue(error("kernel").getText().startsWith("Expected a size"), error("kernel")::getText);
        assertEquals(new org.convscape.attribute.Size(3, 3), conv("one").kernel());
    }

    @Test
    void aFormThatWaitsForTheNextOfItsKindIsNeitherSeenNorFound() {
        TextInputControl ofConvolution = field("kernel");
        select("pool");

        assertEquals(1, lookup("#field-kernel").queryAll().size());
        assertFalse(seen(ofConvolution));
        assertTrue(seen(field("kernel")));
        assertTrue(lookup("#field-channels").tryQuery().isEmpty(), "pooling has none");
        select("one", "other");
        assertTrue(lookup("#field-kernel").tryQuery().isEmpty(), "two things have no form");
        select("one");
        assertSame(ofConvolution, field("kernel"));
        window.screenshot("window-form-again");
    }
}
