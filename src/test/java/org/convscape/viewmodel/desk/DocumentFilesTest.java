package org.convscape.viewmodel.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.convscape.analysis.Analysis;
import org.convscape.document.Document;
import org.convscape.document.Edit;
import org.convscape.execution.DocumentWeights;
import org.convscape.execution.Exports;
import org.convscape.io.DocumentFile;
import org.convscape.io.FileStamp.Standing;
import org.convscape.io.onnx.OnnxFile;
import org.convscape.op.library.Relu;
import org.convscape.session.Settings;
import org.convscape.task.Cancellation;
import org.convscape.task.JobRunner;
import org.convscape.task.Later;
import org.convscape.task.Progress;
import org.convscape.testing.KerasFiles;
import org.convscape.testing.LeftBehind;
import org.convscape.weights.SeededWeights;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocumentFilesTest {

    @TempDir
    Path folder;

    private final Studio studio = QuietStudio.open();
    private Path file;
    private OpenDocument document;

    @BeforeEach
    void open() {
        file = folder.resolve("mine.convscape");
        DocumentFile.write(LeftBehind.document("mine", 1), file);
        studio.open(file);
        document = studio.focusedProperty().get();
    }

    @AfterEach
    void close() {
        studio.close();
    }

    private void edit() {
        assertTrue(document.workspace().apply(new Edit.AddNode("more", new Relu(), null)));
    }

    private Standing standing() {
        studio.files().check();
        return document.workspace().standingProperty().get();
    }

    private DocumentFiles.Outcome save(boolean over) {
        List<DocumentFiles.Outcome> outcomes = new ArrayList<>();
        studio.files().save(document, file, over, outcomes::add);
        assertEquals(1, outcomes.size());
        return outcomes.get(0);
    }

    /** Later than the last time: the clock of files is coarser than a test is quick. */
    private void anotherProgramWrites() throws IOException {
        FileTime before = Files.getLastModifiedTime(file);
        DocumentFile.write(LeftBehind.document("mine", 2), file);
        Files.setLastModifiedTime(file, FileTime.fromMillis(before.toMillis() + 2_000));
    }

    @Test
    void aFileThatAnotherProgramWritesIsNoticedAndReloadingCanBeUndone() throws Exception {
        edit();
        Document mine = document.workspace().document();
        assertEquals(Standing.SAME, standing());
        anotherProgramWrites();
        assertEquals(Standing.CHANGED, standing());
        studio.files().reload(document);
        assertEquals(LeftBehind.document("mine", 2), document.workspace().document());
        assertFalse(document.workspace().changed());
        assertEquals(Standing.SAME, standing());
        document.workspace().undo();
        assertEquals(mine, document.workspace().document());
        assertTrue(document.workspace().changed());
    }

    @Test
    void aModelOfAnotherProgramOpensAsANewDocumentThatKeepsWhereItsWeightsAre() {
        Path model = folder.resolve("model.onnx");
        Document small = LeftBehind.document("mine", 1);
        OnnxFile.write(
                Exports.onnx(small, Analysis.of(small.graph()), false, new SeededWeights(1), "drawn"),
                model,
                Progress.NONE,
                new Cancellation());

        studio.open(model);

        OpenDocument opened = studio.focusedProperty().get();
        Document read = opened.workspace().document();
        assertEquals(small.graph().size(), read.graph().size());
        assertNull(opened.workspace().fileProperty().get());
        assertEquals(Optional.of(model.toAbsolutePath().toString()), DocumentWeights.file(read));
    }

    @Test
    void aFileOfKerasIsANetworkOrWeightsAlone() {
        List<String> asked = new ArrayList<>();
        Path bare = KerasFiles.bare(folder.resolve("bare.h5"));
        studio.files().open(bare, () -> asked.add("weights"));
        assertEquals(List.of("weights"), asked);

        Path model = KerasFiles.small(folder.resolve("small.h5"));
        studio.files().open(model, () -> asked.add("weights"));

        assertEquals(List.of("weights"), asked);
        OpenDocument opened = studio.focusedProperty().get();
        assertEquals("small", opened.title());
        assertNull(opened.workspace().fileProperty().get());
        assertEquals(
                Optional.of(model.toAbsolutePath().toString()),
                DocumentWeights.file(opened.workspace().document()));
    }

    @Test
    void aFileThatWasOnlyTouchedOrWrittenTheSameIsNoOther() throws Exception {
        Files.setLastModifiedTime(file, FileTime.fromMillis(1_000_000));
        assertEquals(Standing.SAME, standing());
        DocumentFile.write(LeftBehind.document("mine", 1), file);
        assertEquals(Standing.SAME, standing());
    }

    @Test
    void savingOverAChangedFileAsksFirst() throws Exception {
        edit();
        anotherProgramWrites();
        byte[] theirs = Files.readAllBytes(file);
        assertEquals(DocumentFiles.Outcome.CHANGED_ON_DISK, save(false));
        assertEquals(Standing.CHANGED, document.workspace().standingProperty().get());
        assertTrue(document.workspace().changed());
        assertEquals(new String(theirs, java.nio.charset.StandardCharsets.UTF_8), Files.readString(file));
        assertEquals(DocumentFiles.Outcome.SAVED, save(true));
        assertFalse(document.workspace().changed());
        assertEquals(Standing.SAME, standing());
    }

    @Test
    void whoKeepsTheirOwnIsAskedNoMoreButBeforeItIsLost() throws Exception {
        anotherProgramWrites();
        assertEquals(Standing.CHANGED, standing());
        studio.files().keep(document);
        assertEquals(Standing.SAME, standing());
        assertTrue(document.workspace().changed());
        assertEquals(DocumentFiles.Outcome.SAVED, save(false));
    }

    @Test
    void aFileThatHasGoneIsNoticedAndCanBeSavedAgain() throws Exception {
        Files.delete(file);
        assertEquals(Standing.GONE, standing());
        assertEquals(DocumentFiles.Outcome.SAVED, save(false));
        assertEquals(Standing.SAME, standing());
        Files.delete(file);
        assertEquals(Standing.GONE, standing());
        studio.files().keep(document);
        assertEquals(Standing.SAME, standing());
        assertTrue(document.workspace().changed());
        DocumentFile.write(LeftBehind.document("mine", 3), file);
        assertEquals(Standing.CHANGED, standing());
    }

    @Test
    void aFileThatCannotBeReadAgainIsASentenceAndNothingChanges() throws Exception {
        Document mine = document.workspace().document();
        Files.writeString(file, "{\"convscape\": 1, ");
        assertEquals(Standing.CHANGED, standing());
        studio.files().reload(document);
        assertEquals(mine, document.workspace().document());
        assertTrue(studio.noticeProperty().get().sentence().startsWith(file.toString()));
    }

    @Test
    void savingWhereItCannotBeDoneIsSaidAtOnceAndTheOldFileStays() throws Exception {
        edit();
        byte[] before = Files.readAllBytes(file);
        Files.writeString(folder.resolve("blocked"), "");
        List<DocumentFiles.Outcome> outcomes = new ArrayList<>();
        studio.files().save(document, folder.resolve("blocked").resolve("x.convscape"), true, outcomes::add);
        assertEquals(List.of(DocumentFiles.Outcome.FAILED), outcomes);
        assertEquals(Notice.Kind.PROBLEM, studio.noticeProperty().get().kind());
        assertTrue(document.workspace().changed());
        assertEquals(file, document.workspace().fileProperty().get());
        assertEquals(before.length, Files.size(file));
    }

    @Test
    void whatWasOpenedAndSavedIsRecentInAllWindowsAndWhatHasGoneSaysSo() throws Exception {
        Path kept = folder.resolve("settings.json");
        Settings settings = new Settings(kept, Later.now(), JobRunner.calling(), sentence -> {});
        studio.files().recent().keepIn(settings);
        Path second = folder.resolve("second_one.convscape");
        studio.files().save(document, second, true, outcome -> {});
        Files.delete(file);

        try (Studio other = QuietStudio.open()) {
            RecentFiles recent = other.files().recent();
            recent.keepIn(new Settings(kept, Later.now(), JobRunner.calling(), sentence -> {}));
            recent.refresh();
            assertEquals(
                    List.of(new RecentFiles.Entry(second, ""), new RecentFiles.Entry(file, "it is no longer there")),
                    recent.entries());
            recent.clear();
        }
        assertEquals(List.of(), new Settings(kept, Later.now(), JobRunner.calling(), sentence -> {}).texts("recent"));
    }
}
