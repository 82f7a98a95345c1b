package org.convscape.ui.shell;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.convscape.analysis.Convention;
import org.convscape.analysis.Conventions;
import org.convscape.ui.control.Hints;
import org.convscape.ui.control.Icons;
import org.convscape.viewmodel.Studio;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;

/** The bar along the top: files, history, running, picture, counting rule, search, theme. */
final class ToolBarView extends HBox {
    private final Commands commands;

    ToolBarView(Studio studio, Commands commands, FileActions files) {
        this.commands = commands;
        getStyleClass().add("main-bar");
        setAlignment(Pos.CENTER_LEFT);
        Label name = new Label("Convscape");
        name.getStyleClass().add("program-name");
        name.setMinWidth(USE_PREF_SIZE);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        getChildren()
                .addAll(
                        name,
                        group(icon(commands.newDocument), icon(commands.open), icon(commands.save)),
                        group(icon(commands.undo), icon(commands.redo)),
                        group(runButton(), liveButton(studio), icon(commands.cancel)),
                        new PictureChooser(studio.pictures(), commands.openPicture),
                        conventionChooser(studio),
                        finder(),
                        gap,
                        icon(commands.fit),
                        icon(commands.theme),
                        menu());
    }

    private static HBox group(Region... members) {
        HBox group = new HBox(members);
        group.getStyleClass().add("bar-group");
        group.setAlignment(Pos.CENTER_LEFT);
        group.setMinWidth(USE_PREF_SIZE);
        return group;
    }

    private Button icon(Command command) {
        Button button = Icons.button(command.icon(), command.hint());
        wire(button, command);
        return button;
    }

    private static void wire(ButtonBase button, Command command) {
        button.setId("command-" + command.id());
        button.setOnAction(event -> command.run());
        button.setFocusTraversable(true);
        button.setMinWidth(USE_PREF_SIZE);
        command.enabled().addListener((property, before, enabled) -> button.setDisable(!enabled));
        button.setDisable(!command.enabled().getValue());
        command.detail().addListener(observable -> Hints.on(button, command.hint()));
    }

    private Button runButton() {
        Button button = new Button("Run", Icons.of(commands.run.icon()));
        button.getStyleClass().addAll("accent", "run");
        wire(button, commands.run);
        Hints.on(button, commands.run.hint());
        return button;
    }

    private ToggleButton liveButton(Studio studio) {
        ToggleButton button = Icons.toggle(commands.live.icon(), commands.live.hint());
        button.setText("Live");
        button.setId("command-live");
        button.getStyleClass().add("live");
        button.setMinWidth(USE_PREF_SIZE);
        button.selectedProperty().bindBidirectional(studio.liveProperty());
        return button;
    }

    private static ComboBox<Convention> conventionChooser(Studio studio) {
        ComboBox<Convention> chooser = new ComboBox<>();
        chooser.setId("convention");
        chooser.getItems().setAll(Conventions.standard());
        chooser.setCellFactory(list -> new ConventionCell(true));
        chooser.setButtonCell(new ConventionCell(false));
        chooser.valueProperty().bindBidirectional(studio.conventionProperty());
        chooser.setVisibleRowCount(12);
        chooser.setMinWidth(120);
        chooser.setPrefWidth(190);
        chooser.setMaxWidth(190);
        Runnable hint = () -> Hints.on(
                chooser,
                "What counts as one operation. "
                        + studio.conventionProperty().get().help());
        studio.conventionProperty().addListener(observable -> hint.run());
        hint.run();
        return chooser;
    }

    /** Looks like a field because it opens one. */
    private Button finder() {
        Label keys = new Label(commands.find.keys().getDisplayText());
        keys.getStyleClass().add("keys");
        keys.setMinWidth(USE_PREF_SIZE);
        Label words = new Label("Insert or find…", Icons.of(MaterialDesignM.MAGNIFY));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox content = new HBox(words, gap, keys);
        content.setAlignment(Pos.CENTER_LEFT);
        Button button = new Button();
        button.setGraphic(content);
        button.getStyleClass().add("finder-button");
        content.prefWidthProperty().bind(button.widthProperty().subtract(20));
        wire(button, commands.find);
        button.setMinWidth(150);
        button.setPrefWidth(280);
        button.setMaxWidth(280);
        HBox.setHgrow(button, Priority.SOMETIMES);
        Hints.on(button, "Blocks, layers, networks, and everything on this canvas, by a few letters");
        return button;
    }

    private MenuButton menu() {
        MenuButton menu = new MenuButton(null, Icons.of(MaterialDesignM.MENU));
        menu.setId("main-menu");
        menu.getStyleClass().addAll("tool", "flat", "main-menu");
        menu.setMinWidth(USE_PREF_SIZE);
        Hints.on(menu, "All commands with their keys (F10)");
        List<String> endsGroup = List.of("close", "redo", "live", "picture");
        for (Command command : commands.all()) {
            MenuItem item = new MenuItem(command.label(), Icons.of(command.icon()));
            // What was done last may be about a name with underscores.
            item.setMnemonicParsing(false);
            item.setAccelerator(command.keys());
            item.setOnAction(event -> command.run());
            command.enabled().addListener((property, before, enabled) -> item.setDisable(!enabled));
            item.setDisable(!command.enabled().getValue());
            command.detail()
                    .addListener((property, before, detail) ->
                            item.setText(detail.isEmpty() ? command.label() : command.label() + ": " + detail));
            menu.getItems().add(item);
            if (endsGroup.contains(command.id())) {
                menu.getItems().add(new SeparatorMenuItem());
            }
        }
        return menu;
    }
}
