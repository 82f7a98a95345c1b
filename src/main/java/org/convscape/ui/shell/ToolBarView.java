package org.convscape.ui.shell;

import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.convscape.analysis.Convention;
import org.convscape.analysis.Conventions;
import org.convscape.ui.control.Hints;
import org.convscape.ui.control.Icons;
import org.convscape.viewmodel.action.Action;
import org.convscape.viewmodel.action.Actions;
import org.convscape.viewmodel.action.Shortcut;
import org.convscape.viewmodel.desk.Studio;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;

/** The bar along the top: menus, files, history, running, picture, counting rule, search, panels. */
final class ToolBarView extends HBox {
    private static final double WIDTH_OF_ALL_WORDS = 210;

    private final Actions actions;
    /** What goes first where there is no room for everything: all of it is in the menus too. */
    private final List<Region> givingWay;

    private double adaptedTo = -1;

    ToolBarView(Studio studio, Actions actions) {
        this.actions = actions;
        getStyleClass().add("main-bar");
        setAlignment(Pos.CENTER_LEFT);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        MainMenu menu = new MainMenu(actions, new RecentMenu(studio));
        menu.setMinWidth(USE_PREF_SIZE);
        HBox files = group(icon("new"), icon("open"), icon("save"));
        HBox history = group(icon("undo"), icon("redo"));
        HBox running = group(runButton(), liveButton(studio), icon("cancel"));
        HBox canvas = group(icon("canvas-arrange"), icon("canvas-fit"));
        HBox panels = group(panel("show-palette"), panel("show-drawer"), panel("show-inspector"));
        Button theme = icon("theme");
        givingWay = List.of(theme, files, canvas, history, panels);
        getChildren()
                .addAll(
                        menu,
                        files,
                        history,
                        running,
                        new PictureChooser(studio.pictures(), actions),
                        conventionChooser(studio),
                        finder(),
                        gap,
                        canvas,
                        panels,
                        theme);
    }

    @Override
    protected void layoutChildren() {
        if (getWidth() != adaptedTo) {
            adaptedTo = getWidth();
            adapt();
        }
        super.layoutChildren();
    }

    /** Takes away as little as makes the rest fit. */
    private void adapt() {
        givingWay.forEach(part -> show(part, true));
        for (Region part : givingWay) {
            if (neededWidth() <= getWidth()) {
                return;
            }
            show(part, false);
        }
    }

    /** With choosers wide enough to read what is chosen in them. */
    private double neededWidth() {
        return super.computeMinWidth(-1);
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    private static void show(Region part, boolean shown) {
        part.setVisible(shown);
        part.setManaged(shown);
    }

    /** Pressed while the panel is seen. */
    private ToggleButton panel(String id) {
        Action action = actions.require(id);
        ObservableValue<Boolean> seen = action.checked().orElseThrow();
        ToggleButton button = Icons.toggle(ActionIcons.of(id), action.hint());
        button.setId("command-" + id);
        button.setMinWidth(USE_PREF_SIZE);
        button.setSelected(seen.getValue());
        seen.addListener((property, before, shown) -> button.setSelected(shown));
        button.setOnAction(event -> {
            actions.perform(id);
            button.setSelected(seen.getValue());
        });
        return button;
    }

    private static HBox group(Region... members) {
        HBox group = new HBox(members);
        group.getStyleClass().add("bar-group");
        group.setAlignment(Pos.CENTER_LEFT);
        group.setMinWidth(USE_PREF_SIZE);
        return group;
    }

    private Button icon(String id) {
        Action action = actions.require(id);
        Button button = Icons.button(ActionIcons.of(id), action.hint());
        wire(button, action);
        return button;
    }

    private void wire(ButtonBase button, Action action) {
        button.setId("command-" + action.id());
        button.setOnAction(event -> actions.perform(action.id()));
        button.setFocusTraversable(true);
        button.setMinWidth(USE_PREF_SIZE);
        action.possible().addListener((property, before, possible) -> button.setDisable(!possible));
        button.setDisable(!action.possible().getValue());
        action.detail().addListener(observable -> Hints.on(button, action.hint()));
    }

    private Button runButton() {
        Action run = actions.require("run");
        Button button = new Button("Run", Icons.of(ActionIcons.of("run")));
        button.getStyleClass().addAll("accent", "run");
        wire(button, run);
        Hints.on(button, run.hint());
        return button;
    }

    private ToggleButton liveButton(Studio studio) {
        ToggleButton button =
                Icons.toggle(ActionIcons.of("live"), actions.require("live").hint());
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
        chooser.setMinWidth(142);
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
        Action find = actions.require("find");
        Label keys = new Label(find.shortcut().map(Shortcut::words).orElse(""));
        keys.getStyleClass().add("keys");
        keys.setMinWidth(USE_PREF_SIZE);
        Label words = new Label("", Icons.of(MaterialDesignM.MAGNIFY));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox content = new HBox(words, gap, keys);
        content.setAlignment(Pos.CENTER_LEFT);
        Button button = new Button();
        button.setGraphic(content);
        button.getStyleClass().add("finder-button");
        content.prefWidthProperty().bind(button.widthProperty().subtract(20));
        words.textProperty()
                .bind(button.widthProperty()
                        .map(width -> width.doubleValue() < WIDTH_OF_ALL_WORDS ? "Find…" : "Insert or find…"));
        wire(button, find);
        button.setMinWidth(110);
        button.setPrefWidth(280);
        button.setMaxWidth(280);
        HBox.setHgrow(button, Priority.SOMETIMES);
        Hints.on(button, "Blocks, layers, networks, and everything on this canvas, by a few letters");
        return button;
    }
}
