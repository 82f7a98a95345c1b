package org.convscape.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.stage.PopupWindow;
import javafx.stage.Window;
import org.convscape.testing.ScreenSize;
import org.convscape.testing.Whole;
import org.convscape.ui.canvas.CanvasView;
import org.convscape.viewmodel.desk.OpenDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Everything in the window can be seen, reached and read at every size, and nothing that opens is transparent. */
class EveryScreenTest extends StudioTest {
    private static final List<KeyCode> PAGES =
            List.of(KeyCode.DIGIT1, KeyCode.DIGIT2, KeyCode.DIGIT3, KeyCode.DIGIT4, KeyCode.DIGIT5, KeyCode.DIGIT6);

    private List<String> faults() {
        settle();
        List<String> found = new ArrayList<>();
        interact(() -> found.addAll(Whole.faults(window.view)));
        return found;
    }

    @ParameterizedTest
    @EnumSource(ScreenSize.class)
    void nothingIsCutOrCoveredOnAnyPage(ScreenSize size) {
        showQuiet(size);
        openNetwork("first-look", "bottleneck/spatial");
        for (KeyCode page : PAGES) {
            push(KeyCode.CONTROL, page);
            assertEquals(List.of(), faults(), "page " + page + " at " + size);
        }
    }

    @ParameterizedTest
    @CsvSource({"1024, 700", "910, 512", "880, 500"})
    void thingsHoldInSmallWindowsAndAreasHaveTheirSizesBackAfterwards(int width, int height) {
        showQuiet(ScreenSize.DESKTOP);
        openNetwork("first-look", "bottleneck/spatial");
        Region palette = (Region) lookup(".palette").query();
        Region inspector = (Region) lookup(".inspector").query();
        double before = palette.getWidth();
        double beside = inspector.getWidth();
        resize(width, height);
        for (KeyCode page : PAGES) {
            push(KeyCode.CONTROL, page);
            assertEquals(List.of(), faults(), "page " + page);
        }
        assertTrue(inspector.getWidth() >= AreasLayout.INSPECTOR_LEAST);
        resize(1600, 1000);
        assertEquals(before, palette.getWidth());
        assertEquals(beside, inspector.getWidth());
    }

    /** While it is not seen: a window in memory that grows is painted once more into the pixels of the smaller one. */
    private void resize(int width, int height) {
        interact(() -> {
            window.stage.hide();
            window.stage.setWidth(width);
            window.stage.setHeight(height);
            window.stage.show();
            window.stage.requestFocus();
        });
        settle();
    }

    @Test
    void theTabsOfTheDrawerAreSeenHoweverLowItIsDragged() {
        showQuiet(ScreenSize.PROJECTOR);
        openNetwork("first-look", "bottleneck/spatial");
        drag("#drawer-edge").dropBy(0, 400);
        assertEquals(List.of(), faults());
        Bounds tab = boundsOf("#drawer-time");
        assertTrue(tab.getMaxY() <= boundsOf("#status-bar").getMinY() + 1, tab.toString());
        clickOn("#drawer-cost");
        settle();
        assertTrue(lookup("#cost-table").query().getLayoutBounds().getHeight() > 30, "A page that is chosen is opened");
    }

    private Bounds boundsOf(String query) {
        Node node = lookup(query).query();
        return node.localToScene(node.getLayoutBounds());
    }

    @ParameterizedTest
    @EnumSource(ScreenSize.class)
    void atFirstTheCardsShowMaps(ScreenSize size) {
        showQuiet(size);
        openNetwork("first-look");
        Node strip = lookup("#card-conv1").lookup(".strip").query();
        assertTrue(seen(strip), "the strip of a card at " + size);
    }

    @Test
    void listsAreOpaqueAndStandUnderTheirBoxes() {
        showQuiet(ScreenSize.PROJECTOR);
        openNetwork("first-look", "bottleneck/spatial");
        for (String id : List.of("#convention", "#field-fit")) {
            if (lookup(id).tryQuery().isEmpty()) {
                interact(() -> window.studio.focusedProperty().get().workspace().select());
                settle();
            }
            clickOn(id);
            settle();
            ComboBox<?> box = lookup(id).query();
            PopupWindow popup = openPopup();
            Region list = (Region) popup.getScene().getRoot().lookup(".list-view");
            assertOpaque(list);
            push(KeyCode.DOWN);
            settle();
            interact(() -> {
                Bounds under = box.localToScreen(box.getLayoutBounds());
                Bounds shown = list.localToScreen(list.getLayoutBounds());
                assertEquals(under.getMinX(), shown.getMinX(), 3, id);
                assertEquals(under.getMaxY(), shown.getMinY(), 3, id);
            });
            push(KeyCode.ESCAPE);
        }
    }

    private static PopupWindow openPopup() {
        return Window.getWindows().stream()
                .filter(window -> window instanceof PopupWindow && !(window instanceof Tooltip) && window.isShowing())
                .map(PopupWindow.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private static void assertOpaque(Region region) {
        assertNotNull(region.getBackground(), region + " has a ground");
        var fills = region.getBackground().getFills();
        Color ground = (Color) fills.get(fills.size() - 1).getFill();
        assertEquals(1, ground.getOpacity(), region + " has an opaque ground");
        assertEquals(1, region.getOpacity());
    }

    @Test
    void menusAreOpaqueAndHaveEveryActionOfTheCanvasWithItsKey() {
        showQuiet(ScreenSize.PROJECTOR);
        openNetwork("first-look", "bottleneck/spatial");
        clickOn("Edit");
        settle();
        Region menu = openPopup().getScene().getRoot().lookupAll(".context-menu").stream()
                .map(Region.class::cast)
                .filter(region -> region.getBackground() != null)
                .findFirst()
                .orElseThrow();
        assertOpaque(menu);
        List<String> texts = menu.lookupAll(".label").stream()
                .map(javafx.scene.control.Label.class::cast)
                .map(javafx.scene.control.Labeled::getText)
                .toList();
        assertTrue(texts.containsAll(List.of("Delete", "Duplicate", "F2", "Ctrl+D", "Ctrl+R")), texts.toString());
        push(KeyCode.ESCAPE);
    }

    @Test
    void theSheetOfKeysOpensSearchesAndGivesTheKeyboardBack() {
        showQuiet(ScreenSize.PROJECTOR);
        openNetwork("first-look");
        push(KeyCode.F1);
        assertTrue(seen("#keys"));
        write("rename");
        settle();
        List<String> keys = lookup(".key").queryAllAs(javafx.scene.control.Label.class).stream()
                .map(javafx.scene.control.Labeled::getText)
                .toList();
        assertEquals(List.of("F2"), keys);
        push(KeyCode.ESCAPE);
        assertFalse(seen("#keys"));
        assertTrue(focusIsIn(".canvas-view"));
    }

    @Test
    void escapeClosesTheSearchAndGivesTheKeyboardBack() {
        showQuiet(ScreenSize.PROJECTOR);
        openNetwork("first-look");
        push(KeyCode.CONTROL, KeyCode.K);
        write("conv");
        assertTrue(seen("#finder"));
        push(KeyCode.ESCAPE);
        assertFalse(seen("#finder"));
        assertTrue(focusIsIn(".canvas-view"));
    }

    private boolean focusIsIn(String query) {
        for (Node at = window.scene.getFocusOwner(); at != null; at = at.getParent()) {
            if (lookup(query).queryAll().contains(at)) {
                return true;
            }
        }
        return false;
    }

    @Test
    void f6GoesThroughAllAreasBothWaysWithARingAndLeavesThePageOfTheDrawer() {
        showQuiet(ScreenSize.LAPTOP);
        openNetwork("first-look", "bottleneck/spatial");
        push(KeyCode.CONTROL, KeyCode.DIGIT2);
        interact(() -> window.view.focusCanvas());
        for (String area : List.of(".drawer", ".inspector", ".palette", ".canvas-view")) {
            push(KeyCode.F6);
            settle();
            assertTrue(focusIsIn(area), area + " after F6, but " + window.scene.getFocusOwner());
            assertTrue(seen(".area-ring"));
        }
        for (String area : List.of(".palette", ".inspector", ".drawer", ".canvas-view")) {
            push(KeyCode.SHIFT, KeyCode.F6);
            settle();
            assertTrue(focusIsIn(area), area + " after Shift+F6, but " + window.scene.getFocusOwner());
        }
        assertTrue(seen("#cost-table"), "the page is still that of the costs");
        clickOn("#canvas");
        settle();
        assertFalse(seen(".area-ring"));
    }

    @Test
    void aMessageMovesNothingAndGoesWhenTheNextThingSucceeds() {
        showQuiet(ScreenSize.PROJECTOR);
        openNetwork("first-look", "bottleneck/spatial");
        CanvasView canvas = lookup("#canvas").query();
        Bounds before = canvas.localToScene(canvas.getLayoutBounds());
        var view = current().canvas().sight().viewportProperty().get();
        interact(() -> window.studio.report("Something could not be done, and this is the sentence that says why."));
        settle();
        assertTrue(seen("#banner"));
        assertEquals(before, canvas.localToScene(canvas.getLayoutBounds()));
        assertEquals(view, current().canvas().sight().viewportProperty().get());
        assertEquals(List.of(), faults());
        openNetwork("first-look");
        assertFalse(seen("#banner"));
    }

    @Test
    void closingATabGivesTheKeyboardToTheCanvasThatIsSeenThen() {
        showQuiet(ScreenSize.LAPTOP);
        openNetwork("first-look");
        openNetwork("first-look");
        push(KeyCode.CONTROL, KeyCode.W);
        settle();
        assertTrue(focusIsIn(".canvas-view"), "" + window.scene.getFocusOwner());
    }

    @Test
    void whatIsChosenInTheSearchGoesIntoTheConnectionThatIsSelected() {
        showQuiet(ScreenSize.LAPTOP);
        OpenDocument document = openNetwork("first-look");
        interact(() -> document.canvas()
                .selectLinks(java.util.Set.of(document.canvas().scene().view().links().stream()
                        .filter(link -> link.from().equals("conv1") || link.to().equals("maxpool"))
                        .findFirst()
                        .orElseThrow())));
        int edges = document.workspace().document().graph().edges().size();
        push(KeyCode.CONTROL, KeyCode.K);
        write("relu").push(KeyCode.ENTER);
        settle();
        assertEquals(edges + 1, document.workspace().document().graph().edges().size());
    }
}
