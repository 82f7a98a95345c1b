package org.convscape.ui.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.convscape.viewmodel.action.Actions;
import org.convscape.viewmodel.action.KeySheet;
import org.convscape.viewmodel.action.KeySheet.Line;
import org.convscape.viewmodel.window.Area;
import org.convscape.viewmodel.window.WindowModel;

/** The sheet of all keys, by menu and by the place where they are heard. Escape or F1 closes it. */
final class KeysView extends StackPane {
    private static final int COLUMNS = 3;

    private final WindowModel window;
    private final Map<String, List<Line>> groups;
    private final TextField search = new TextField();
    private final HBox columns = new HBox();

    KeysView(WindowModel window, Actions actions) {
        this.window = window;
        this.groups = KeySheet.of(actions);
        getStyleClass().add("finder-shade");
        setId("keys");
        setVisible(false);
        search.setId("keys-search");
        search.setPromptText("A word or a key");
        search.textProperty().addListener(observable -> show());
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        Label title = new Label("All keys");
        title.getStyleClass().add("keys-title");
        HBox.setHgrow(search, Priority.ALWAYS);
        HBox head = new HBox(16, title, search);
        head.setAlignment(Pos.CENTER_LEFT);
        columns.getStyleClass().add("keys-columns");
        ScrollPane scroll = new ScrollPane(columns);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        VBox box = new VBox(head, scroll);
        box.getStyleClass().addAll("finder-box", "keys-box");
        box.setMaxSize(1080, 640);
        box.setOnMousePressed(javafx.event.Event::consume);
        setOnMousePressed(event -> close());
        getChildren().add(box);
        window.keysOpenProperty().addListener((property, before, opened) -> open(opened));
    }

    private void open(boolean opened) {
        if (opened) {
            search.clear();
            show();
        }
        setVisible(opened);
        if (opened) {
            search.requestFocus();
        } else {
            window.focus(Area.CANVAS);
        }
    }

    private void close() {
        window.keysOpenProperty().set(false);
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            close();
            event.consume();
        }
    }

    private void show() {
        String wanted = search.getText().strip().toLowerCase(Locale.ROOT);
        List<VBox> filled = new ArrayList<>();
        int[] heights = new int[COLUMNS];
        for (int i = 0; i < COLUMNS; i++) {
            VBox column = new VBox();
            column.getStyleClass().add("keys-column");
            filled.add(column);
        }
        columns.getChildren().setAll(filled);
        groups.forEach((name, lines) -> {
            List<Line> found = lines.stream()
                    .filter(line -> (name + " " + line.what() + " " + line.keys())
                            .toLowerCase(Locale.ROOT)
                            .contains(wanted))
                    .toList();
            if (!found.isEmpty()) {
                int column = 0;
                for (int i = 1; i < COLUMNS; i++) {
                    column = heights[i] < heights[column] ? i : column;
                }
                heights[column] += found.size() + 2;
                filled.get(column).getChildren().add(group(name, found));
            }
        });
        if (heights[0] == 0) {
            Label nothing = new Label("No key for that");
            nothing.getStyleClass().add("muted");
            filled.get(0).getChildren().add(nothing);
        }
    }

    private static VBox group(String name, List<Line> lines) {
        Label heading = new Label(name);
        heading.getStyleClass().add("section-heading");
        VBox group = new VBox(heading);
        group.getStyleClass().add("keys-group");
        for (Line line : lines) {
            Label what = new Label(line.what());
            Label keys = new Label(line.keys());
            keys.getStyleClass().add("key");
            keys.setMinWidth(USE_PREF_SIZE);
            Region gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            HBox row = new HBox(8, what, gap, keys);
            row.setAlignment(Pos.CENTER_LEFT);
            group.getChildren().add(row);
        }
        return group;
    }
}
