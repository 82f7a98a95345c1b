package org.convscape.viewmodel.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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

    @Test
    void anEditMadeWhileAnotherIsToldOfIsRefusedWithASentence() {
        List<Boolean> made = new ArrayList<>();
        List<String> said = new ArrayList<>();
        workspace.documentProperty().addListener((property, before, after) -> {
            made.add(workspace.apply(new Edit.SetNotes("from within")));
            said.add(workspace.noticeProperty().get());
        });
        assertTrue(workspace.apply(new Edit.SetSetting("seed", "7")));

        assertEquals(List.of(false), made);
        assertEquals(
                "Change the notes was not done: it was asked for while “Change seed” was still being shown, and one change"
                        + " is made after the other. Do it again now",
                said.get(0));
        assertEquals("", workspace.document().notes());
        assertEquals("Change seed", workspace.undoLabelProperty().get());
        assertEquals(said.get(0), workspace.noticeProperty().get(), "it is still there to be read");
    }

    /** Undo, redo, reload and a look are changes too, and the selection that a change leaves is part of the telling. */
    @Test
    void nothingElseThatChangesTheDocumentIsDoneFromWithinEither() {
        workspace.apply(new Edit.SetNotes("one"));
        workspace.apply(new Edit.SetSetting("seed", "7"));
        Document read = workspace.document().noted("in the file");
        workspace.select("conv1");
        List<Runnable> tried = List.of(
                workspace::undo,
                workspace::redo,
                workspace::abandon,
                () -> workspace.reload(read, FileStamp.NOTHING),
                () -> workspace.collapse(Set.of(BLOCK), true));
        List<Document> seen = new ArrayList<>();
        workspace.selectionProperty().addListener((property, before, after) -> {
            for (Runnable change : tried) {
                change.run();
                seen.add(workspace.document());
                assertFalse(workspace.noticeProperty().get().isEmpty());
            }
        });
        workspace.apply(new Edit.Delete(Set.of("conv1")));

        assertEquals(tried.size(), seen.size());
        seen.forEach(document -> assertSame(workspace.document(), document));
        assertEquals("Delete conv1", workspace.undoLabelProperty().get());
        assertFalse(collapsed());
        workspace.undo();
        assertTrue(workspace.document().graph().find("conv1").isPresent(), "afterwards everything goes on");
    }

    @Test
    void whatChangesNothingIsNeitherToldOfNorAStepOfUndo() {
        workspace.apply(new Edit.SetNotes("read"));
        workspace.undo();
        int[] told = {0};
        workspace.documentProperty().addListener(observable -> told[0]++);
        assertTrue(workspace.apply(new Edit.SetNotes("")));

        assertEquals(0, told[0]);
        assertEquals("", workspace.undoLabelProperty().get());
        assertEquals("Change the notes", workspace.redoLabelProperty().get(), "what was undone can be done again");
    }

    @Test
    void typingBackLeavesNothingToTakeBackAndEscapeDoesNotTakeBackWhatWasBefore() {
        workspace.apply(new Edit.SetSetting("seed", "7"));
        workspace.apply(new Edit.SetNotes("r"));
        workspace.apply(new Edit.SetNotes(""));
        assertEquals("Change seed", workspace.undoLabelProperty().get());
        workspace.abandon();

        assertEquals("7", workspace.document().settings().get("seed"));
        assertEquals("Change seed", workspace.undoLabelProperty().get());
    }

    private boolean collapsed() {
        return workspace.document().layout().collapsed().contains(BLOCK);
    }
}
