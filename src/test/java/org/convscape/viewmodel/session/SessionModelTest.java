package org.convscape.viewmodel.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.convscape.block.BlockLibrary;
import org.convscape.document.Document;
import org.convscape.document.Edit;
import org.convscape.io.DocumentFile;
import org.convscape.io.FileStamp;
import org.convscape.op.library.OpLibrary;
import org.convscape.op.library.Relu;
import org.convscape.session.KeptDocument;
import org.convscape.session.Snapshot;
import org.convscape.task.JobRunner;
import org.convscape.testing.LeftBehind;
import org.convscape.viewmodel.desk.Notice;
import org.convscape.viewmodel.desk.OpenDocument;
import org.convscape.viewmodel.desk.QuietStudio;
import org.convscape.viewmodel.desk.Studio;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionModelTest {

    @TempDir
    Path folder;

    private final Studio studio = QuietStudio.open();
    private final List<Runnable> waiting = new ArrayList<>();
    private final List<Duration> waits = new ArrayList<>();
    private final List<Notice> told = new ArrayList<>();
    private SessionModel session;

    private Path state() {
        return folder.resolve("state");
    }

    private void begin() {
        studio.noticeProperty().addListener((property, before, after) -> told.add(after));
        session = new SessionModel(studio, state(), JobRunner.calling(), (wait, work) -> {
            waits.add(wait);
            waiting.add(work);
        });
        session.start();
    }

    @AfterEach
    void end() {
        session.close();
        studio.close();
    }

    private void aMomentLater() {
        List<Runnable> due = List.copyOf(waiting);
        waiting.clear();
        due.forEach(Runnable::run);
    }

    private List<Path> kept() throws IOException {
        try (Stream<Path> files = Files.walk(state().resolve("sessions"))) {
            return files.filter(file -> file.toString().endsWith(DocumentFile.ENDING))
                    .sorted()
                    .toList();
        }
    }

    private static Document read(Path file) {
        return DocumentFile.read(file, OpLibrary.standard(), BlockLibrary.standard());
    }

    private static void edit(OpenDocument document, String name) {
        assertTrue(document.workspace().apply(new Edit.AddNode(name, new Relu(), null)));
    }

    @Test
    void everyEditIsOnTheDiskAMomentAfterTheFirstOfSeveral() throws IOException {
        begin();
        OpenDocument document = studio.openNew();
        edit(document, "one");
        edit(document, "two");
        assertEquals(1, waiting.size(), "further edits do not put the writing off");
        assertTrue(waits.get(0).compareTo(Duration.ofMillis(500)) <= 0);
        aMomentLater();
        assertEquals(document.workspace().document(), read(kept().get(0)));

        edit(document, "three");
        assertEquals(1, waiting.size());
        aMomentLater();
        assertEquals(document.workspace().document(), read(kept().get(0)));
        document.workspace().undo();
        aMomentLater();
        assertEquals(document.workspace().document(), read(kept().get(0)));
        assertEquals(List.of(), told);
    }

    @Test
    void whatEveryStartOpensIsNotKeptAndWhatIsClosedNoLonger() throws IOException {
        studio.openNetwork("first-look");
        begin();
        OpenDocument document = studio.openNew();
        edit(document, "one");
        aMomentLater();
        assertEquals(1, kept().size());
        studio.close(document);
        aMomentLater();
        assertEquals(0, kept().size());
        edit(studio.documents().get(0), "two");
        aMomentLater();
        assertEquals(1, kept().size());
        session.close();
        try (Stream<Path> left = Files.list(state().resolve("sessions"))) {
            assertEquals(
                    List.of(),
                    left.filter(Files::isDirectory).toList(),
                    "a window that is closed in order leaves nothing");
        }
    }

    @Test
    void whatAKilledProgramHadOpenIsOfferedAndComesBackAsItWas() throws IOException {
        Path file = folder.resolve("mine.convscape");
        Document onDisk = LeftBehind.document("mine", 4);
        DocumentFile.write(onDisk, file);
        Path left = LeftBehind.session(
                state(),
                new Snapshot(
                        List.of(
                                new KeptDocument(
                                        3,
                                        LeftBehind.document("Untitled", 5),
                                        Optional.empty(),
                                        FileStamp.NOTHING,
                                        true),
                                new KeptDocument(
                                        1, LeftBehind.document("mine", 6), Optional.of(file), FileStamp.of(file), true),
                                new KeptDocument(
                                        2,
                                        LeftBehind.document("resnet", 7),
                                        Optional.empty(),
                                        FileStamp.NOTHING,
                                        false)),
                        1));
        studio.openNetwork("first-look");
        begin();

        Offer offer = session.offerProperty().get();
        assertTrue(offer.sentence().startsWith("Convscape was not closed in order ("), offer.sentence());
        assertTrue(
                offer.sentence().endsWith("3 documents were open, 2 of them with unsaved changes."), offer.sentence());
        assertEquals(
                List.of("Untitled, 2 layers, unsaved", "mine (" + file + "), 2 layers, unsaved", "resnet, 2 layers"),
                offer.lines());
        assertEquals(1, studio.documents().size(), "nothing opens before somebody has decided");
        assertTrue(Files.exists(left));

        session.restore();
        assertNull(session.offerProperty().get());
        assertEquals(
                List.of("Untitled", "mine", "resnet"),
                studio.documents().stream().map(OpenDocument::title).toList());
        assertEquals(
                List.of(true, true, false),
                studio.documents().stream()
                        .map(document -> document.changedProperty().get())
                        .toList());
        assertEquals("mine", studio.focusedProperty().get().title());
        assertEquals(
                LeftBehind.document("mine", 6),
                studio.focusedProperty().get().workspace().document());
        assertEquals(
                onDisk,
                studio.focusedProperty().get().workspace().savedProperty().get());
        assertFalse(Files.exists(left), "it is kept in this session now");
        assertEquals(3, kept().size());
        assertEquals("3 documents are open again", told.get(told.size() - 1).sentence());
    }

    @Test
    void whatIsDiscardedIsGoneAndWhatIsNotDecidedAboutIsOfferedAgain() {
        Path first = LeftBehind.untitled(state(), LeftBehind.document("a", 1));
        begin();
        assertEquals(1, session.offerProperty().get().unsaved());
        session.close();
        assertTrue(Files.exists(first));
        begin();
        assertEquals(1, session.offerProperty().get().unsaved());
        session.discard();
        assertNull(session.offerProperty().get());
        assertFalse(Files.exists(first));
        session.close();
        begin();
        assertNull(session.offerProperty().get());
    }

    @Test
    void severalSessionsThatWereLeftComeBackTogether() {
        LeftBehind.untitled(state(), LeftBehind.document("a", 1), LeftBehind.document("b", 2));
        LeftBehind.untitled(state(), LeftBehind.document("c", 3));
        begin();
        assertTrue(session.offerProperty().get().sentence().contains("3 documents were open, all with unsaved"));
        session.restore();
        assertEquals(3, studio.documents().size());
    }

    @Test
    void aFileThatSeveralSessionsHadOpenAsItIsComesBackOnce() {
        Path file = folder.resolve("mine.convscape");
        DocumentFile.write(LeftBehind.document("mine", 4), file);
        KeptDocument same =
                new KeptDocument(1, LeftBehind.document("mine", 4), Optional.of(file), FileStamp.of(file), false);
        KeptDocument changed =
                new KeptDocument(1, LeftBehind.document("mine", 5), Optional.of(file), FileStamp.of(file), true);
        LeftBehind.session(state(), new Snapshot(List.of(same), 0));
        LeftBehind.session(state(), new Snapshot(List.of(same), 0));
        begin();
        assertEquals(1, session.offerProperty().get().lines().size());
        session.close();
        LeftBehind.session(state(), new Snapshot(List.of(changed), 0));
        begin();
        assertEquals(1, session.offerProperty().get().unsaved());
        session.restore();
        assertEquals(1, studio.documents().size());
        assertTrue(studio.documents().get(0).workspace().changed());
    }

    @Test
    void twoWindowsAtTheSameTimeKeepTheirOwnAndOfferNothingOfEachOther() throws IOException {
        begin();
        edit(studio.openNew(), "one");
        aMomentLater();
        try (Studio second = QuietStudio.open();
                SessionModel other =
                        new SessionModel(second, state(), JobRunner.calling(), (wait, work) -> work.run())) {
            other.start();
            assertNull(other.offerProperty().get());
            edit(second.openNew(), "two");
            assertEquals(2, kept().size());
        }
        assertEquals(1, kept().size());
    }

    @Test
    void damagedDocumentsAreNamedOnceAndKeptAside() throws IOException {
        Path left = LeftBehind.untitled(state(), LeftBehind.document("a", 1), LeftBehind.document("b", 2));
        Files.writeString(left.resolve("2.convscape"), "{\"convscape\": 1, \"titl");
        begin();
        assertEquals(2, session.offerProperty().get().lines().size());
        session.restore();
        assertEquals(1, studio.documents().size());
        Notice last = told.get(told.size() - 1);
        assertEquals(Notice.Kind.PROBLEM, last.kind());
        assertTrue(last.sentence().contains("The changes to b cannot be read"), last.sentence());
        assertTrue(last.sentence().contains("Kept in " + state().resolve("damaged")), last.sentence());
        try (Stream<Path> aside = Files.list(state().resolve("damaged"))) {
            assertEquals(1, aside.count());
        }
        assertFalse(Files.exists(left));
    }

    @Test
    void aStateFolderThatCannotBeWrittenIsSaidOnceAndWhatWasLeftIsNotLost() throws IOException {
        Files.writeString(state(), "a file in the way");
        begin();
        OpenDocument document = studio.openNew();
        edit(document, "one");
        aMomentLater();
        edit(document, "two");
        aMomentLater();
        List<String> sentences = told.stream().map(Notice::sentence).toList();
        assertEquals(1, sentences.size(), sentences.toString());
        assertTrue(sentences.get(0).startsWith("What you do is not kept against a crash until this is mended: "));
        Files.delete(state());
        aMomentLater();
        assertEquals(document.workspace().document(), read(kept().get(0)), "it is tried again without an edit");
    }
}
