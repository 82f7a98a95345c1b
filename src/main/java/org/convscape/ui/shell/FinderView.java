package org.convscape.ui.shell;

import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.convscape.ui.control.EmptyState;
import org.convscape.viewmodel.palette.FinderModel;
import org.convscape.viewmodel.palette.FinderModel.Hit;
import org.convscape.viewmodel.window.Area;
import org.convscape.viewmodel.window.WindowModel;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/** The search over the whole window: a field with what was found beneath it. Escape or a click beside it closes. */
final class FinderView extends StackPane {
    private final FinderModel model;
    private final WindowModel window;
    private final TextField field = new TextField();
    private final ListView<Hit> list = new ListView<>();

    FinderView(FinderModel model, WindowModel window) {
        this.model = model;
        this.window = window;
        getStyleClass().add("finder-shade");
        setId("finder");
        setVisible(false);
        field.setPromptText("Insert a block or layer, open a network, go to a node, or do something");
        field.setId("finder-field");
        field.textProperty().bindBidirectional(model.searchProperty());
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        list.setId("finder-list");
        list.setCellFactory(view -> new HitCell());
        list.setFocusTraversable(false);
        list.setFixedCellSize(34);
        list.setPlaceholder(new EmptyState(MaterialDesignT.TEXT_SEARCH, "Nothing matches these letters"));
        list.setOnMouseClicked(event -> choose());
        VBox box = new VBox(field, list);
        box.getStyleClass().add("finder-box");
        box.setMaxSize(560, 420);
        StackPane.setAlignment(box, Pos.TOP_CENTER);
        box.setOnMousePressed(javafx.event.Event::consume);
        setOnMousePressed(event -> close());
        getChildren().add(box);
        model.hitsProperty().addListener(observable -> show());
        window.finderOpenProperty().addListener((property, before, opened) -> open(opened));
    }

    private void show() {
        list.getItems().setAll(model.hitsProperty().get());
        list.getSelectionModel().selectFirst();
        list.scrollTo(0);
    }

    private void open(boolean opened) {
        if (opened) {
            model.begin();
        }
        setVisible(opened);
        if (opened) {
            field.requestFocus();
        } else {
            window.focus(Area.CANVAS);
        }
    }

    private void close() {
        window.finderOpenProperty().set(false);
    }

    private void choose() {
        Hit hit = list.getSelectionModel().getSelectedItem();
        close();
        if (hit != null) {
            hit.choose().run();
        }
    }

    private void key(KeyEvent event) {
        int at = list.getSelectionModel().getSelectedIndex();
        int last = list.getItems().size() - 1;
        switch (event.getCode()) {
            case ESCAPE -> close();
            case ENTER -> choose();
            case DOWN -> select(Math.min(last, at + 1));
            case UP -> select(Math.max(0, at - 1));
            case PAGE_DOWN -> select(Math.min(last, at + 8));
            case PAGE_UP -> select(Math.max(0, at - 8));
            default -> {
                if (event.getCode() != KeyCode.TAB) {
                    return;
                }
            }
        }
        event.consume();
    }

    private void select(int index) {
        list.getSelectionModel().select(index);
        list.scrollTo(Math.max(0, index - 5));
    }

    /** What it is, what choosing it does. */
    private static final class HitCell extends ListCell<Hit> {
        private final Region edge = new Region();
        private final Label label = new Label();
        private final Label detail = new Label();
        private final Label action = new Label();
        private final HBox line = new HBox(10, edge, label, detail, new Region(), action);

        HitCell() {
            setPrefWidth(0);
            getStyleClass().add("hit-cell");
            edge.getStyleClass().add("family-edge");
            label.setMinWidth(USE_PREF_SIZE);
            detail.getStyleClass().addAll("muted", "small");
            action.getStyleClass().addAll("muted", "small");
            action.setMinWidth(USE_PREF_SIZE);
            HBox.setHgrow(line.getChildren().get(3), Priority.ALWAYS);
            line.setAlignment(Pos.CENTER_LEFT);
        }

        @Override
        protected void updateItem(Hit hit, boolean empty) {
            super.updateItem(hit, empty);
            if (empty || hit == null) {
                setGraphic(null);
                return;
            }
            label.setText(hit.label());
            detail.setText(hit.detail());
            action.setText(hit.action());
            line.getStyleClass().removeIf(name -> name.startsWith("family-"));
            line.getStyleClass().add("family-" + hit.family().name().toLowerCase(Locale.ROOT));
            setGraphic(line);
        }
    }
}
