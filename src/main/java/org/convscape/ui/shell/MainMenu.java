package org.convscape.ui.shell;

import java.util.List;
import java.util.Map;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.convscape.ui.control.Icons;
import org.convscape.ui.control.ShownKeys;

/** All commands as menus with their keys in a column of their own; F10 goes there. */
final class MainMenu extends MenuBar {
    MainMenu(Commands commands, RecentMenu recent) {
        setId("main-menu");
        getStyleClass().add("main-menu");
        for (Map.Entry<String, List<List<Command>>> entry : commands.menus().entrySet()) {
            Menu menu = new Menu(entry.getKey());
            menu.setId("menu-" + entry.getKey().toLowerCase(java.util.Locale.ROOT));
            for (List<Command> group : entry.getValue()) {
                if (!menu.getItems().isEmpty()) {
                    menu.getItems().add(new SeparatorMenuItem());
                }
                for (Command command : group) {
                    menu.getItems().add(item(command));
                    if (command == commands.open) {
                        menu.getItems().add(recent);
                    }
                }
            }
            getMenus().add(menu);
        }
    }

    private static MenuItem item(Command command) {
        MenuItem item = command.checked() == null ? new MenuItem() : new CheckMenuItem();
        item.setId("menu-" + command.id());
        // What was done last may be about a name with underscores.
        item.setMnemonicParsing(false);
        if (command.checked() == null && command.icon() != null) {
            item.setGraphic(Icons.of(command.icon()));
        }
        if (command.keys() != null) {
            item.setAccelerator(new ShownKeys(command.keys()));
        }
        item.setOnAction(event -> {
            command.run();
            check(item, command);
        });
        command.enabled().addListener((property, before, enabled) -> item.setDisable(!enabled));
        item.setDisable(!command.enabled().getValue());
        command.detail().addListener((property, before, detail) -> item.setText(text(command)));
        item.setText(text(command));
        if (command.checked() != null) {
            command.checked().addListener(observable -> check(item, command));
            check(item, command);
        }
        return item;
    }

    private static String text(Command command) {
        String detail = command.detail().getValue();
        return detail == null || detail.isEmpty() ? command.label() : command.label() + ": " + detail;
    }

    /** A click switches the sign by itself, whatever the command does. */
    private static void check(MenuItem item, Command command) {
        if (item instanceof CheckMenuItem check) {
            check.setSelected(command.checked().getValue());
        }
    }
}
