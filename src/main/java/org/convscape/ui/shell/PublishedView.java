package org.convscape.ui.shell;

import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalDouble;
import javafx.beans.InvalidationListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TableColumn;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.convscape.ui.control.EmptyState;
import org.convscape.ui.control.FittedTable;
import org.convscape.ui.control.Hints;
import org.convscape.ui.control.NameColumn;
import org.convscape.ui.control.NumberColumn;
import org.convscape.ui.control.ScreenThread;
import org.convscape.ui.control.Segments;
import org.convscape.viewmodel.published.PublishedModel;
import org.convscape.viewmodel.published.PublishedModel.Row;
import org.convscape.viewmodel.published.PublishedModel.Scope;
import org.convscape.viewmodel.window.Dialogs;
import org.convscape.viewmodel.window.WindowModel;
import org.convscape.weights.published.FileSize;
import org.convscape.weights.published.PublishedFile;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/**
 * The choice of published weights over the window: a list, what there is to know of the one that is selected, and
 * fetching it. Escape or a click beside it closes; what is being fetched goes on.
 */
final class PublishedView extends StackPane {
    private final PublishedModel model;
    private final WindowModel window;
    private final Dialogs dialogs;
    private final FittedTable<Row> table = new FittedTable<>();
    private final Segments<Scope> scopes;
    private final PublishedFacts facts = new PublishedFacts();
    private final Label kept = new Label();
    private final ProgressBar progress = new ProgressBar();
    private final Label message = new Label();
    private final Label problem = new Label();
    private final Button fetch = new Button();
    private final Button cancel = new Button("Cancel");
    private final Button use = new Button("Use");

    PublishedView(PublishedModel model, WindowModel window, Dialogs dialogs) {
        this.model = model;
        this.window = window;
        this.dialogs = dialogs;
        this.scopes = new Segments<>("published", model.scopeProperty())
                .word(Scope.NETWORK, "This network")
                .word(Scope.ALL, "All");
        getStyleClass().add("finder-shade");
        setId("published");
        setVisible(false);
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        VBox.setVgrow(table, Priority.ALWAYS);
        VBox box = new VBox(head(), table(), facts, folder(), foot());
        box.getStyleClass().addAll("finder-box", "keys-box", "published-box");
        box.setMaxSize(1080, 680);
        box.setOnMousePressed(javafx.event.Event::consume);
        setOnMousePressed(event -> close());
        getChildren().add(box);
        window.publishedOpenProperty().addListener((property, before, opened) -> open(opened));
        model.rowsProperty().addListener((property, before, after) -> list());
        InvalidationListener follow = observable -> refresh();
        model.fetchingProperty().addListener(follow);
        model.progressProperty().addListener(follow);
        model.messageProperty().addListener(follow);
        model.problemProperty().addListener(follow);
        table.getSelectionModel().selectedItemProperty().addListener(follow);
        refresh();
    }

    private HBox head() {
        Label title = new Label("Published weights");
        title.getStyleClass().add("keys-title");
        Label promise = new Label("Nothing is fetched before you press Fetch");
        promise.getStyleClass().add("muted");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(14, title, promise, gap, scopes);
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private FittedTable<Row> table() {
        table.setId("published-list");
        table.setPlaceholder(new EmptyState(
                MaterialDesignC.CLOUD_OFF_OUTLINE,
                "Nothing is published for this network that is known"
                        + " here. All shows the others; a catalogue.tsv in the folder adds your own"));
        TableColumn<Row, ?> id =
                new NameColumn<Row>("weights", row -> row.file().id()).atLeast(220);
        NumberColumn<Row, FileSize> size =
                new NumberColumn<>("size", row -> row.file().size(), bytes -> bytes == null ? "" : bytes.figure());
        size.setComparator(Comparator.comparingLong(bytes -> bytes.bytes().orElse(0)));
        NumberColumn<Row, Double> top1 = new NumberColumn<>(
                "top-1",
                row -> row.file().top1().isEmpty() ? null : row.file().top1().getAsDouble(),
                share -> share == null ? "" : PublishedFacts.percent(OptionalDouble.of(share)));
        TableColumn<Row, ?> licence =
                new NameColumn<Row>("licence", row -> row.file().licence()).atLeast(150);
        TableColumn<Row, ?> here = new NameColumn<>("here", PublishedView::state);
        table.getColumns().add(id);
        table.getColumns().add(size);
        table.getColumns().add(top1);
        table.getColumns().add(licence);
        table.getColumns().add(here);
        return table;
    }

    private static String state(Row row) {
        return row.here() ? "yes" : row.file().lacking().isEmpty() ? "" : "other network";
    }

    private HBox folder() {
        kept.setId("published-folder");
        kept.getStyleClass().add("muted");
        Button choose = new Button("Keep elsewhere…");
        choose.setId("published-choose");
        choose.setMinWidth(USE_PREF_SIZE);
        choose.setOnAction(event -> dialogs.weightsFolder().ifPresent(model::keepIn));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox line = new HBox(10, kept, gap, choose);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private VBox foot() {
        problem.setId("published-problem");
        problem.getStyleClass().add("published-problem");
        problem.setWrapText(true);
        problem.setMinHeight(USE_PREF_SIZE);
        message.setId("published-message");
        HBox.setHgrow(message, Priority.ALWAYS);
        message.setMaxWidth(Double.MAX_VALUE);
        progress.setId("published-progress");
        progress.setPrefWidth(180);
        progress.setMinWidth(100);
        fetch.setId("published-fetch");
        fetch.getStyleClass().add("accent");
        fetch.setOnAction(event -> selected().ifPresent(row -> model.fetch(row.file())));
        cancel.setId("published-cancel");
        cancel.setOnAction(event -> model.cancel());
        use.setId("published-use");
        use.getStyleClass().add("accent");
        use.setOnAction(event -> use());
        Button close = new Button("Close");
        close.setId("published-close");
        close.setOnAction(event -> close());
        for (Button button : new Button[] {fetch, cancel, use, close}) {
            button.setMinWidth(USE_PREF_SIZE);
            button.managedProperty().bind(button.visibleProperty());
        }
        progress.managedProperty().bind(progress.visibleProperty());
        problem.managedProperty().bind(problem.visibleProperty());
        HBox buttons = new HBox(10, progress, message, cancel, fetch, use, close);
        buttons.setAlignment(Pos.CENTER_LEFT);
        return new VBox(8, problem, buttons);
    }

    private void open(boolean opened) {
        if (opened) {
            model.begin();
            refresh();
        }
        setVisible(opened);
        if (opened) {
            table.requestFocus();
        } else {
            window.focus(org.convscape.viewmodel.window.Area.CANVAS);
        }
    }

    private void close() {
        window.publishedOpenProperty().set(false);
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            close();
            event.consume();
        }
    }

    private Optional<Row> selected() {
        return Optional.ofNullable(table.getSelectionModel().getSelectedItem());
    }

    /** The same file stays selected when the list is read anew. */
    private void list() {
        String before = selected().map(row -> row.file().id()).orElse("");
        table.getItems().setAll(model.rowsProperty().get());
        // A longer list has a bar beside it, which is there only after it has been laid out.
        ScreenThread.executor().execute(table::refit);
        int at = 0;
        for (int i = 0; i < table.getItems().size(); i++) {
            at = table.getItems().get(i).file().id().equals(before) ? i : at;
        }
        table.getSelectionModel().clearAndSelect(at);
        refresh();
    }

    private void use() {
        selected().ifPresent(row -> {
            close();
            model.use(row.file());
        });
    }

    private void refresh() {
        PublishedFile fetching = model.fetchingProperty().get();
        Optional<Row> row = selected();
        boolean here = row.map(Row::here).orElse(false);
        String hindrance = row.map(selected -> model.hindrance(selected.file())).orElse("");
        facts.show(row.map(Row::file).orElse(null), hindrance);
        kept.setText("Kept in " + model.folder().path().toAbsolutePath());
        fetch.setVisible(row.isPresent() && !here && fetching == null);
        fetch.setText(
                ("Fetch " + row.map(selected -> selected.file().size().figure()).orElse("")).strip());
        cancel.setVisible(fetching != null);
        use.setVisible(here);
        use.setDisable(!hindrance.isEmpty());
        Hints.on(
                use,
                row.map(selected -> selected.file().isModel()
                                ? "Opens the model as a document of its own"
                                : "Runs on these weights, and prepares pictures as their publisher does")
                        .orElse(""));
        progress.setVisible(fetching != null);
        progress.setProgress(model.progressProperty().get());
        message.setText(
                fetching == null
                        ? model.messageProperty().get()
                        : fetching.id() + ": " + model.messageProperty().get());
        Hints.on(message, message.getText());
        problem.setText(model.problemProperty().get());
        problem.setVisible(!problem.getText().isEmpty());
    }
}
