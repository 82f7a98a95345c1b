package org.convscape.viewmodel.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.convscape.document.Edit;
import org.convscape.viewmodel.action.Action;
import org.convscape.viewmodel.action.Actions;
import org.convscape.viewmodel.action.Scope;
import org.convscape.viewmodel.action.Shortcut;
import org.convscape.viewmodel.desk.Notice;
import org.convscape.viewmodel.desk.OpenDocument;
import org.convscape.viewmodel.desk.QuietStudio;
import org.convscape.viewmodel.desk.Studio;
import org.convscape.viewmodel.maps.MapsModel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The list of actions, and performing them by their ids where there is no window. */
class VocabularyTest {
    private final Studio studio = QuietStudio.open();
    private final WindowModel window = new WindowModel();
    private final TestDialogs dialogs = new TestDialogs();
    private final Actions actions = Vocabulary.of(
            studio, new FileActions(studio, dialogs, () -> window.focus(Area.CANVAS)), window, new MapsModel(studio));

    @AfterEach
    void close() {
        studio.close();
    }

    @Test
    void theDocumentOfKeysIsMadeFromTheActions() throws IOException {
        String made = KeysDocument.of(actions);
        Path copy = Files.createDirectories(Path.of("target")).resolve("keys.md");
        Files.writeString(copy, made);

        assertEquals(Files.readString(Path.of("docs", "keys.md")), made, "the text as it should be is in " + copy);
    }

    @Test
    void everyActionHasAnIdOfItsOwnAndANameAndANewOneWithAKnownIdIsRefused() {
        for (Action action : actions.all()) {
            assertTrue(action.id().matches("[a-z]+(-[a-z]+)*"), action.id());
            assertFalse(action.name().isBlank(), action.id());
            assertTrue(action.menu().isPresent() || !action.keys().isEmpty(), action + " can be reached by nobody");
        }
        Action again = Action.named("undo", "Undo").does(() -> {});
        assertEquals(
                "Two actions have the id undo",
                assertThrows(IllegalArgumentException.class, () -> actions.add(again))
                        .getMessage());
    }

    @Test
    void aKeyMeansOneThingInEachPlace() {
        Map<Scope, Map<Shortcut, String>> known = new HashMap<>();
        for (Action action : actions.all()) {
            for (Action.Key key : action.keys()) {
                String other = known.computeIfAbsent(key.scope(), scope -> new HashMap<>())
                        .put(key.shortcut(), action.id());
                assertNull(other, () -> key + " does " + other + " and " + action.id());
            }
        }
        Map<Shortcut, String> everywhere = known.get(Scope.WINDOW);
        known.forEach((scope, keys) -> keys.forEach((shortcut, id) -> assertEquals(
                id,
                scope == Scope.WINDOW ? id : everywhere.getOrDefault(shortcut, id),
                () -> shortcut + " is heard in the whole window before " + scope + " hears it")));
    }

    @Test
    void anIdThatNobodyKnowsIsASentenceAndNoFailure() {
        Optional<String> refusal = actions.perform("explode");

        assertEquals(
                "Expected the id of an action, such as undo or page-cost, but found “explode”, which is none",
                refusal.orElseThrow());
        assertEquals(refusal.get(), studio.noticeProperty().get().sentence());
        assertThrows(IllegalArgumentException.class, () -> actions.require("explode"));
    }

    @Test
    void whatIsNotPossibleNowIsRefusedWithTheReasonWhichTheWindowShows() {
        assertEquals("Save is not possible now: no document is open", refused("save"));
        assertEquals("Undo is not possible now: there is nothing to take back", refused("undo"));
        assertEquals("Duplicate is not possible now: no document is open", refused("canvas-duplicate"));
        assertEquals("Cancel the run is not possible now: nothing is running", refused("cancel"));
        studio.openNetwork("first-look");
        assertEquals("Connect with is not possible now: select one card first", refused("canvas-connect"));
        assertEquals("Open or close the block is not possible now: select one block first", refused("canvas-toggle"));
        assertEquals("Next tab is not possible now: no other document is open", refused("next-tab"));
        assertEquals(
                "One value to the left is not possible now: its key is heard only while the keyboard is on the chosen map",
                refused("loupe-left"));
        assertEquals(0, dialogs.asked);
    }

    private String refused(String id) {
        String sentence = actions.perform(id).orElseThrow();
        Notice notice = studio.noticeProperty().get();
        assertEquals(Notice.Kind.INFORMATION, notice.kind());
        assertEquals(sentence, notice.sentence());
        assertFalse(actions.require(id).possible().getValue());
        return sentence;
    }

    @Test
    void theReasonFollowsWhatHappensAndTheDocumentThatHasTheFocus() {
        Action undo = actions.require("undo");
        Action delete = actions.require("canvas-delete");
        int[] told = {0};
        delete.possible().addListener(observable -> told[0]++);
        OpenDocument first = studio.openNetwork("first-look").orElseThrow();
        assertFalse(delete.possible().getValue());
        first.workspace().select("conv1");
        assertTrue(delete.possible().getValue());
        assertTrue(told[0] > 0, "buttons have heard of it");
        assertEquals(Optional.empty(), actions.perform("canvas-delete"));
        assertEquals("Undo: Delete 3 items", undo.text(), "the card with all that is on it");
        studio.openNew();
        assertFalse(undo.possible().getValue(), "the other document has no past");
        actions.perform("previous-tab");
        assertEquals(Optional.empty(), actions.perform("undo"));
        assertTrue(first.workspace().document().graph().find("conv1").isPresent());
    }

    @Test
    void actionsNeedNoViewOfTheWindow() {
        actions.perform("page-cost");
        actions.perform("theme");
        actions.perform("show-palette");
        actions.perform("find");
        OpenDocument document = studio.openNetwork("first-look").orElseThrow();
        document.canvas().sight().resize(800, 500);
        document.workspace().select("conv1");
        actions.perform("canvas-right");
        actions.perform("canvas-move-down");

        assertEquals(Page.COST, window.pageProperty().get());
        assertEquals(Look.LIGHT, window.lookProperty().get());
        assertTrue(window.foldedProperty(Area.PALETTE).get());
        assertTrue(window.finderOpenProperty().get());
        String reached = document.workspace().selected().orElseThrow();
        assertFalse(reached.equals("conv1"));
        assertTrue(document.workspace().document().layout().position(reached).isPresent());
        assertFalse(document.workspace().apply(new Edit.Rename(reached, "")));
    }
}
