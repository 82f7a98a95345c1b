package org.convscape.viewmodel.window;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.Observable;
import javafx.beans.value.ObservableValue;
import org.convscape.scene.Neighbours;
import org.convscape.scene.Neighbours.Direction;
import org.convscape.viewmodel.action.Action;
import org.convscape.viewmodel.action.Action.Held;
import org.convscape.viewmodel.action.Actions;
import org.convscape.viewmodel.action.Scope;
import org.convscape.viewmodel.canvas.CanvasModel;
import org.convscape.viewmodel.canvas.KeyConnection;

/** Going from card to card, moving cards, and making a connection, with keys. */
final class CanvasMoves {
    private static final double NUDGE = 8;

    private final Actions actions;
    private final ObservableValue<CanvasModel> canvas;
    private final Observable[] changing;

    /** @param changing what it depends on whether something is possible */
    CanvasMoves(Actions actions, ObservableValue<CanvasModel> canvas, Observable... changing) {
        this.actions = actions;
        this.canvas = canvas;
        this.changing = changing.clone();
    }

    void add() {
        step("canvas-next", "Next card", "Tab", 1);
        step("canvas-previous", "Card before", "Shift+Tab", -1);
        for (Direction direction : Direction.values()) {
            String side = direction.name().toLowerCase(Locale.ROOT);
            String key = side.substring(0, 1).toUpperCase(Locale.ROOT) + side.substring(1);
            add(
                    Action.named("canvas-" + side, "Card " + where(direction))
                            .topic("Along the connections")
                            .keys(Scope.CANVAS, key)
                            .held(Held.MOVES),
                    model -> towards(model, direction).isEmpty() ? "no card lies there" : "",
                    model -> towards(model, direction).ifPresent(path -> go(model, path)));
            add(
                    Action.named("canvas-move-" + side, "Move what is selected " + where(direction))
                            .topic("Move what is selected")
                            .keys(Scope.CANVAS, "Alt+" + key)
                            .held(Held.MOVES),
                    model -> model.workspace().selection().isEmpty() ? "nothing is selected" : "",
                    model -> nudge(model, direction));
            connecting(
                    Action.named("connect-" + side, "Aim " + where(direction))
                            .topic("Aim at a card")
                            .keys(Scope.CONNECTING, key)
                            .held(Held.MOVES),
                    connection -> connection.aim(direction));
        }
        connecting(
                Action.named("connect-make", "Make the connection").keys(Scope.CONNECTING, "Enter"),
                KeyConnection::make);
        connecting(
                Action.named("connect-give-up", "Give the connection up").keys(Scope.CONNECTING, "Escape"),
                KeyConnection::end);
        add(
                Action.named("canvas-select-none", "Select nothing")
                        .keys(Scope.CANVAS, "Escape")
                        .held(Held.MOVES),
                model -> model.workspace().selection().isEmpty()
                                && model.selectedLinksProperty().get().isEmpty()
                        ? "nothing is selected"
                        : "",
                model -> model.selectLinks(Set.of()));
    }

    private static String where(Direction direction) {
        return switch (direction) {
            case LEFT -> "to the left";
            case RIGHT -> "to the right";
            case UP -> "above";
            case DOWN -> "below";
        };
    }

    /** Past the last card the keyboard goes on to what stands beside the canvas. */
    private void step(String id, String name, String key, int by) {
        add(
                Action.named(id, name)
                        .topic("Card to card")
                        .keys(Scope.CANVAS, key)
                        .held(Held.MOVES),
                model -> next(model, by).isEmpty() ? "there is no further card" : "",
                model -> next(model, by).ifPresent(path -> go(model, path)));
    }

    private void add(Action.Builder action, Function<CanvasModel, String> hindrance, Consumer<CanvasModel> deed) {
        actions.add(action.unless(
                        () -> {
                            CanvasModel model = canvas.getValue();
                            return model == null ? "no document is open" : hindrance.apply(model);
                        },
                        changing)
                .does(() -> deed.accept(canvas.getValue())));
    }

    private void connecting(Action.Builder action, Consumer<KeyConnection> deed) {
        add(
                action,
                model -> model.keyConnection().active() ? "" : "no connection is being made",
                model -> deed.accept(model.keyConnection()));
    }

    private static String card(CanvasModel model) {
        return model.workspace().selected().map(model::cardOf).orElse("");
    }

    private static Optional<String> next(CanvasModel model, int by) {
        return new Neighbours(model.scene()).next(card(model), by);
    }

    private static Optional<String> towards(CanvasModel model, Direction direction) {
        return new Neighbours(model.scene()).towards(card(model), direction);
    }

    private static void nudge(CanvasModel model, Direction direction) {
        double dx = direction == Direction.LEFT ? -NUDGE : direction == Direction.RIGHT ? NUDGE : 0;
        double dy = direction == Direction.UP ? -NUDGE : direction == Direction.DOWN ? NUDGE : 0;
        model.move(model.workspace().selection(), dx, dy);
    }

    private static void go(CanvasModel model, String path) {
        model.workspace().select(path);
        model.sight().reveal(path);
    }
}
