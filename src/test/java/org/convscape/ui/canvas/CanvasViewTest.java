package org.convscape.ui.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import javafx.css.PseudoClass;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.convscape.document.Document;
import org.convscape.document.Edit;
import org.convscape.graph.Edge;
import org.convscape.graph.GroupPath;
import org.convscape.layout.Box;
import org.convscape.scene.Reading;
import org.convscape.tensor.Shape;
import org.convscape.testing.CutNumbers;
import org.convscape.testing.ScreenTest;
import org.convscape.testing.Screenshots;
import org.convscape.ui.control.Theme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a person does on the canvas, from one window per task; every task leaves a screenshot. */
class CanvasViewTest extends ScreenTest {
    private CanvasStage window;

    private void open(Document document) {
        interact(() -> window = new CanvasStage(this::showInWindow, document, Theme.DARK, 1300, 760));
        Screenshots.settle(window.scene);
    }

    private void drop(String item, double x, double y) {
        interact(() -> window.canvas.dropTarget().drop(item, x, y));
    }

    private Point2D output(String path) {
        return window.canvas.localToScreen(window.on(path, 1, 0.5));
    }

    private Point2D middle(String path) {
        return window.canvas.localToScreen(window.on(path, 0.5, 0.5));
    }

    private void openByKey(String group) {
        push(KeyCode.F);
        clickOn(middle(group));
        push(KeyCode.ENTER);
        settle();
    }

    private String shapeOn(String path) {
        return ((Label) lookup("#card-" + path).lookup(".shape").query()).getText();
    }

    @Test
    void aNetworkIsSeenWholeWithItsMapsInBothThemes() {
        open(CanvasStage.network("first-look", Shape.maps(96, 96, 3)));
        window.run();

        ImageView strip =
                lookup("#card-conv1").lookup(".strip").lookup(".image-view").query();
        assertNotNull(strip.getImage(), "the card shows its maps");
        assertTrue(
                lookup("#card-conv1").lookup(".label").queryAllAs(Label.class).stream()
                        .anyMatch(label -> label.getText().matches("[0-9.]+ m?s")),
                "the card shows how long it took");
        window.screenshot("canvas-first-look-dark");
        interact(() -> Theme.LIGHT.dress(window.scene));
        window.screenshot("canvas-first-look-light");
    }

    @Test
    void aPersonBuildsFromAnEmptyCanvasAndACycleIsRefusedWithTheReason() {
        open(Document.EMPTY);
        assertTrue(lookup("#canvas-empty").query().isVisible());
        window.screenshot("canvas-empty");

        drop("op:input", 200, 200);
        drop("op:conv2d", 500, 200);
        drop("op:relu", 800, 300);
        drop("block:residual-bottleneck", 300, 420);
        assertFalse(lookup("#canvas-empty").query().isVisible());
        assertEquals("?", shapeOn("conv2d"), "unconnected, so unknown");

        drag(output("input"), MouseButton.PRIMARY).dropTo(middle("conv2d"));
        drag(output("conv2d"), MouseButton.PRIMARY).dropTo(middle("relu"));
        assertEquals("224×224×64", shapeOn("conv2d"));
        assertEquals("224×224×64", shapeOn("relu"));

        drag(output("relu"), MouseButton.PRIMARY).moveTo(middle("conv2d"));
        Label bubble = lookup(".connection-bubble").query();
        assertTrue(bubble.getText().contains("without cycles"), bubble::getText);
        window.screenshot("canvas-cycle-refused");
        drop();
        assertTrue(window.workspace.noticeProperty().get().contains("without cycles"));
        assertTrue(lookup(".connection-bubble").tryQuery().isEmpty());
    }

    @Test
    void aShapeThatWillNotFitIsShownBeforeAndAfterConnecting() {
        open(Document.EMPTY);
        drop("op:input", 150, 150);
        drop("op:conv2d", 420, 120);
        drop("op:add", 760, 200);
        drop("op:global-average-pool", 980, 200);
        drag(output("input"), MouseButton.PRIMARY).dropTo(middle("conv2d"));
        drag(output("conv2d"), MouseButton.PRIMARY).dropTo(middle("add"));
        drag(output("add"), MouseButton.PRIMARY).dropTo(middle("global-average-pool"));

        drag(output("input"), MouseButton.PRIMARY).moveTo(middle("add"));
        Label bubble = lookup(".connection-bubble").query();
        assertTrue(bubble.getText().contains("inputs of one shape"), bubble::getText);
        window.screenshot("canvas-misfit-foreseen");
        drop();

        CardNode add = lookup("#card-add").queryAs(CardNode.class);
        assertTrue(add.content().message().contains("inputs of one shape"));
        CardNode follower = lookup("#card-global-average-pool").queryAs(CardNode.class);
        assertTrue(follower.content().message().contains("because of add"), follower.content()::message);
        window.screenshot("canvas-invalid");
    }

    @Test
    void groupsCollapseOpenAndGoAndComeBack() {
        open(CanvasStage.network("first-look", Shape.maps(96, 96, 3)));
        window.run();
        // Right of the figures, which have a click of their own.
        Point2D header = window.on("inception", 0.88, 0.02);
        doubleClickOn(window.canvas.localToScreen(header));
        assertTrue(window.workspace.document().layout().collapsed().contains(new GroupPath("inception")));
        CardNode collapsed = lookup("#card-inception").queryAs(CardNode.class);
        assertEquals("24×24×256", collapsed.content().shape());
        window.screenshot("canvas-collapsed");

        press(KeyCode.DELETE).release(KeyCode.DELETE);
        assertTrue(lookup("#card-inception").tryQuery().isEmpty());
        interact(() -> window.workspace.undo());
        assertTrue(lookup("#card-inception").tryQuery().isPresent());
        clickOn(middle("inception"));
        press(KeyCode.ENTER).release(KeyCode.ENTER);
        assertTrue(lookup((Node node) -> "card-inception/1x1".equals(node.getId()))
                .tryQuery()
                .isPresent());
    }

    @Test
    void whatIsSelectedInAClosedBlockShowsOnItsCardAndIsBroughtIntoSight() {
        Document document = CanvasStage.network("first-look", Shape.maps(96, 96, 3));
        open(document.with(document.layout().collapsed(Set.of(new GroupPath("inception")), true)));

        interact(() -> window.workspace.select("inception/5x5", "inception/3x3"));
        CardNode closed = lookup("#card-inception").queryAs(CardNode.class);
        assertTrue(closed.getPseudoClassStates().contains(PseudoClass.getPseudoClass("selected")));

        interact(() -> {
            window.workspace.select("picture");
            window.model.sight().zoom(6);
            window.model.sight().reveal("picture");
        });
        Box visible = window.canvas.viewport().visible(window.canvas.getWidth(), window.canvas.getHeight());
        assertFalse(visible.meets(window.model.scene().box("inception").orElseThrow()), "it is out of sight");
        interact(() -> window.workspace.select("inception/5x5"));
        visible = window.canvas.viewport().visible(window.canvas.getWidth(), window.canvas.getHeight());
        assertTrue(visible.meets(window.model.scene().box("inception").orElseThrow()));
    }

    @Test
    void theHeaderOfANarrowBlockHasParametersAndCount() {
        open(CanvasStage.network("inception-naive", Shape.maps(28, 28, 192)));
        GroupNode header = lookup(".group-frame").queryAs(GroupNode.class);
        List<String> shown = header.getChildrenUnmodifiable().stream()
                .filter(Node::isVisible)
                .filter(Label.class::isInstance)
                .map(label -> ((Label) label).getText())
                .toList();

        assertTrue(shown.stream().anyMatch(text -> text.contains("387 K")), shown::toString);
        assertTrue(shown.stream().anyMatch(text -> text.contains("303 M")), shown::toString);
        assertEquals(List.of(), CutNumbers.under(header));
    }

    @Test
    void theKeyboardAloneSelectsConnectsZoomsAndFits() {
        open(Document.EMPTY);
        drop("op:input", 200, 200);
        drop("op:conv2d", 500, 200);
        clickOn(window.canvas.localToScreen(1200, 700));
        assertEquals(Set.of(), window.workspace.selection());
        push(KeyCode.TAB);
        assertEquals(Set.of("input"), window.workspace.selection());
        push(KeyCode.C);
        window.screenshot("canvas-connect-by-keyboard");
        push(KeyCode.ENTER);
        assertEquals(
                List.of("input"),
                window.workspace.document().graph().node("conv2d").inputs());
        push(KeyCode.RIGHT);
        assertEquals(Set.of("conv2d"), window.workspace.selection());

        double before = window.canvas.viewport().scale();
        push(KeyCode.MINUS);
        assertTrue(window.canvas.viewport().scale() < before);
        push(KeyCode.F);
        window.screenshot("canvas-fit");
        push(KeyCode.DELETE);
        assertTrue(window.workspace.document().graph().find("conv2d").isEmpty());
    }

    @Test
    void aConnectionGoesWhenItsEndIsDraggedOffAndCardsMoveAsOneStep() {
        open(Document.EMPTY);
        drop("op:input", 200, 200);
        drop("op:conv2d", 500, 260);
        drag(output("input"), MouseButton.PRIMARY).dropTo(middle("conv2d"));
        Point2D end = window.canvas.localToScreen(window.on("conv2d", 0, 0.5));
        drag(end.subtract(4, 0), MouseButton.PRIMARY).dropTo(end.add(0, 200));
        assertEquals(
                List.of(""), window.workspace.document().graph().node("conv2d").inputs());

        Point2D title = window.canvas.localToScreen(window.on("conv2d", 0.3, 0.12));
        drag(title, MouseButton.PRIMARY).moveBy(40, 20).dropBy(40, 20);
        assertEquals("Move conv2d", window.workspace.undoLabelProperty().get());
        assertTrue(window.model.scene().box("conv2d").orElseThrow().x() > 500);
    }

    @Test
    void aDeepNetworkOpensCollapsedSoFarThatItCanBeReadAndItsGroupsNest() {
        open(Reading.of(CanvasStage.network("resnet50", Shape.maps(224, 224, 3))));
        assertTrue(lookup(".card").queryAll().size() <= 48);
        window.screenshot("canvas-resnet50");
        String stage = window.workspace.document().layout().collapsed().stream()
                .map(GroupPath::text)
                .filter(path -> !path.contains("/"))
                .findFirst()
                .orElse("");
        if (!stage.isEmpty()) {
            openByKey(stage);
        }
        openByKey("layer1/0");
        push(KeyCode.F);
        assertTrue(lookup((Node node) -> "group-layer1/0".equals(node.getId()))
                .tryQuery()
                .isPresent());
        window.screenshot("canvas-resnet50-opened");
    }

    @ParameterizedTest
    @CsvSource({"googlenet-paper, 224", "xception, 299"})
    void aNetworkOfModulesOpensCollapsedAndOpensWhole(String id, int side) {
        open(Reading.of(CanvasStage.network(id, Shape.maps(side, side, 3))));
        int collapsed = window.model.scene().view().cards().size();
        assertTrue(collapsed <= 48, () -> collapsed + " cards");
        window.screenshot("canvas-" + id);
        interact(() -> {
            Set<GroupPath> closed =
                    Set.copyOf(window.workspace.document().layout().collapsed());
            window.workspace.collapse(closed, false);
        });
        push(KeyCode.F);
        assertTrue(window.model.scene().view().cards().size() > collapsed);
        window.screenshot("canvas-" + id + "-opened");
    }

    @Test
    void aNetworkOfThousandsOfLayersStaysReadable() {
        open(CanvasStage.network("cifar-resnet1202", Shape.maps(32, 32, 3)));
        int drawn = lookup(".card").queryAll().size();
        assertTrue(drawn <= SceneDrawing.CARDS_AT_ONCE, () -> drawn + " cards");
        window.screenshot("canvas-1202-all");
        interact(window.model::collapseForReading);
        push(KeyCode.F);
        window.screenshot("canvas-1202-collapsed");
        int cards = window.model.scene().view().cards().size();
        assertTrue(cards <= 48, () -> cards + " cards");
    }

    @Test
    void whatAnEditChangesOnHundredsOfCardsIsWrittenOverSomeFrames() {
        open(CanvasStage.network("cifar-resnet56", Shape.maps(32, 32, 3)));
        int cards = lookup(".card").queryAll().size();
        assertTrue(cards > 3 * Backlog.AT_ONCE, () -> cards + " cards");
        interact(() -> {
            window.workspace.apply(new Edit.Disconnect(Set.of(new Edge("picture", "conv1", 0))));
            long waiting = outOfDate();
            assertTrue(waiting > Backlog.AT_ONCE, () -> "only " + waiting + " wait for a later frame");
            assertTrue(waiting < cards - 1, "those nearest to the edit do not wait");
            assertTrue(window.canvas.busy());
        });
        Screenshots.settle(window.scene);
        interact(() -> assertEquals(0, outOfDate()));

        interact(() -> {
            window.workspace.undo();
            window.workspace.redo();
            window.workspace.undo();
        });
        Screenshots.settle(window.scene);
        interact(() -> assertEquals(0, outOfDate(), "only the last of several edits counts"));
    }

    /** How many cards that are seen do not say what the scene has. */
    private long outOfDate() {
        return window.model.scene().view().cards().stream()
                .filter(card -> {
                    CardNode node = window.canvas.drawing().cards().get(card.path());
                    return node != null
                            && !node.content()
                                    .equals(window.model.scene().contents().card(card, card.path()));
                })
                .count();
    }
}
