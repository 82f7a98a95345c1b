package org.convscape.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.scene.input.KeyCode;
import org.convscape.io.DocumentFile;
import org.convscape.session.Settings;
import org.convscape.task.JobRunner;
import org.convscape.task.Later;
import org.convscape.testing.LeftBehind;
import org.convscape.testing.ScreenSize;
import org.convscape.ui.canvas.CanvasView;
import org.convscape.viewmodel.desk.OpenDocument;
import org.convscape.viewmodel.session.SessionModel;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person is asked and offered so that nothing of theirs is lost. */
class NothingIsLostTest extends StudioTest {

    @TempDir
    Path folder;

    @BeforeEach
    void show() {
        showQuiet(ScreenSize.DESKTOP);
    }

    private void beginSession() {
        interact(() -> {
            SessionModel session =
                    new SessionModel(window.studio, folder, JobRunner.threads("journal", 1), Later.clock());
            closing(() -> interact(session::close));
            window.view.offer(session);
            session.start();
        });
    }

    private List<String> titles() {
        return window.studio.documents().stream().map(OpenDocument::title).toList();
    }

    /** Opens a document that is in no file. */
    private OpenDocument untitled(String title) {
        interact(() ->
                window.studio.open(LeftBehind.document(title, 8)).workspace().select("conv"));
        settle();
        return window.studio.focusedProperty().get();
    }

    private OpenDocument edited(String title) {
        OpenDocument document = untitled(title);
        replace("#field-channels", "12");
        assertTrue(document.workspace().changed());
        return document;
    }

    private boolean canvasHasTheKeyboard() {
        return window.scene.getFocusOwner() instanceof CanvasView;
    }

    @Test
    void whatWasOpenIsOfferedLookedAtAndBroughtBack() {
        LeftBehind.untitled(folder, LeftBehind.document("one", 3), LeftBehind.document("two", 4));
        beginSession();
        await("an offer", () -> seen("#recovery"));
        assertEquals(List.of(), titles());
        clickOn("#recovery-which");
        await("the list", () -> seen("#recovery-list"));
        screenshotInBothThemes("recovery");
        clickOn("#recovery-restore");
        await("both documents", () -> titles().equals(List.of("one", "two")));
        assertFalse(seen("#recovery"));
        assertEquals("one", window.studio.focusedProperty().get().title());
        assertTrue(window.studio.documents().get(1).workspace().changed());
        await("the keyboard on the canvas", this::canvasHasTheKeyboard);
        clickOn("#command-undo");
        assertEquals(2, titles().size());
    }

    @Test
    void givingUpWhatWasLeftAsksASecondTime() throws Exception {
        Path left = LeftBehind.untitled(folder, LeftBehind.document("one", 3));
        beginSession();
        await("an offer", () -> seen("#recovery"));
        clickOn("#recovery-discard");
        assertTrue(text("#recovery-sentence").startsWith("Give up the unsaved changes of one document?"));
        clickOn("#recovery-keep");
        assertTrue(seen("#recovery-restore"));
        clickOn("#recovery-discard");
        clickOn("#recovery-really");
        await("that it is gone", () -> !seen("#recovery") && Files.notExists(left));
    }

    @Test
    void whatIsTypedIsOnTheDiskWithoutSaving() {
        beginSession();
        OpenDocument document = edited("typed");
        await("it on the disk", () -> {
            try (var files = Files.walk(folder)) {
                return files.filter(file -> file.toString().endsWith(DocumentFile.ENDING))
                        .anyMatch(file -> holds(file, document));
            } catch (java.io.IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
    }

    private static boolean holds(Path file, OpenDocument document) {
        try {
            return Files.readString(file)
                    .equals(DocumentFile.text(document.workspace().document()));
        } catch (java.io.IOException e) {
            return false;
        }
    }

    @Test
    void allUnsavedDocumentsAreAskedAboutAtOnce() {
        Path file = folder.resolve("two.convscape");
        edited("one");
        edited("two");
        edited("three");
        untitled("unchanged");
        interact(() -> window.answers.windows = new StageDialogs(window.stage, Settings.passing()));
        AtomicBoolean closed = new AtomicBoolean();
        Runnable close = () -> org.convscape.ui.control.ScreenThread.executor()
                .execute(() -> window.view.closeAll(() -> closed.set(true)));

        close.run();
        await("the question", () -> seen("#unsaved"));
        assertEquals("Save all", text("#unsaved-save"));
        clickOn("#unsaved-0");
        clickOn("#unsaved-2");
        assertEquals("Save 1, discard 2", text("#unsaved-save"));
        settle();
        clickOn("#unsaved-cancel");
        await("the canvas", this::canvasHasTheKeyboard);
        assertEquals(4, titles().size());

        close.run();
        await("the question", () -> seen("#unsaved"));
        clickOn("#unsaved-0");
        clickOn("#unsaved-2");
        interact(() -> window.answers.file = file);
        settle();
        clickOn("#unsaved-save");
        await("the end", closed::get);
        assertTrue(Files.exists(file));
        assertEquals(List.of("one", "two", "three", "unchanged"), titles());

        closed.set(false);
        close.run();
        await("the question", () -> seen("#unsaved"));
        clickOn("#unsaved-discard");
        await("the end", closed::get);
    }

    @Test
    void oneDocumentIsAskedAboutByItsName() {
        edited("first");
        edited("only_one");
        interact(() -> window.answers.windows = new StageDialogs(window.stage, Settings.passing()));
        push(KeyCode.CONTROL, KeyCode.W);
        await("the question", () -> seen("#unsaved"));
        assertFalse(seen("#unsaved-0"));
        clickOn("#unsaved-discard");
        await("the other one", () -> titles().equals(List.of("first")));
        await("the keyboard on the canvas", this::canvasHasTheKeyboard);
    }

    @Test
    void aFileThatIsChangedOutsideIsOfferedAndSavingAsks() throws Exception {
        Path file = folder.resolve("mine_and_yours.convscape");
        DocumentFile.write(LeftBehind.document("mine", 1), file);
        interact(() -> {
            window.studio.files().watch(Later.clock());
            window.studio.open(file);
        });
        await("the document", () -> titles().equals(List.of("mine_and_yours")));
        DocumentFile.write(LeftBehind.document("mine", 2), file);
        await("a notice", () -> seen("#disk"));
        assertTrue(text("#disk-sentence").contains("mine_and_yours.convscape was changed by another program"));
        screenshotInBothThemes("changed-on-disk");
        OpenDocument document = window.studio.focusedProperty().get();
        interact(() -> window.answers.windows = new StageDialogs(window.stage, Settings.passing()));
        push(KeyCode.CONTROL, KeyCode.S);
        await("the question", () -> seen("#write-over"));
        push(KeyCode.ESCAPE);
        await("no question", () -> !seen("#write-over"));
        assertEquals(
                DocumentFile.text(LeftBehind.document("mine", 2)), Files.readString(file), "nothing is written over");
        clickOn("#disk-reload");
        await(
                "theirs",
                () -> !seen("#disk") && document.workspace().document().sameWork(LeftBehind.document("mine", 2)));
        push(KeyCode.CONTROL, KeyCode.Z);
        assertTrue(document.workspace().document().sameWork(LeftBehind.document("mine", 1)));
        Files.delete(file);
        await("a notice", () -> seen("#disk"));
        assertTrue(text("#disk-sentence").contains("is no longer there"));
        clickOn("#disk-keep");
        await("no notice", () -> !seen("#disk"));
    }

    @Test
    void aDocumentIsOpenedAgainFromTheListOfRecentOnes() {
        Path file = folder.resolve("my_own_net.convscape");
        DocumentFile.write(LeftBehind.document("mine", 1), file);
        interact(() -> window.studio.open(file));
        await("the document", () -> titles().equals(List.of("my_own_net")));
        push(KeyCode.CONTROL, KeyCode.W);
        await("nothing open", () -> titles().isEmpty());
        clickOn("File");
        clickOn("Open recent");
        await("the list", () -> seen("my_own_net.convscape"));
        clickOn("my_own_net.convscape");
        await("the document", () -> titles().equals(List.of("my_own_net")));
    }
}
