package org.convscape.ui.cost;

import java.util.List;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.convscape.analysis.CostTable;
import org.convscape.execution.RunTimes;
import org.convscape.figures.Figures;
import org.convscape.io.TableFormat;
import org.convscape.scene.Explanation;
import org.convscape.scene.Explanation.Quantity;
import org.convscape.ui.control.EmptyState;
import org.convscape.ui.control.Explained;
import org.convscape.ui.control.ExplanationPopup;
import org.convscape.ui.control.FittedTable;
import org.convscape.ui.control.Hints;
import org.convscape.ui.control.Icons;
import org.convscape.ui.control.NameColumn;
import org.convscape.ui.control.NumberColumn;
import org.convscape.ui.control.Segments;
import org.convscape.viewmodel.cost.CostModel;
import org.convscape.wording.CostWords;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/** The cost of the network as a table that can be sorted; a click on a row selects it on the canvas. */
public final class CostView extends StackPane {
    /** Room for the ends of most paths, in pixels. */
    private static final double PATH = 116;

    private final CostModel model;
    private final FittedTable<CostTable.Row> table = new FittedTable<>();
    private final NumberColumn<CostTable.Row, Long> trainable;
    private final NumberColumn<CostTable.Row, Long> counts;
    private final Label trained = new Label();
    private final Label parameters = new Label();
    private final Label total = new Label();
    private final Label notCounted = new Label();
    private final HBox controls = new HBox();
    private final EmptyState empty = new EmptyState(
            MaterialDesignT.TABLE, "What the network costs stands here once there is a layer on the canvas");
    private boolean filling;

    /** Shows the costs of a model, and has them summed as long as this is in a window. */
    public CostView(CostModel model) {
        this.model = model;
        getStyleClass().add("costs");
        table.setId("cost-table");
        table.getColumns().add(new NameColumn<>("Layer or block", CostTable.Row::path).atLeast(PATH));
        table.getColumns().add(new NameColumn<>("What it is", model::whatItIs));
        table.getColumns().add(figures("Output", CostWords::output, Function.identity(), null));
        trainable = figures("Trained", CostTable.Row::trainable, Figures::whole, explaining(Quantity.PARAMETERS));
        table.getColumns().add(trainable);
        table.getColumns()
                .add(figures("Parameters", CostTable.Row::total, Figures::whole, explaining(Quantity.PARAMETERS)));
        counts = figures("Count", CostTable.Row::count, Figures::whole, explaining(Quantity.COUNT));
        table.getColumns().add(counts);
        table.getColumns()
                .add(new NumberColumn<>("Share", this::part, Figures::share)
                        .cells(ShareCell::new)
                        .beside(ShareCell.NARROWEST, ShareCell.USUAL));
        table.getColumns().add(lastRun());
        table.setRowFactory(view -> new CostRow());
        table.getSelectionModel().selectedItemProperty().addListener((property, before, row) -> {
            if (row != null && !filling) {
                model.goTo(row);
            }
        });
        table.setOnKeyPressed(this::key);
        sum(trained, "trained", Quantity.PARAMETERS);
        sum(parameters, "parameters", Quantity.PARAMETERS);
        sum(total, "total", Quantity.COUNT);
        notCounted.getStyleClass().addAll("muted", "small");
        Label heading = new Label("Total");
        heading.getStyleClass().add("strong");
        notCounted.setWrapText(true);
        // Where the sums do not fit side by side they go on below: no figure is cut.
        FlowPane foot = new FlowPane(heading, trained, parameters, total, notCounted);
        foot.getStyleClass().add("cost-foot");
        foot.setRowValignment(VPos.CENTER);
        BorderPane body = new BorderPane(table);
        body.setBottom(foot);
        getChildren().addAll(body, empty);
        controls.getStyleClass().add("segments");
        controls.getChildren()
                .addAll(
                        new Segments<>("cost", model.groupingProperty())
                                .word(CostTable.Grouping.BLOCK, "By block")
                                .word(CostTable.Grouping.NODE, "By layer"),
                        new CostChartsMenu(model),
                        copyMenu());
        controls.setAlignment(Pos.CENTER_RIGHT);
        model.tableProperty().addListener((property, before, after) -> show(after));
        sceneProperty()
                .addListener((property, before, after) -> model.activeProperty().set(after != null));
        show(model.tableProperty().get());
    }

    /** A total, which answers of what it is the sum. */
    private void sum(Label label, String name, Quantity quantity) {
        label.getStyleClass().addAll("figure", "strong");
        label.setId("cost-" + name);
        label.setMinWidth(USE_PREF_SIZE);
        Explained.on(label, () -> model.explain("", quantity));
        Hints.on(label, "A click shows of what this is the sum");
    }

    private Function<CostTable.Row, Explanation> explaining(Quantity quantity) {
        return row -> model.explain(row.path(), quantity);
    }

    /** Enter asks the chosen row for its count, with Shift for its parameters. */
    private void key(KeyEvent event) {
        CostTable.Row row = table.getSelectionModel().getSelectedItem();
        if (event.getCode() == KeyCode.ENTER && row != null) {
            boolean parameters = event.isShiftDown();
            ExplanationPopup.show(
                    chosenFigure(parameters ? trainable : counts),
                    model.explain(row.path(), parameters ? Quantity.PARAMETERS : Quantity.COUNT));
            event.consume();
        }
    }

    /** Where a figure of the chosen row is seen; the table itself where the row is out of sight. */
    private Node chosenFigure(TableColumn<CostTable.Row, ?> column) {
        return table.lookupAll(".table-cell").stream()
                .filter(node -> node instanceof TableCell<?, ?> cell
                        && cell.getTableColumn() == column
                        && !cell.isEmpty()
                        && cell.getTableRow().isSelected())
                .findFirst()
                .orElse(table);
    }

    private MenuButton copyMenu() {
        MenuButton menu = new MenuButton("Copy", Icons.of(MaterialDesignC.CONTENT_COPY));
        menu.setId("cost-copy");
        menu.getStyleClass().add("copy-menu");
        Hints.on(menu, "Copies the table, every digit, with input, batch and counting rule");
        for (TableFormat format : TableFormat.values()) {
            MenuItem item = new MenuItem("Copy as " + format.id());
            item.setOnAction(event -> {
                ClipboardContent content = new ClipboardContent();
                content.putString(model.text(format));
                Clipboard.getSystemClipboard().setContent(content);
            });
            menu.getItems().add(item);
        }
        return menu;
    }

    private static <T> NumberColumn<CostTable.Row, T> figures(
            String heading,
            Function<CostTable.Row, T> value,
            Function<T, String> written,
            Function<CostTable.Row, Explanation> explain) {
        return new NumberColumn<>(heading, value, written).cells(figure -> new FigureCell<>(figure, explain));
    }

    /** A time that is sorted by its length and written with its unit. */
    private record Time(double milliseconds, String text) implements Comparable<Time> {
        @Override
        public int compareTo(Time other) {
            return Double.compare(milliseconds, other.milliseconds);
        }
    }

    private NumberColumn<CostTable.Row, Time> lastRun() {
        NumberColumn<CostTable.Row, Time> column = figures("", this::time, Time::text, null);
        Label heading = new Label("Last run");
        Hints.on(heading, "How long it took: " + RunTimes.MEANING);
        column.setGraphic(heading);
        model.timesProperty().addListener(observable -> {
            table.refresh();
            table.refit();
        });
        return column;
    }

    private Time time(CostTable.Row row) {
        RunTimes times = model.timesProperty().get();
        return new Time(times.milliseconds(row.path()).orElse(0.0), times.text(List.of(row.path())));
    }

    private double part(CostTable.Row row) {
        CostTable shown = model.tableProperty().get();
        return shown == null || shown.total().count() == 0
                ? 0
                : (double) row.count() / shown.total().count();
    }

    private void show(CostTable shown) {
        empty.setVisible(shown == null);
        if (shown == null) {
            return;
        }
        counts.setText(shown.unit().substring(0, 1).toUpperCase(java.util.Locale.ROOT)
                + shown.unit().substring(1));
        filling = true;
        table.getItems().setAll(shown.rows());
        table.sort();
        filling = false;
        String least = shown.complete() ? "" : "at least ";
        trained.setText(least + Figures.whole(shown.total().trainable()) + " trained");
        parameters.setText(least + Figures.whole(shown.total().total()) + " parameters");
        total.setText(least + Figures.whole(shown.total().count()) + " " + shown.unit());
        notCounted.setText(model.remark());
    }

    /** The choice of rows, for the header of the drawer. */
    public Node controls() {
        return controls;
    }

    /** A row whose numbers are only a lower bound looks so. */
    private static final class CostRow extends TableRow<CostTable.Row> {
        @Override
        protected void updateItem(CostTable.Row row, boolean absent) {
            super.updateItem(row, absent);
            getStyleClass().remove("unknown");
            if (!absent && row != null && !row.complete()) {
                getStyleClass().add("unknown");
            }
        }
    }
}
