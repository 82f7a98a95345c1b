package org.convscape.viewmodel.inspector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Set;
import org.convscape.block.BlockLibrary;
import org.convscape.document.Document;
import org.convscape.document.Edit;
import org.convscape.document.Point;
import org.convscape.graph.GroupPath;
import org.convscape.inventory.BuiltNetwork;
import org.convscape.inventory.Inventory;
import org.convscape.op.library.Input;
import org.convscape.op.library.OpLibrary;
import org.convscape.tensor.Shape;
import org.convscape.viewmodel.workspace.Workspace;
import org.convscape.zoo.Network;
import org.convscape.zoo.NetworkLibrary;
import org.junit.jupiter.api.Test;

/** A network's own values, in the form as on the command line. */
class NetworkFormTest {
    private static final Network MOBILENET =
            NetworkLibrary.standard().find("mobilenet-v1").orElseThrow();

    private final Document opened = BuiltNetwork.document(
            MOBILENET, MOBILENET.defaultInput(), MOBILENET.schema().defaults());
    private final Workspace workspace = new Workspace(opened);
    private final FormModel form = new FormModel(
            workspace, new Inventory(OpLibrary.standard(), BlockLibrary.standard()), NetworkLibrary.standard());

    private FieldModel field(String name) {
        return form.fieldsProperty().get().stream()
                .filter(field -> field.attribute().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private Shape classes() {
        return workspace.analysis().outputs().get(0).output();
    }

    @Test
    void widthResolutionAndClassesBuildTheNetworkAnewAsTheCommandLineDoes() {
        field("width").type("0.5");
        field("width").commit();
        field("resolution").type("0.571");
        field("resolution").commit();
        field("classes").type("10");

        assertEquals(
                MOBILENET.build(
                        MOBILENET.defaultInput(),
                        MOBILENET
                                .schema()
                                .defaults()
                                .with("width", "0.5")
                                .with("resolution", "0.571")
                                .with("classes", "10")),
                workspace.document().graph());
        assertEquals(10, classes().channels());
        assertEquals(
                "0.5",
                workspace.document().provenance().orElseThrow().attributes().get("width"));
        assertEquals("", form.editedProperty().get());
    }

    @Test
    void whatIsTypedIsTakenBackAsOne() {
        field("classes").type("1");
        field("classes").type("10");
        assertEquals(
                "Change Classes of mobilenet-v1", workspace.undoLabelProperty().get());
        workspace.undo();

        assertEquals(opened, workspace.document());
        assertEquals("1000", field("classes").textProperty().get());
    }

    @Test
    void whatCannotBeIsSaidInPlace() {
        field("width").type("0.01");

        assertFalse(field("width").errorProperty().get().isEmpty());
        assertFalse(workspace.changed());
    }

    @Test
    void howItIsLookedAtAndPlacedStaysAndItsTitleTellsNothing() {
        workspace.apply(new Edit.Move(Map.of("picture", new Point(3, 4))));
        GroupPath group =
                workspace.document().graph().groups().iterator().next().path();
        workspace.collapse(Set.of(group), true);
        workspace.apply(new Edit.SetNotes("mine"));
        field("width").type("0.25");

        assertEquals(
                Map.of("picture", new Point(3, 4)),
                workspace.document().layout().positions());
        assertTrue(workspace.document().layout().collapsed().contains(group));
        assertEquals("mine", workspace.document().notes());
    }

    @Test
    void afterAChangeByHandTheValuesWaitUntilItIsDropped() {
        workspace.apply(new Edit.Rename("picture", "photograph"));

        assertTrue(form.editedProperty().get().contains("without your changes"), form.editedProperty()::get);
        assertFalse(field("width").lockedProperty().get().isEmpty());
        assertEquals("", field("seed").lockedProperty().get(), "how it is run can always be changed");
        form.buildAnew();
        assertEquals("", field("width").lockedProperty().get());
        assertEquals(opened.graph(), workspace.document().graph());
        workspace.undo();
        assertTrue(workspace.document().graph().find("photograph").isPresent());
    }

    @Test
    void anotherPictureIsNoChangeOfTheNetwork() {
        workspace.apply(new Edit.SetOperation("picture", Input.of(Shape.maps(160, 160, 3)), "height"));
        assertEquals("", form.editedProperty().get());
        field("width").type("0.5");

        assertEquals(
                Shape.maps(160, 160, 3), workspace.analysis().shape("picture").orElseThrow());
    }

    @Test
    void aDocumentThatIsNoNetworkHasOnlyHowItIsRun() {
        Workspace other = new Workspace(Document.of("mobilenet-v1", opened.graph()));
        FormModel plain = new FormModel(
                other, new Inventory(OpLibrary.standard(), BlockLibrary.standard()), NetworkLibrary.standard());
        assertEquals(4, plain.fieldsProperty().get().size());
    }
}
