package org.convscape.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.convscape.attribute.Padding;
import org.convscape.block.BlockLibrary;
import org.convscape.document.Document;
import org.convscape.graph.GraphBuilder;
import org.convscape.io.DocumentFile;
import org.convscape.io.FileFailure;
import org.convscape.io.FileStamp;
import org.convscape.op.library.Conv2d;
import org.convscape.op.library.Input;
import org.convscape.op.library.OpLibrary;
import org.convscape.tensor.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JournalTest {

    @TempDir
    Path state;

    private Path sessions() {
        return state.resolve("sessions");
    }

    /** A picture and a convolution with that many channels. */
    static Document with(int channels) {
        GraphBuilder graph = new GraphBuilder();
        String picture = graph.add("picture", Input.of(Shape.maps(32, 32, 3)));
        graph.add("conv", Conv2d.of(channels, 3, 1, Padding.VALID, false), picture);
        return Document.of("channels-" + channels, graph.build());
    }

    private static KeptDocument untitled(long key, Document document) {
        return new KeptDocument(key, document, Optional.empty(), FileStamp.NOTHING, true);
    }

    private static KeptDocument inFile(long key, Document document, Path file, boolean changed) {
        return new KeptDocument(key, document, Optional.of(file), FileStamp.of(file), changed);
    }

    private static LeftSession.Content read(LeftSession session) {
        return session.read(OpLibrary.standard(), BlockLibrary.standard());
    }

    private LeftSession.Content left() {
        List<LeftSession> found = LeftSession.find(sessions());
        assertEquals(1, found.size());
        LeftSession.Content content = read(found.get(0));
        found.get(0).close();
        return content;
    }

    private Path left(Snapshot snapshot) {
        Journal journal = new Journal(sessions());
        journal.write(snapshot);
        journal.leave();
        return journal.folder();
    }

    @Test
    void everythingThatWasOpenComesBackInItsOrder() {
        Path changed = state.resolve("changed.convscape");
        Path same = state.resolve("same.convscape");
        DocumentFile.write(with(1), changed);
        DocumentFile.write(with(2), same);
        left(new Snapshot(
                List.of(
                        untitled(7, with(3)),
                        inFile(2, with(4), changed, true),
                        inFile(3, with(2), same, false),
                        new KeptDocument(9, with(5), Optional.empty(), FileStamp.NOTHING, false)),
                1));

        LeftSession.Content content = left();
        assertEquals(List.of(), content.problems());
        assertEquals(1, content.current());
        assertEquals(
                List.of(with(3), with(4), with(2), with(5)),
                content.documents().stream()
                        .map(LeftSession.Recovered::document)
                        .toList());
        assertEquals(
                List.of(true, true, false, false),
                content.documents().stream().map(LeftSession.Recovered::changed).toList());
        assertEquals(Optional.of(changed), content.documents().get(1).file());
        assertEquals(with(1), content.documents().get(1).saved());
    }

    @Test
    void onlyWhatHasChangedIsWritten() throws Exception {
        Journal journal = new Journal(sessions());
        Document one = with(1);
        journal.write(new Snapshot(List.of(untitled(1, one), untitled(2, with(2))), 0));
        Object first = key(journal, "1.convscape");
        Object second = key(journal, "2.convscape");
        Object list = key(journal, "session.json");
        journal.write(new Snapshot(List.of(untitled(1, one), untitled(2, with(3).titled("channels-2"))), 0));

        assertEquals(first, key(journal, "1.convscape"));
        assertFalse(second.equals(key(journal, "2.convscape")));
        assertEquals(list, key(journal, "session.json"));
        journal.write(new Snapshot(List.of(untitled(1, one)), 0));
        assertFalse(Files.exists(journal.folder().resolve("2.convscape")), "what was closed is not kept");
        journal.close();
    }

    /** A file that is replaced is another file. */
    private static Object key(Journal journal, String name) throws Exception {
        return List.of(
                Files.getAttribute(journal.folder().resolve(name), "fileKey"),
                Files.getLastModifiedTime(journal.folder().resolve(name)));
    }

    @Test
    void aWindowThatIsClosedLeavesNothingAndOneThatNothingWasDoneInMakesNothing() {
        Journal journal = new Journal(sessions());
        journal.write(Snapshot.EMPTY);
        assertFalse(Files.exists(sessions()));
        journal.write(new Snapshot(List.of(untitled(1, with(1))), 0));
        journal.close();
        assertFalse(Files.exists(journal.folder()));
        assertEquals(List.of(), LeftSession.find(sessions()));
    }

    @Test
    void noWindowTakesWhatIsOpenInAnotherAndNoTwoTakeTheSame() {
        Journal living = new Journal(sessions());
        living.write(new Snapshot(List.of(untitled(1, with(1))), 0));
        assertEquals(List.of(), LeftSession.find(sessions()));
        living.leave();
        List<LeftSession> one = LeftSession.find(sessions());
        List<LeftSession> other = LeftSession.find(sessions());
        assertEquals(1, one.size());
        assertEquals(List.of(), other);
        one.get(0).close();
        one = LeftSession.find(sessions());
        assertEquals(1, one.size(), "what was not decided about stays");
        one.get(0).discard();
        assertEquals(List.of(), LeftSession.find(sessions()));
        assertFalse(Files.exists(living.folder()));
    }

    /** A program of its own that keeps a document and waits. */
    static final class Keeper {
        private Keeper() {}

        public static void main(String[] arguments) throws Exception {
            Journal journal = new Journal(Path.of(arguments[0]));
            journal.write(new Snapshot(List.of(untitled(1, with(6))), 0));
            System.out.println("kept");
            System.out.flush();
            Thread.sleep(TimeUnit.MINUTES.toMillis(5));
            journal.close();
        }
    }

    @Test
    void whatAKilledProgramHadOpenIsFoundAndWhatALivingOneHasIsNot() throws Exception {
        Process keeper = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Keeper.class.getName(),
                        sessions().toString())
                .redirectErrorStream(true)
                .start();
        try (BufferedReader said =
                new BufferedReader(new InputStreamReader(keeper.getInputStream(), StandardCharsets.UTF_8))) {
            assertEquals("kept", said.readLine());
            assertEquals(List.of(), LeftSession.find(sessions()));
        } finally {
            keeper.destroyForcibly();
        }
        assertTrue(keeper.waitFor(1, TimeUnit.MINUTES));
        assertEquals(with(6), left().documents().get(0).document());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "null", "[]", "{\"convscape\": 99}", "{\"convscape\": 1, \"nodes\": 7}", "\0\0\0"})
    void aDamagedDocumentIsNamedAndPutAsideAndTheOthersComeBack(String damage) throws Exception {
        Path folder = left(new Snapshot(List.of(untitled(1, with(1)), untitled(2, with(2)), untitled(3, with(3))), 2));
        Files.writeString(folder.resolve("2.convscape"), damage);

        LeftSession session = LeftSession.find(sessions()).get(0);
        LeftSession.Content content = read(session);
        assertEquals(
                List.of(with(1), with(3)),
                content.documents().stream()
                        .map(LeftSession.Recovered::document)
                        .toList());
        assertEquals(1, content.current());
        assertEquals(1, content.problems().size());
        assertTrue(content.problems().get(0).startsWith("The changes to channels-2 cannot be read ("));
        List<Path> aside = session.putAside(state.resolve("damaged"));
        session.discard();
        assertEquals(damage, Files.readString(aside.get(0)));
    }

    @Test
    void everyPlaceAtWhichADocumentCanBeCutOffIsASentence() throws Exception {
        Path folder = left(new Snapshot(List.of(untitled(1, with(1))), 0));
        byte[] whole = Files.readAllBytes(folder.resolve("1.convscape"));
        for (int length = 0; length < whole.length - 1; length += 7) {
            Files.write(folder.resolve("1.convscape"), java.util.Arrays.copyOf(whole, length));
            LeftSession.Content content = left();
            assertEquals(1, content.problems().size());
            assertEquals(List.of(), content.documents());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{\"session\": 1, \"docu",
                "[]",
                "{\"session\": 2, \"documents\": []}",
                "{\"documents\": []}",
                "{\"session\": 1}"
            })
    void withoutItsListASessionComesBackFromTheDocumentsAlone(String damage) throws Exception {
        Path folder = left(new Snapshot(List.of(untitled(1, with(1)), untitled(2, with(2))), 1));
        Files.writeString(folder.resolve("session.json"), damage);

        LeftSession session = LeftSession.find(sessions()).get(0);
        LeftSession.Content content = read(session);
        assertEquals(2, content.documents().size());
        assertEquals(1, content.problems().size());
        assertEquals(1, session.putAside(state.resolve("damaged")).size());
        session.discard();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "{\"kept\": \"../../secret.convscape\"}",
                "{\"kept\": \"/etc/passwd\"}",
                "{\"file\": \"relative.convscape\"}",
                "{\"file\": 7}",
                "{}",
                "7",
                "null"
            })
    void entriesThatLeadElsewhereOrToNothingAreLeftOut(String entry) throws Exception {
        Path folder = left(new Snapshot(List.of(untitled(1, with(1))), 0));
        DocumentFile.write(with(9), state.resolve("secret.convscape"));
        Files.writeString(
                folder.resolve("session.json"),
                "{\"session\": 1, \"current\": 1, \"documents\": [" + entry + ", {\"kept\": \"1.convscape\"}]}");

        LeftSession.Content content = left();
        assertEquals(
                List.of(with(1)),
                content.documents().stream()
                        .map(LeftSession.Recovered::document)
                        .toList());
        assertEquals(0, content.current());
        assertTrue(content.documents().get(0).changed());
    }

    @Test
    void aFileThatHasBecomeAnotherOrHasGoneIsNotMistakenForWhatWasReadFromIt() throws Exception {
        Path other = state.resolve("other.convscape");
        Path gone = state.resolve("gone.convscape");
        Path savedJustBefore = state.resolve("saved.convscape");
        for (Path file : List.of(other, gone, savedJustBefore)) {
            DocumentFile.write(with(1), file);
        }
        left(new Snapshot(
                List.of(
                        inFile(1, with(2), other, true),
                        inFile(2, with(3), gone, true),
                        inFile(3, with(4), savedJustBefore, true)),
                0));
        DocumentFile.write(with(8), other);
        Files.delete(gone);
        DocumentFile.write(with(4), savedJustBefore);

        List<LeftSession.Recovered> documents = left().documents();
        assertEquals(FileStamp.Standing.CHANGED, documents.get(0).stamp().standing(other));
        assertTrue(documents.get(0).changed());
        assertEquals(FileStamp.Standing.GONE, documents.get(1).stamp().standing(gone));
        assertTrue(documents.get(1).changed());
        assertEquals(FileStamp.Standing.SAME, documents.get(2).stamp().standing(savedJustBefore));
        assertFalse(documents.get(2).changed());
    }

    @Test
    void anUnchangedFileThatHasGoneIsNamed() throws Exception {
        Path gone = state.resolve("gone.convscape");
        DocumentFile.write(with(1), gone);
        left(new Snapshot(List.of(inFile(1, with(1), gone, false)), 0));
        Files.delete(gone);
        assertEquals(List.of("There is no file " + gone), left().problems());
    }

    @Test
    void aFolderThatCannotBeWrittenIsASentenceAndTheNextTryWritesEverything() throws Exception {
        Files.writeString(sessions(), "a file in the way");
        Journal journal = new Journal(sessions());
        Snapshot snapshot = new Snapshot(List.of(untitled(1, with(1))), 0);
        String message =
                assertThrows(FileFailure.class, () -> journal.write(snapshot)).getMessage();
        assertTrue(message.contains(sessions().toString()), message);
        Files.delete(sessions());
        journal.write(snapshot);
        journal.leave();
        assertEquals(with(1), left().documents().get(0).document());
    }

    @Test
    void aFolderThatSomebodyDeletedIsMadeAgain() {
        Journal journal = new Journal(sessions());
        Snapshot snapshot = new Snapshot(List.of(untitled(1, with(1)), untitled(2, with(2))), 0);
        journal.write(snapshot);
        Folders.delete(journal.folder());
        journal.write(snapshot);
        journal.leave();
        assertEquals(2, left().documents().size());
    }
}
