package org.convscape.ui.palette;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.convscape.ui.control.EmptyState;
import org.convscape.ui.control.Hints;
import org.convscape.ui.control.Icons;
import org.convscape.viewmodel.palette.Headings.Extent;
import org.convscape.viewmodel.palette.PaletteItem;
import org.convscape.viewmodel.palette.PaletteModel;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/** Blocks, layers and networks under headings that can be closed; dragged to the canvas, or taken with Enter. */
public final class PaletteView extends VBox {
    private final PaletteModel model;
    private final TextField search = new TextField();
    private final ListView<PaletteRow> rows = new ListView<>();

    /** Shows a palette. */
    public PaletteView(PaletteModel model) {
        this.model = model;
        getStyleClass().add("palette");
        search.setPromptText("Filter blocks and layers");
        search.setId("palette-search");
        search.textProperty().bindBidirectional(model.searchProperty());
        search.addEventFilter(KeyEvent.KEY_PRESSED, this::searchKey);
        Hints.on(search, "Narrows the palette to what contains all the words you type");
        Label glass = new Label("", Icons.of(MaterialDesignM.MAGNIFY));
        glass.getStyleClass().add("search-sign");
        glass.setMouseTransparent(true);
        StackPane field = new StackPane(search, glass);
        field.getStyleClass().add("search-field");
        StackPane.setAlignment(glass, javafx.geometry.Pos.CENTER_LEFT);
        rows.setId("palette-list");
        rows.setCellFactory(list -> new PaletteCell(this));
        rows.setPlaceholder(new EmptyState(
                MaterialDesignT.TEXT_SEARCH, "Nothing in the palette matches; fewer letters may find more"));
        rows.setOnKeyPressed(this::listKey);
        rows.setAccessibleText("Palette: blocks, layers and networks");
        VBox.setVgrow(rows, Priority.ALWAYS);
        getChildren().addAll(field, rows);
        model.sectionsProperty().addListener((property, before, after) -> show());
        model.headingsProperty().addListener((property, before, after) -> show());
        show();
    }

    private void show() {
        boolean searching = !model.searchProperty().get().isBlank();
        List<PaletteRow> shown = new ArrayList<>();
        for (PaletteModel.Section section : model.sectionsProperty().get()) {
            Extent extent =
                    searching ? Extent.ALL : model.headingsProperty().get().of(section.heading());
            shown.add(new PaletteRow.Heading(section.heading(), section.items().size(), extent != Extent.CLOSED));
            List<PaletteItem> items =
                    switch (extent) {
                        case CLOSED -> List.of();
                        case COMMON -> section.common();
                        case ALL -> section.items();
                    };
            items.forEach(item -> shown.add(new PaletteRow.Entry(item)));
            if (extent == Extent.COMMON && items.size() < section.items().size()) {
                shown.add(new PaletteRow.More(section.heading(), section.items().size() - items.size()));
            }
        }
        rows.getItems().setAll(shown);
    }

    void toggle(PaletteRow.Heading heading) {
        show(heading.words(), heading.open() ? Extent.CLOSED : Extent.COMMON);
        rows.getItems().stream()
                .filter(row ->
                        row instanceof PaletteRow.Heading other && other.words().equals(heading.words()))
                .findFirst()
                .ifPresent(row -> rows.getSelectionModel().select(row));
    }

    /** Shows all that stands under a heading, and goes on from where it ended. */
    void showAll(PaletteRow.More more) {
        int at = rows.getItems().indexOf(more);
        show(more.heading(), Extent.ALL);
        rows.getSelectionModel().select(at);
    }

    private void show(String heading, Extent extent) {
        model.headingsProperty().set(model.headingsProperty().get().with(heading, extent));
    }

    void take(PaletteItem item) {
        model.take(item);
    }

    private void searchKey(KeyEvent event) {
        if (event.getCode() == KeyCode.DOWN) {
            rows.requestFocus();
            rows.getSelectionModel().select(rows.getItems().size() > 1 ? 1 : 0);
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER) {
            model.best().ifPresent(this::take);
            event.consume();
        } else if (event.getCode() == KeyCode.ESCAPE && !search.getText().isEmpty()) {
            search.clear();
            event.consume();
        }
    }

    private void listKey(KeyEvent event) {
        PaletteRow row = rows.getSelectionModel().getSelectedItem();
        if (row == null) {
            return;
        }
        boolean enter = event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE;
        if (row instanceof PaletteRow.Entry entry && enter) {
            take(entry.item());
            event.consume();
        } else if (row instanceof PaletteRow.More more && (enter || event.getCode() == KeyCode.RIGHT)) {
            showAll(more);
            event.consume();
        } else if (row instanceof PaletteRow.Heading heading
                && (enter
                        || (event.getCode() == KeyCode.LEFT && heading.open())
                        || (event.getCode() == KeyCode.RIGHT && !heading.open()))) {
            toggle(heading);
            event.consume();
        }
    }
}
