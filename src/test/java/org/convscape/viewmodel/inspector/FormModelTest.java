package org.convscape.viewmodel.inspector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.convscape.block.BlockLibrary;
import org.convscape.block.ResidualBottleneck;
import org.convscape.document.Document;
import org.convscape.execution.RunSettings;
import org.convscape.graph.GraphBuilder;
import org.convscape.image.Fit;
import org.convscape.inventory.Inventory;
import org.convscape.op.library.Conv2d;
import org.convscape.op.library.Input;
import org.convscape.op.library.OpLibrary;
import org.convscape.tensor.Shape;
import org.convscape.viewmodel.workspace.Workspace;
import org.convscape.zoo.NetworkLibrary;
import org.junit.jupiter.api.Test;

class FormModelTest {
    private final Workspace workspace = new Workspace(Document.of("test", graph()));
    private final FormModel form = new FormModel(
            workspace, new Inventory(OpLibrary.standard(), BlockLibrary.standard()), NetworkLibrary.standard());

    private static org.convscape.graph.Graph graph() {
        GraphBuilder builder = new GraphBuilder();
        String picture = builder.add("picture", Input.of(Shape.maps(56, 56, 64)));
        builder.add("conv", Conv2d.TYPE.create(), picture);
        ResidualBottleneck.TEMPLATE.addTo(
                builder, "block", ResidualBottleneck.TEMPLATE.schema().defaults(), picture);
        return builder.build();
    }

    private FieldModel field(String name) {
        return form.fieldsProperty().get().stream()
                .filter(field -> field.attribute().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private Shape output() {
        return workspace.analysis().shape("conv").orElseThrow();
    }

    @Test
    void theFormOfALayerHasAFieldForEveryAttribute() {
        workspace.select("conv");

        assertEquals(
                List.of("channels", "kernel", "stride", "padding", "dilation", "groups", "bias"),
                form.fieldsProperty().get().stream()
                        .map(field -> field.attribute().name())
                        .toList());
        assertEquals("3×3", field("kernel").textProperty().get());
    }

    @Test
    void everyLetterThatCanBeReadChangesTheDocumentAndOneUndoTakesAllBack() {
        workspace.select("conv");
        field("channels").type("1");
        assertEquals(1, output().channels());
        field("channels").type("12");
        field("channels").type("128");

        assertEquals(128, output().channels());
        assertEquals(
                "Change Output channels of conv", workspace.undoLabelProperty().get());
        workspace.undo();
        assertEquals(64, output().channels());
        assertEquals("64", field("channels").textProperty().get());
    }

    @Test
    void twoFieldsAreTwoStepsAndSoIsWhatComesAfterLeavingAField() {
        workspace.select("conv");
        field("channels").type("32");
        field("channels").commit();
        field("channels").type("16");
        field("kernel").type("5");

        workspace.undo();
        assertEquals("3×3", field("kernel").textProperty().get());
        workspace.undo();
        assertEquals("32", field("channels").textProperty().get());
    }

    @Test
    void aTextThatCannotBeReadStaysWithASentenceAndChangesNothing() {
        workspace.select("conv");
        Document before = workspace.document();
        field("kernel").type("3x");

        assertSame(before, workspace.document());
        assertEquals("3x", field("kernel").textProperty().get());
        assertTrue(field("kernel").errorProperty().get().startsWith("Expected a size"));

        workspace.select("block");
        workspace.select("conv");
        assertEquals("3x", field("kernel").textProperty().get());
        field("kernel").revert();
        assertEquals("3×3", field("kernel").textProperty().get());
    }

    @Test
    void escapeBringsTheValueBeforeTheTypingAndLeavesNoStep() {
        workspace.select("conv");
        String before = field("channels").textProperty().get();
        var document = workspace.document();
        String undo = workspace.undoLabelProperty().get();
        for (String typed : new String[] {"2", "20", "204", "2048", "20488"}) {
            field("channels").type(typed);
        }
        field("channels").revert();

        assertEquals(before, field("channels").textProperty().get());
        assertEquals(document, workspace.document());
        assertEquals(undo, workspace.undoLabelProperty().get());
        assertEquals("", workspace.redoLabelProperty().get());
    }

    @Test
    void escapeAfterAValueWasTakenKeepsIt() {
        workspace.select("conv");
        field("channels").type("32");
        field("channels").commit();
        field("channels").revert();
        assertEquals("32", field("channels").textProperty().get());
        field("channels").type("3");
        field("channels").revert();
        assertEquals("32", field("channels").textProperty().get());
    }

    @Test
    void whatIsTypedIsNotRewrittenUnderTheHands() {
        workspace.select("conv");
        field("kernel").type("5x5");
        assertEquals("5x5", field("kernel").textProperty().get());
        field("kernel").commit();
        assertEquals("5×5", field("kernel").textProperty().get());
    }

    @Test
    void aFieldStepsWithinItsRange() {
        workspace.select("conv");
        field("kernel").step(1);
        assertEquals("4×4", field("kernel").textProperty().get());
        field("groups").step(-1);
        assertEquals("1", field("groups").textProperty().get());
        field("channels").scale(true);
        assertEquals("128", field("channels").textProperty().get());
        assertFalse(field("bias").steps());
    }

    @Test
    void aBlockIsExpandedAnewAndAValueThatDoesNotGoTogetherIsExplained() {
        workspace.select("block");
        field("channels").type("128");
        assertEquals(
                128, workspace.analysis().shape("block/expand").orElseThrow().channels());

        field("groups").type("3");
        assertFalse(field("groups").errorProperty().get().isEmpty());
        assertEquals(
                "1",
                workspace
                        .document()
                        .graph()
                        .groups()
                        .iterator()
                        .next()
                        .attributes()
                        .format(ResidualBottleneck.GROUPS));
    }

    @Test
    void withoutASelectionTheFormSaysHowTheDocumentIsRun() {
        field("fit").type("squash");

        assertEquals(
                Fit.SQUASH, RunSettings.of(workspace.document()).preparation().fit());
        assertEquals("Squash", field("fit").options().get(0).label());
        workspace.undo();
        assertEquals(
                Fit.CROP, RunSettings.of(workspace.document()).preparation().fit());
    }
}
