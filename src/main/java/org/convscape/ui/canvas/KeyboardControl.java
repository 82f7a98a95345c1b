package org.convscape.ui.canvas;

import java.util.Optional;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.convscape.scene.Neighbours;
import org.convscape.viewmodel.workspace.Workspace;

/** Everything a mouse does on the canvas, with keys. */
final class KeyboardControl {
    private static final double NUDGE = 8;

    private final CanvasView canvas;
    private final ConnectMode connect;

    KeyboardControl(CanvasView canvas) {
        this.canvas = canvas;
        this.connect = new ConnectMode(canvas);
        canvas.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (press(event)) {
                event.consume();
            }
        });
        canvas.addEventHandler(KeyEvent.KEY_RELEASED, event -> {
            if (event.getCode() == KeyCode.SPACE) {
                canvas.gestures().space(false);
            }
        });
    }

    private boolean press(KeyEvent event) {
        if (connect.active() && event.getCode() == KeyCode.ENTER) {
            connect.make();
            return true;
        }
        for (CanvasCommand command : CanvasCommand.values()) {
            if (command.means(event)) {
                command.run(canvas);
                return true;
            }
        }
        if (event.isShortcutDown()) {
            return zoom(event.getCode());
        }
        Optional<Neighbours.Direction> arrow = direction(event.getCode());
        if (arrow.isPresent()) {
            arrow(arrow.get(), event);
            return true;
        }
        return switch (event.getCode()) {
            case TAB -> step(event.isShiftDown() ? -1 : 1);
            case SPACE -> done(() -> canvas.gestures().space(true));
            case ESCAPE -> escape();
            default -> false;
        };
    }

    /** As in browsers, beside the keys without Ctrl. */
    private boolean zoom(KeyCode code) {
        return switch (code) {
            case PLUS, ADD, EQUALS -> done(() -> CanvasCommand.LARGER.run(canvas));
            case MINUS, SUBTRACT -> done(() -> CanvasCommand.SMALLER.run(canvas));
            case NUMPAD0 -> done(canvas::fit);
            default -> false;
        };
    }

    /** Begins to connect what is selected. */
    void connect() {
        canvas.requestFocus();
        connect.begin();
    }

    private static boolean done(Runnable action) {
        action.run();
        return true;
    }

    private static Optional<Neighbours.Direction> direction(KeyCode code) {
        return switch (code) {
            case LEFT -> Optional.of(Neighbours.Direction.LEFT);
            case RIGHT -> Optional.of(Neighbours.Direction.RIGHT);
            case UP -> Optional.of(Neighbours.Direction.UP);
            case DOWN -> Optional.of(Neighbours.Direction.DOWN);
            default -> Optional.empty();
        };
    }

    private void arrow(Neighbours.Direction direction, KeyEvent event) {
        Workspace workspace = canvas.model().workspace();
        if (connect.active()) {
            connect.aim(direction);
        } else if (event.isAltDown()) {
            double dx = direction == Neighbours.Direction.LEFT
                    ? -NUDGE
                    : direction == Neighbours.Direction.RIGHT ? NUDGE : 0;
            double dy =
                    direction == Neighbours.Direction.UP ? -NUDGE : direction == Neighbours.Direction.DOWN ? NUDGE : 0;
            canvas.model().move(workspace.selection(), dx, dy);
        } else {
            Neighbours neighbours = new Neighbours(canvas.model().scene());
            String from = workspace.selected().map(canvas.model()::cardOf).orElse("");
            neighbours.towards(from, direction).ifPresent(this::go);
        }
    }

    /** Past the last card the focus goes on to what stands beside the canvas. */
    private boolean step(int step) {
        String from = canvas.model()
                .workspace()
                .selected()
                .map(canvas.model()::cardOf)
                .orElse("");
        Optional<String> next = new Neighbours(canvas.model().scene()).next(from, step);
        next.ifPresent(this::go);
        return next.isPresent();
    }

    private void go(String path) {
        canvas.model().workspace().select(path);
        canvas.reveal(path);
    }

    private boolean escape() {
        if (connect.active()) {
            connect.end();
        } else if (!canvas.gestures().cancel()) {
            canvas.model().selectLinks(java.util.Set.of());
        }
        return true;
    }
}
