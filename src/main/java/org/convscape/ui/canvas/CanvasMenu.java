package org.convscape.ui.canvas;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.ContextMenuEvent;
import org.convscape.scene.Hit;
import org.convscape.ui.control.ShownKeys;
import org.convscape.viewmodel.canvas.CanvasModel;

/** What can be done with what was clicked, as a menu. */
final class CanvasMenu {
    private final CanvasView canvas;
    private final ContextMenu menu = new ContextMenu();

    CanvasMenu(CanvasView canvas) {
        this.canvas = canvas;
        canvas.addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, event -> {
            if (!event.isKeyboardTrigger()) {
                pick(canvas.hit(event.getX(), event.getY()));
            }
            fill();
            menu.show(canvas, event.getScreenX(), event.getScreenY());
            event.consume();
        });
    }

    /** What was clicked is selected, unless it is part of the selection. */
    private void pick(Hit hit) {
        CanvasModel model = canvas.model();
        if (hit instanceof Hit.OnLink link) {
            model.selectLinks(Set.of(link.link()));
            return;
        }
        String path = hit instanceof Hit.OnCard card
                ? card.path()
                : hit instanceof Hit.OnHeader header ? header.group().text() : "";
        if (path.isEmpty()) {
            model.selectLinks(Set.of());
        } else if (!model.workspace().selection().contains(path)) {
            model.workspace().select(path);
        }
    }

    private void fill() {
        menu.getItems().clear();
        add(
                CanvasCommand.TOGGLE,
                CanvasCommand.COUNT,
                CanvasCommand.PARAMETERS,
                CanvasCommand.RENAME,
                CanvasCommand.CONNECT);
        add(CanvasCommand.DUPLICATE, CanvasCommand.DISCONNECT, CanvasCommand.DELETE);
        add(CanvasCommand.SELECT_ALL, CanvasCommand.ARRANGE, CanvasCommand.APART, CanvasCommand.FIT);
    }

    /** Adds those that are possible, with a line before them. */
    private void add(CanvasCommand... commands) {
        List<MenuItem> items = Arrays.stream(commands)
                .filter(command -> command.possible(canvas))
                .map(this::item)
                .toList();
        if (!items.isEmpty() && !menu.getItems().isEmpty()) {
            menu.getItems().add(new SeparatorMenuItem());
        }
        menu.getItems().addAll(items);
    }

    private MenuItem item(CanvasCommand command) {
        MenuItem item = command == CanvasCommand.APART ? new CheckMenuItem() : new MenuItem();
        if (item instanceof CheckMenuItem check) {
            check.setSelected(!canvas.model().joinedProperty().get());
        }
        item.setText(command.label(canvas));
        item.setId("menu-" + command.id());
        command.keys().stream().findFirst().ifPresent(key -> item.setAccelerator(new ShownKeys(key)));
        item.setOnAction(event -> command.run(canvas));
        return item;
    }
}
