package org.convscape.viewmodel.window;

import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.Observable;
import javafx.beans.value.ObservableValue;
import org.convscape.document.Edit;
import org.convscape.graph.GroupPath;
import org.convscape.layout.Link;
import org.convscape.scene.CanvasScene;
import org.convscape.scene.Explanation;
import org.convscape.viewmodel.action.Action;
import org.convscape.viewmodel.action.Action.Held;
import org.convscape.viewmodel.action.Actions;
import org.convscape.viewmodel.action.Menu;
import org.convscape.viewmodel.action.Scope;
import org.convscape.viewmodel.canvas.CanvasModel;
import org.convscape.viewmodel.canvas.Prompt;
import org.convscape.viewmodel.canvas.Sight;

/** Everything that can be done with what is selected on a canvas, and with the canvas: that of the focused document. */
public final class CanvasActions {
    private static final String NO_CANVAS = "no document is open";
    private static final String SELECT_ONE = "select one card first";

    private final Actions actions;
    private final ObservableValue<CanvasModel> canvas;
    private final Observable[] changing;

    private CanvasActions(Actions actions, ObservableValue<CanvasModel> canvas) {
        this.actions = actions;
        this.canvas = canvas;
        this.changing = new Observable[] {
            canvas,
            canvas.flatMap(model -> model.workspace().selectionProperty()),
            canvas.flatMap(CanvasModel::selectedLinksProperty),
            canvas.flatMap(CanvasModel::sceneProperty),
            canvas.flatMap(model -> model.keyConnection().aimProperty())
        };
    }

    /**
     * Adds them.
     *
     * @param canvas the one they act on; null while there is none
     */
    public static void addTo(Actions actions, ObservableValue<CanvasModel> canvas) {
        CanvasActions made = new CanvasActions(actions, canvas);
        made.edits();
        made.looks();
        new CanvasMoves(actions, canvas, made.changing).add();
    }

    private void edits() {
        add(
                named("delete", "Delete").in(Menu.EDIT, 1).keys(Scope.CANVAS, "Delete", "Backspace"),
                model -> selected(model).isEmpty()
                                && model.selectedLinksProperty().get().isEmpty()
                        ? "select a card or a connection first"
                        : "",
                CanvasModel::delete);
        add(
                named("duplicate", "Duplicate").in(Menu.EDIT, 1).keys(Scope.CANVAS, "Ctrl+D"),
                model -> selected(model).isEmpty() ? "select a card first" : "",
                CanvasModel::duplicate);
        add(
                named("rename", "Rename").in(Menu.EDIT, 1).keys(Scope.CANVAS, "F2"),
                CanvasActions::one,
                model -> one(model, path -> model.sight().ask(new Prompt.Rename(path))));
        add(
                named("select-all", "Select all").in(Menu.EDIT, 1).keys(Scope.CANVAS, "Ctrl+A"),
                model -> "",
                CanvasModel::selectAll);
        add(
                named("connect", "Connect with…").in(Menu.EDIT, 2).keys(Scope.CANVAS, "C"),
                model -> card(model).isEmpty() ? SELECT_ONE : "",
                model -> card(model).ifPresent(model.keyConnection()::begin));
        add(
                named("disconnect", "Disconnect").in(Menu.EDIT, 2),
                model -> links(model).isEmpty() ? "select a card that is connected first" : "",
                model -> model.connecting().disconnect(links(model)));
        add(
                named("toggle", "Open or close the block")
                        .in(Menu.EDIT, 2)
                        .keys(Scope.CANVAS, "Enter")
                        .called(() -> Optional.ofNullable(canvas.getValue())
                                .flatMap(model -> block(model).map(path -> closed(model, path)))
                                .map(closed -> closed ? "Open the block" : "Close the block")
                                .orElse("Open or close the block")),
                model -> block(model).isEmpty() ? "select one block first" : "",
                model -> block(model).ifPresent(model.sight()::toggle));
        add(
                named("arrange", "Arrange automatically").in(Menu.EDIT, 3).keys("Ctrl+R"),
                model -> "",
                model -> model.workspace().apply(new Edit.ArrangeAutomatically()));
        add(
                named("apart", "Every layer on its own card")
                        .in(Menu.EDIT, 3)
                        .keys("Ctrl+J")
                        .checkedBy(canvas.flatMap(CanvasModel::joinedProperty)
                                .map(joined -> !joined)
                                .orElse(false)),
                model -> "",
                model -> model.joinedProperty().set(!model.joinedProperty().get()));
    }

    private void looks() {
        add(
                named("fit", "Show everything")
                        .in(Menu.VIEW, 0)
                        .keys("Ctrl+0")
                        .keys(Scope.CANVAS, "F", "Ctrl+Keypad 0"),
                model -> "",
                model -> model.sight().fit());
        add(
                named("full-size", "Full size").in(Menu.VIEW, 0).keys("Ctrl+9").keys(Scope.CANVAS, "Z"),
                model -> "",
                model -> model.sight()
                        .zoom(1 / model.sight().viewportProperty().get().scale()));
        add(
                named("larger", "Larger")
                        .in(Menu.VIEW, 0)
                        .keys(Scope.CANVAS, "+", "=", "Keypad +", "Ctrl++", "Ctrl+=", "Ctrl+Keypad +")
                        .held(Held.AGAIN),
                model -> "",
                model -> model.sight().zoom(Sight.ZOOM_STEP));
        add(
                named("smaller", "Smaller")
                        .in(Menu.VIEW, 0)
                        .keys(Scope.CANVAS, "−", "Keypad −", "Ctrl+−", "Ctrl+Keypad −")
                        .held(Held.AGAIN),
                model -> "",
                model -> model.sight().zoom(1 / Sight.ZOOM_STEP));
        add(
                named("count", "Where its count comes from").in(Menu.VIEW, 3).keys(Scope.CANVAS, "M"),
                CanvasActions::one,
                model -> explain(model, Explanation.Quantity.COUNT));
        add(
                named("parameters", "Where its parameters come from")
                        .in(Menu.VIEW, 3)
                        .keys(Scope.CANVAS, "P"),
                CanvasActions::one,
                model -> explain(model, Explanation.Quantity.PARAMETERS));
    }

    private static Action.Builder named(String id, String name) {
        return Action.named("canvas-" + id, name);
    }

    private void add(Action.Builder action, Function<CanvasModel, String> hindrance, Consumer<CanvasModel> deed) {
        actions.add(action.unless(
                        () -> {
                            CanvasModel model = canvas.getValue();
                            return model == null ? NO_CANVAS : hindrance.apply(model);
                        },
                        changing)
                .does(() -> deed.accept(canvas.getValue())));
    }

    private static Set<String> selected(CanvasModel model) {
        return model.workspace().selection();
    }

    private static String one(CanvasModel model) {
        return model.workspace().selected().isEmpty() ? SELECT_ONE : "";
    }

    private static void one(CanvasModel model, Consumer<String> what) {
        model.workspace().selected().ifPresent(what);
    }

    /** The card of the one thing that is selected; an open block is on none. */
    private static Optional<String> card(CanvasModel model) {
        return model.workspace().selected().map(model::cardOf).filter(path -> model.scene().view().cards().stream()
                .anyMatch(card -> card.path().equals(path)));
    }

    private static Optional<String> block(CanvasModel model) {
        return model.workspace().selected().filter(model::isGroup);
    }

    private static boolean closed(CanvasModel model, String path) {
        return model.workspace().document().layout().collapsed().contains(new GroupPath(path));
    }

    private static void explain(CanvasModel model, Explanation.Quantity quantity) {
        one(model, path -> model.sight().ask(new Prompt.Explain(model.cardOf(path), quantity)));
    }

    /** The connections of what is selected. */
    private static Set<Link> links(CanvasModel model) {
        CanvasScene scene = model.scene();
        Stream<Link> all = scene.view().links().stream();
        return all.filter(link -> Stream.of(link.from(), link.to()).anyMatch(selected(model)::contains))
                .collect(Collectors.toSet());
    }
}
