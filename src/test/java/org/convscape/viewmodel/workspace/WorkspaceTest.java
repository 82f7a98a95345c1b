package org.convscape.viewmodel.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.convscape.document.Document;
import org.convscape.document.Edit;
import org.convscape.document.Point;
import org.convscape.graph.GroupPath;
import org.convscape.io.FileStamp;
import org.convscape.zoo.NetworkLibrary;
import org.junit.jupiter.api.Test;

class WorkspaceTest {
    private static final GroupPath BLOCK = new GroupPath("layer1/0");
    private static final Path FILE = Path.of("kept.convscape");

    private final Workspace workspace = new Workspace(Document.of(
            "resnet18", NetworkLibrary.standard().find("resnet18").orElseThrow().build()));

    @Test
    void openingOrClosingABlockIsNoChangeAndNothingToUndo() {
        workspace.collapse(Set.of(BLOCK), true);

        assertTrue(collapsed());
        assertFalse(workspace.changed());
        assertEquals("", workspace.undoLabelProperty().get());
        workspace.collapse(Set.of(BLOCK), false);
        assertFalse(collapsed());
        assertFalse(workspace.changed());
    }

    @Test
    void whatIsLookedAtIsSavedWhenTheDocumentIs() {
        workspace.collapse(Set.of(BLOCK), true);
        workspace.savedAs(workspace.document(), FILE, FileStamp.NOTHING);

        assertTrue(workspace.savedProperty().get().layout().collapsed().contains(BLOCK));
        workspace.collapse(Set.of(BLOCK), false);
        assertFalse(workspace.changed());
    }

    @Test
    void undoLeavesOpenWhatWasOpenedSince() {
        workspace.collapse(Set.of(BLOCK), true);
        workspace.apply(new Edit.SetNotes("read"));
        workspace.collapse(Set.of(BLOCK), false);
        workspace.undo();

        assertEquals("", workspace.document().notes());
        assertFalse(collapsed(), "undo takes back an edit, not a look");
        assertFalse(workspace.changed(), "as it was opened");
        workspace.redo();
        assertEquals("read", workspace.document().notes());
        assertFalse(collapsed());
    }

    @Test
    void lookingKeepsWhatCanBeDoneAgain() {
        workspace.apply(new Edit.SetNotes("read"));
        workspace.undo();
        workspace.collapse(Set.of(BLOCK), true);

        assertEquals("Change the notes", workspace.redoLabelProperty().get());
        workspace.redo();
        assertEquals("read", workspace.document().notes());
        assertTrue(collapsed());
    }

    @Test
    void aBlockThatComesBackIsDrawnAsItWasWhenItWent() {
        workspace.collapse(Set.of(BLOCK), true);
        workspace.apply(new Edit.Delete(Set.of(BLOCK.text())));
        workspace.undo();

        assertTrue(collapsed());
    }

    @Test
    void aCardMovedByHandIsAChangeAndMovedBackByUndoIsNone() {
        workspace.apply(new Edit.Move(Map.of("conv1", new Point(10, 20))));
        assertTrue(workspace.changed());
        workspace.undo();
        assertFalse(workspace.changed());
    }

    @Test
    void whatIsTypedBackIsNoChange() {
        workspace.apply(new Edit.SetNotes("read"));
        assertTrue(workspace.changed());
        workspace.apply(new Edit.SetNotes(""));
        assertFalse(workspace.changed());
    }

    private boolean collapsed() {
        return workspace.document().layout().collapsed().contains(BLOCK);
    }
}
