package org.convscape.ui.canvas;

import java.util.List;
import java.util.Set;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.ContextMenuEvent;
import org.convscape.scene.Hit;
import org.convscape.ui.control.ShownKeys;
import org.convscape.viewmodel.action.Action;
import org.convscape.viewmodel.action.Actions;
import org.convscape.viewmodel.canvas.CanvasModel;

/** What can be done with what was clicked, as a menu. */
final class CanvasMenu {
    private static final List<List<String>> GROUPS = List.of(
            List.of("canvas-toggle", "canvas-count", "canvas-parameters", "canvas-rename", "canvas-connect"),
            List.of("canvas-duplicate", "canvas-disconnect", "canvas-delete"),
            List.of("canvas-select-all", "canvas-arrange", "canvas-apart", "canvas-fit"));

    private final CanvasView canvas;
    private final Actions actions;
    private final ContextMenu menu = new ContextMenu();

    CanvasMenu(CanvasView canvas, Actions actions) {
        this.canvas = canvas;
        this.actions = actions;
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

    /** Those that are possible, with a line between their groups. */
    private void fill() {
        menu.getItems().clear();
        for (List<String> group : GROUPS) {
            List<MenuItem> items = group.stream()
                    .map(actions::require)
                    .filter(action -> action.possible().getValue())
                    .map(this::item)
                    .toList();
            if (!items.isEmpty() && !menu.getItems().isEmpty()) {
                menu.getItems().add(new SeparatorMenuItem());
            }
            menu.getItems().addAll(items);
        }
    }

    private MenuItem item(Action action) {
        MenuItem item = action.checked().isPresent() ? new CheckMenuItem() : new MenuItem();
        if (item instanceof CheckMenuItem check) {
            check.setSelected(action.checked().orElseThrow().getValue());
        }
        item.setText(action.nameNow());
        item.setId("menu-" + action.id());
        action.shortcut().ifPresent(keys -> item.setAccelerator(new ShownKeys(keys)));
        item.setOnAction(event -> actions.perform(action.id()));
        return item;
    }
}
