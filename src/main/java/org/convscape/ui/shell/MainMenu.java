package org.convscape.ui.shell;

import java.util.List;
import java.util.Locale;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.convscape.ui.control.Icons;
import org.convscape.ui.control.ShownKeys;
import org.convscape.viewmodel.action.Action;
import org.convscape.viewmodel.action.Actions;

/** All actions as menus with their keys in a column of their own; F10 goes there. */
final class MainMenu extends MenuBar {
    MainMenu(Actions actions, RecentMenu recent) {
        setId("main-menu");
        getStyleClass().add("main-menu");
        for (org.convscape.viewmodel.action.Menu part : org.convscape.viewmodel.action.Menu.values()) {
            Menu menu = new Menu(part.label());
            menu.setId("menu-" + part.label().toLowerCase(Locale.ROOT));
            for (List<Action> group : actions.groups(part)) {
                if (!menu.getItems().isEmpty()) {
                    menu.getItems().add(new SeparatorMenuItem());
                }
                for (Action action : group) {
                    menu.getItems().add(item(actions, action));
                    if (action.id().equals("open")) {
                        menu.getItems().add(recent);
                    }
                }
            }
            getMenus().add(menu);
        }
    }

    private static MenuItem item(Actions actions, Action action) {
        boolean switches = action.checked().isPresent();
        MenuItem item = switches ? new CheckMenuItem() : new MenuItem();
        item.setId("menu-" + action.id());
        // What was done last may be about a name with underscores.
        item.setMnemonicParsing(false);
        if (!switches) {
            ActionIcons.find(action.id()).ifPresent(icon -> item.setGraphic(Icons.of(icon)));
        }
        action.shortcut().ifPresent(keys -> item.setAccelerator(new ShownKeys(keys)));
        item.setOnAction(event -> {
            actions.perform(action.id());
            check(item, action);
        });
        action.possible().addListener((property, before, possible) -> item.setDisable(!possible));
        item.setDisable(!action.possible().getValue());
        action.detail().addListener((property, before, detail) -> item.setText(action.text()));
        item.setText(action.text());
        action.checked().ifPresent(state -> {
            state.addListener(observable -> check(item, action));
            check(item, action);
        });
        return item;
    }

    /** A click switches the sign by itself, whatever the action does. */
    private static void check(MenuItem item, Action action) {
        if (item instanceof CheckMenuItem check) {
            check.setSelected(action.checked().orElseThrow().getValue());
        }
    }
}
