package org.convscape.ui.canvas;

import java.util.HashSet;
import java.util.Set;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.ContextMenuEvent;
import org.convscape.document.Edit;
import org.convscape.graph.GroupPath;
import org.convscape.layout.Link;
import org.convscape.viewmodel.Explanation;
import org.convscape.viewmodel.canvas.CanvasModel;
import org.convscape.viewmodel.canvas.Hit;

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
        CanvasModel model = canvas.model();
        menu.getItems().clear();
        if (!model.selectedLinksProperty().get().isEmpty()) {
            add("Take the connection away", "Delete", model::delete);
        } else if (!model.workspace().selection().isEmpty()) {
            forSelection(model);
        }
        if (!menu.getItems().isEmpty()) {
            menu.getItems().add(new SeparatorMenuItem());
        }
        CheckMenuItem apart = new CheckMenuItem("Every layer on its own card");
        apart.setSelected(!model.joinedProperty().get());
        apart.setOnAction(event -> model.joinedProperty().set(!apart.isSelected()));
        menu.getItems().add(apart);
        add("Arrange automatically", "", () -> model.workspace().apply(new Edit.ArrangeAutomatically()));
        add("Show everything", "F", canvas::fit);
    }

    private void forSelection(CanvasModel model) {
        Set<String> selection = model.workspace().selection();
        model.workspace().selected().ifPresent(path -> {
            if (model.isGroup(path)) {
                boolean collapsed =
                        model.workspace().document().layout().collapsed().contains(new GroupPath(path));
                add(collapsed ? "Open" : "Collapse", "Enter", () -> canvas.toggle(path));
            }
            add("Where its count comes from", "M", () -> canvas.explainSelected(Explanation.Quantity.COUNT));
            add("Where its parameters come from", "P", () -> canvas.explainSelected(Explanation.Quantity.PARAMETERS));
            add("Rename", "F2", canvas::renameSelected);
        });
        add("Duplicate", "Ctrl+D", model::duplicate);
        Set<Link> links = linksOf(model, selection);
        if (!links.isEmpty()) {
            add("Disconnect", "", () -> model.connecting().disconnect(links));
        }
        add("Delete", "Delete", model::delete);
    }

    private static Set<Link> linksOf(CanvasModel model, Set<String> selection) {
        Set<Link> links = new HashSet<>();
        for (Link link : model.scene().view().links()) {
            if (selection.contains(link.from()) || selection.contains(link.to())) {
                links.add(link);
            }
        }
        return links;
    }

    private void add(String label, String key, Runnable action) {
        MenuItem item = new MenuItem(key.isEmpty() ? label : label + "    " + key);
        item.setOnAction(event -> action.run());
        menu.getItems().add(item);
    }
}
