package org.convscape.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.VerticalDirection;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import org.convscape.attribute.Padding;
import org.convscape.document.Document;
import org.convscape.graph.GraphBuilder;
import org.convscape.layout.Card;
import org.convscape.op.library.Conv2d;
import org.convscape.op.library.Input;
import org.convscape.op.library.Relu;
import org.convscape.scene.Neighbours;
import org.convscape.tensor.Shape;
import org.convscape.testing.ScreenSize;
import org.convscape.ui.control.KeyPress;
import org.convscape.ui.control.Theme;
import org.convscape.viewmodel.action.Action;
import org.convscape.viewmodel.action.Shortcut;
import org.convscape.viewmodel.canvas.CanvasModel;
import org.convscape.viewmodel.desk.OpenDocument;
import org.convscape.viewmodel.window.Area;
import org.convscape.viewmodel.window.Page;
import org.convscape.viewmodel.workspace.RunModel;
import org.convscape.viewmodel.workspace.Workspace;
import org.junit.jupiter.api.Test;

/** The robot does everything in the list of actions, in the shown window, and looks at what has come of it. */
class EveryActionTest extends StudioTest {
    /** What no robot can do here, with the reason. */
    private static final Map<String, String> NOT_DONE = Map.of();

    private final Map<String, String> done = new TreeMap<>();

    /** 32×32×3, forty filters, of which the maps fill several rows. */
    private static Document small() {
        GraphBuilder graph = new GraphBuilder();
        String picture = graph.add("picture", Input.of(Shape.maps(32, 32, 3)));
        String conv = graph.add("conv", Conv2d.of(40, 3, 1, Padding.SAME, true), picture);
        graph.add("relu", new Relu(), conv);
        return Document.of("small", graph.build());
    }

    @Test
    void everyActionIsDoneByItsKeyOrInTheMenu() throws IOException {
        showQuiet(ScreenSize.LAPTOP);
        files();
        edits();
        moves();
        connections();
        looks();
        windowItself();
        searches();
        palette();
        fields();
        runsAndMaps();
        drawer();

        Set<String> all = window.view.actions().all().stream().map(Action::id).collect(Collectors.toSet());
        Set<String> missing = new TreeSet<>(all);
        missing.removeAll(done.keySet());
        missing.removeAll(NOT_DONE.keySet());
        assertEquals(Set.of(), missing, "neither done nor with a reason");
        assertTrue(all.containsAll(done.keySet()) && all.containsAll(NOT_DONE.keySet()));
        report();
    }

    private void report() throws IOException {
        List<String> lines = new ArrayList<>();
        for (Action action : window.view.actions().all()) {
            String keys =
                    action.keys().stream().map(key -> key.shortcut().words()).collect(Collectors.joining(", "));
            lines.add(action.id() + " · " + (keys.isEmpty() ? "–" : keys) + " · "
                    + done.getOrDefault(action.id(), "not done: " + NOT_DONE.get(action.id())));
        }
        Files.write(Path.of("target", "actions.txt"), lines);
    }

    private void files() throws IOException {
        key("new", () -> window.studio.documents().size());
        window.answers.file = folder.resolve("first.convscape");
        key("save", () -> Files.exists(window.answers.file));
        window.answers.file = folder.resolve("second.convscape");
        key("save-as", () -> Files.exists(window.answers.file));
        key("close", () -> window.studio.documents().size());
        key("open", () -> window.studio.documents().size());
        key("close", () -> window.studio.documents().size());
        open(small());
        window.answers.file = folder.resolve("model.onnx");
        key("export", () -> Files.exists(window.answers.file));
        key("weights", () -> current().weights().words());
        by("weights-drawn", "menu", () -> current().weights().words(), () -> {
            clickOn("Run");
            clickOn("Draw the weights at random");
        });
        window.answers.file = Files.writeString(folder.resolve("names.txt"), "cat\ndog\n");
        by("labels", "menu", () -> String.valueOf(window.studio.noticeProperty().get()), () -> {
            clickOn("File");
            clickOn("Class names…");
        });
        key("published", () -> seen("#published"));
        push(KeyCode.ESCAPE);
        window.answers.file = Files.copy(Path.of("sample-images", "ducks.png"), folder.resolve("ducks.png"));
        key(
                "picture",
                () -> String.valueOf(window.studio.pictures().pictureProperty().get()));
    }

    private void edits() {
        begin();
        key("canvas-duplicate", this::nodes);
        key("undo", this::nodes);
        key("redo", this::nodes);
        chosen("conv1");
        key("canvas-delete", this::nodes);
        key("canvas-select-all", this::selection);
        key("canvas-select-none", this::selection);
        key("canvas-apart", () -> canvas().joinedProperty().get());
        key("fold", () -> document().folds());
        key("unfold", () -> document().folds());
        key("undo", () -> document().folds());
        chosen("maxpool");
        key("canvas-rename", () -> seen("#rename"));
        write("pool");
        key("name-take", () -> document().graph().find("pool").isPresent());
        key("canvas-rename", () -> seen("#rename"));
        write("other");
        key("name-revert", () -> seen("#rename"));
        assertTrue(document().graph().find("pool").isPresent());
        chosen("pool");
        by("canvas-disconnect", "menu", () -> document().graph().edges().size(), () -> {
            clickOn("Edit");
            clickOn("Disconnect");
        });
        key("undo", () -> document().graph().edges().size());
        chosen("inception");
        key("canvas-toggle", () -> document().layout().collapsed());
        key("canvas-toggle", () -> document().layout().collapsed());
    }

    private void moves() {
        begin();
        key("canvas-next", this::selection);
        key("canvas-previous", this::selection);
        for (String side : List.of("left", "right", "up", "down")) {
            whereItIsPossible("canvas-" + side);
            key("canvas-" + side, this::selection);
            key("canvas-move-" + side, () -> document().layout().positions());
        }
        key("canvas-arrange", () -> document().layout().positions());
        by("canvas-pan", "Space and the mouse", this::viewport, () -> {
            press(KeyCode.SPACE);
            moveTo("#canvas").press(MouseButton.PRIMARY).moveBy(60, 30).release(MouseButton.PRIMARY);
            release(KeyCode.SPACE);
        });
        by("canvas-zoom", "Ctrl and the wheel", this::viewport, () -> {
            press(KeyCode.CONTROL);
            moveTo("#canvas").scroll(2, VerticalDirection.UP);
            release(KeyCode.CONTROL);
        });
    }

    /** Selects a card from which an action of the canvas is possible. */
    private void whereItIsPossible(String id) {
        interact(() -> {
            Action action = window.view.actions().require(id);
            for (Card card : canvas().scene().view().cards()) {
                canvas().workspace().select(card.path());
                if (action.possible().getValue()) {
                    return;
                }
            }
            throw new AssertionError("Nowhere possible: " + id);
        });
        focusCanvas();
    }

    private void connections() {
        begin();
        key("canvas-connect", this::aim);
        key("connect-give-up", this::aim);
        for (Neighbours.Direction direction : Neighbours.Direction.values()) {
            aimable(direction);
            push(KeyCode.C);
            key("connect-" + direction.name().toLowerCase(Locale.ROOT), this::aim);
            key("connect-give-up", this::aim);
        }
        open(loose());
        chosen("picture");
        push(KeyCode.C);
        for (KeyCode arrow : List.of(KeyCode.DOWN, KeyCode.UP)) {
            if (!"relu".equals(aim())) {
                push(arrow);
            }
        }
        key("connect-make", () -> document().graph().edges().size());
    }

    /** A picture and a layer beside it that takes nothing yet. */
    private static Document loose() {
        GraphBuilder graph = new GraphBuilder();
        graph.add("picture", Input.of(Shape.maps(32, 32, 3)));
        graph.add("relu", new Relu(), org.convscape.graph.Node.OPEN);
        return Document.of("loose", graph.build());
    }

    /** Selects a card from which a connection that aims to the right can aim further in a direction. */
    private void aimable(Neighbours.Direction direction) {
        interact(() -> {
            Neighbours neighbours = new Neighbours(canvas().scene());
            for (Card card : canvas().scene().view().cards()) {
                String right = neighbours
                        .towards(card.path(), Neighbours.Direction.RIGHT)
                        .orElse(card.path());
                if (neighbours
                        .towards(right, direction)
                        .filter(next -> !next.equals(right))
                        .isPresent()) {
                    canvas().workspace().select(card.path());
                    return;
                }
            }
            throw new AssertionError("No card from which to aim " + direction);
        });
        focusCanvas();
    }

    private void looks() {
        begin();
        key("canvas-larger", this::viewport);
        key("canvas-fit", this::viewport);
        key("canvas-smaller", this::viewport);
        key("canvas-full-size", this::viewport);
        push(KeyCode.F);
        key("canvas-count", () -> seen("#explanation"));
        key("figure-close", () -> seen("#explanation"));
        focusCanvas();
        key("canvas-parameters", () -> seen("#explanation"));
        key("figure-close", () -> seen("#explanation"));
        interact(() -> lookup("#line-parameters").query().requestFocus());
        key("figure-explain", () -> seen("#explanation"));
        key("figure-close", () -> seen("#explanation"));
    }

    private void windowItself() {
        push(KeyCode.CONTROL, KeyCode.DIGIT2);
        for (Page page : Page.values()) {
            if (page != Page.COST) {
                key("page-" + page.id(), this::pageShown);
            }
        }
        key("page-cost", this::pageShown);
        key("show-palette", () -> seen("#palette-list"));
        key("show-palette", () -> seen("#palette-list"));
        key("show-inspector", () -> seen("#inspector-title"));
        key("show-inspector", () -> seen("#inspector-title"));
        key("show-drawer", () -> lookup(".drawer").query().getLayoutBounds().getHeight());
        key("show-drawer", () -> lookup(".drawer").query().getLayoutBounds().getHeight());
        key("theme", () -> window.scene.getFill());
        assertEquals(Theme.LIGHT, window.view.themeProperty().get());
        key("theme", () -> window.scene.getFill());
        key("full-screen", () -> window.stage.isFullScreen());
        key("full-screen", () -> window.stage.isFullScreen());
        key("next-tab", () -> current().title() + System.identityHashCode(current()));
        key("previous-tab", () -> current().title() + System.identityHashCode(current()));
        focusCanvas();
        key("next-area", () -> window.scene.getFocusOwner());
        key("previous-area", () -> window.scene.getFocusOwner());
        focusCanvas();
    }

    /** Which tab of the drawer is pressed, and whether its page is the one that is seen. */
    private Object pageShown() {
        return lookup(".drawer-tab").queryAllAs(ToggleButton.class).stream()
                        .filter(ToggleButton::isSelected)
                        .map(Labeled::getText)
                        .toList()
                + " " + window.view.window().pageProperty().get();
    }

    private void searches() {
        key("keys", () -> seen("#keys"));
        screenshotInBothThemes("all-keys");
        key("sheet-close", () -> seen("#keys"));
        key("keys", () -> seen("#keys"));
        key("keys", () -> seen("#keys"));
        key("find", () -> seen("#finder"));
        ListView<?> list = lookup("#finder-list").query();
        key("finder-down", () -> list.getSelectionModel().getSelectedIndex());
        key("finder-up", () -> list.getSelectionModel().getSelectedIndex());
        key("finder-close", () -> seen("#finder"));
        push(KeyCode.CONTROL, KeyCode.K);
        write("light");
        screenshotInBothThemes("finder-actions");
        write(" or dark");
        key("finder-choose", () -> window.scene.getFill());
        key("theme", () -> window.scene.getFill());
    }

    private void palette() {
        begin();
        clickOn("#palette-search").write("relu");
        key("search-take", this::nodes);
        clickOn("#palette-search");
        key(
                "search-clear",
                () -> lookup("#palette-search").<TextInputControl>query().getText());
        key("search-list", () -> lookup("#palette-list").query().isFocused());
        ListView<?> rows = lookup("#palette-list").query();
        interact(() -> rows.getSelectionModel().select(0));
        key("palette-close", () -> rows.getItems().size());
        key("palette-open", () -> rows.getItems().size());
        interact(() -> {
            rows.requestFocus();
            rows.getSelectionModel().select(1);
        });
        key("palette-take", this::nodes);
    }

    private void fields() {
        open(small(), "conv");
        replace("#field-kernel", "5x5");
        Supplier<Object> kernel =
                () -> lookup("#field-kernel").<TextInputControl>query().getText();
        key("field-take", kernel);
        replace("#field-kernel", "7");
        key("field-revert", kernel);
        clickOn("#field-channels");
        Supplier<Object> channels =
                () -> lookup("#field-channels").<TextInputControl>query().getText();
        key("field-up", channels);
        key("field-down", channels);
        key("field-double", channels);
        key("field-halve", channels);
    }

    private void runsAndMaps() {
        begin();
        // The run waits for its picture, and the picture for this.
        CountDownLatch gate = new CountDownLatch(1);
        window.studio.raster().start((progress, cancellation) -> {
            gate.await();
            return "";
        });
        try {
            key("run", this::runState);
            key("cancel", this::runState);
            assertEquals(RunModel.State.CANCELLED, runState());
        } finally {
            gate.countDown();
        }
        open(small(), "conv");
        push(KeyCode.CONTROL, KeyCode.DIGIT1);
        key("live", () -> window.studio.liveProperty().get());
        key("live", () -> window.studio.liveProperty().get());
        push(KeyCode.F5);
        await("maps", () -> window.view.maps().displayProperty().get() != null && seen("#map-grid"));
        clickOn("#map-grid");
        Supplier<Object> channel = () -> window.view.maps().channelProperty().get();
        interact(() -> window.view.maps().channelProperty().set(0));
        for (String way : List.of("right", "left", "down", "up", "last", "first", "page-down", "page-up")) {
            key("maps-" + way, channel);
        }
        clickOn("#loupe");
        Supplier<Object> place = () -> lookup("#loupe-place").<Label>query().getText();
        for (String way : List.of("right", "left", "down", "up")) {
            key("loupe-" + way, place);
        }
    }

    private void drawer() {
        begin();
        push(KeyCode.CONTROL, KeyCode.DIGIT2);
        await(
                "the table",
                () -> !lookup("#cost-table .table-row-cell").queryAll().isEmpty());
        interact(() -> {
            TableView<?> table = lookup("#cost-table").query();
            table.requestFocus();
            table.getSelectionModel().select(0);
        });
        key("costs-count", () -> seen("#explanation"));
        key("figure-close", () -> seen("#explanation"));
        interact(() -> lookup("#cost-table").query().requestFocus());
        key("costs-parameters", () -> seen("#explanation"));
        key("figure-close", () -> seen("#explanation"));

        open(small(), "conv");
        push(KeyCode.CONTROL, KeyCode.DIGIT5);
        await("the plane", () -> seen("#plane-map") && !text("#plane-place").isEmpty());
        clickOn("#plane-map");
        Supplier<Object> pin = () -> text("#plane-place");
        for (String way : List.of("right", "left", "up", "down")) {
            key("plane-" + way, pin);
        }

        open(loose(), "picture");
        push(KeyCode.CONTROL, KeyCode.DIGIT3);
        await(
                "a problem",
                () -> !lookup("#problems-list").<ListView<?>>query().getItems().isEmpty());
        interact(() -> {
            ListView<?> problems = lookup("#problems-list").query();
            problems.requestFocus();
            problems.getSelectionModel().select(0);
        });
        key("problems-go", this::selection);
    }

    /** Presses the first key of an action, and waits until what it is for has changed. */
    private void key(String id, Supplier<Object> state) {
        Shortcut shortcut = window.view.actions().require(id).shortcut().orElseThrow();
        List<KeyCode> keys = new ArrayList<>();
        if (shortcut.ctrl()) {
            keys.add(KeyCode.CONTROL);
        }
        if (shortcut.alt()) {
            keys.add(KeyCode.ALT);
        }
        if (shortcut.shift()) {
            keys.add(KeyCode.SHIFT);
        }
        keys.add(KeyPress.code(shortcut));
        by(id, shortcut.words(), state, () -> push(keys.toArray(KeyCode[]::new)));
    }

    private void by(String id, String how, Supplier<Object> state, Runnable trigger) {
        window.view.actions().require(id);
        settle();
        AtomicReference<Object> before = new AtomicReference<>();
        interact(() -> before.set(state.get()));
        trigger.run();
        await(id + " by " + how + ", from " + before.get(), () -> !state.get().equals(before.get()));
        done.put(id, how);
    }

    /** A fresh network, with a card selected and the keyboard on the canvas. */
    private OpenDocument begin() {
        OpenDocument document = openNetwork("first-look", "conv1");
        focusCanvas();
        return document;
    }

    private void chosen(String... paths) {
        interact(() -> current().workspace().select(paths));
        focusCanvas();
    }

    private void focusCanvas() {
        interact(() -> window.view.focusCanvas());
        settle();
    }

    private Document document() {
        return workspace().document();
    }

    private Workspace workspace() {
        return window.studio.focusedProperty().get().workspace();
    }

    private CanvasModel canvas() {
        return window.studio.focusedProperty().get().canvas();
    }

    private Object selection() {
        return workspace().selection();
    }

    private Object nodes() {
        return document().graph().size();
    }

    private Object runState() {
        return window.studio.focusedProperty().get().runs().stateProperty().get();
    }

    private Object viewport() {
        return canvas().sight().viewportProperty().get();
    }

    private Object aim() {
        return canvas().keyConnection().aimProperty().get();
    }

    @Test
    void aKeyThatStaysDownSwitchesOnceAndUndoesOnAndOn() {
        showQuiet(ScreenSize.LAPTOP);
        OpenDocument document = begin();
        hold(KeyCode.F8, false, 4);
        assertTrue(window.view.window().foldedProperty(Area.DRAWER).get());
        hold(KeyCode.F8, false, 1);
        assertFalse(window.view.window().foldedProperty(Area.DRAWER).get());
        hold(KeyCode.D, true, 3);
        hold(KeyCode.D, true, 1);
        int duplicated = document.workspace().document().graph().size();
        hold(KeyCode.Z, true, 2);

        assertEquals(
                "", document.workspace().undoLabelProperty().get(), "two steps, for four presses of which two repeat");
        assertTrue(document.workspace().document().graph().size() < duplicated);
        hold(KeyCode.N, true, 5);
        assertEquals(2, window.studio.documents().size());
    }

    /** A key that repeats is pressed again and again and let go of once. */
    private void hold(KeyCode code, boolean control, int times) {
        interact(() -> {
            for (int i = 0; i < times; i++) {
                fire(KeyEvent.KEY_PRESSED, code, control);
            }
            fire(KeyEvent.KEY_RELEASED, code, control);
        });
        settle();
    }

    private void fire(EventType<KeyEvent> type, KeyCode code, boolean control) {
        Node target = window.scene.getFocusOwner();
        Event.fireEvent(target, new KeyEvent(type, "", "", code, false, control, false, false));
    }

    @Test
    void everyPictureBelongsToAnActionAndEveryKeyIsOneOfTheToolkit() {
        showQuiet(ScreenSize.LAPTOP);
        ActionIcons.ids().forEach(window.view.actions()::require);
        for (Action action : window.view.actions().all()) {
            boolean mouse = action.id().equals("canvas-pan") || action.id().equals("canvas-zoom");
            action.keys().stream().filter(key -> !mouse).forEach(key -> KeyPress.code(key.shortcut()));
        }
    }
}
