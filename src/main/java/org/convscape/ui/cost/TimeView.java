package org.convscape.ui.cost;

import java.util.Locale;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.convscape.figures.Figures;
import org.convscape.timing.Roofline;
import org.convscape.timing.Samples;
import org.convscape.timing.TimingTable;
import org.convscape.ui.control.EmptyState;
import org.convscape.ui.control.FittedTable;
import org.convscape.ui.control.Hints;
import org.convscape.ui.control.NameColumn;
import org.convscape.ui.control.NumberColumn;
import org.convscape.viewmodel.cost.TimeModel;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/** How long every layer takes and how near it comes to what the machine can do: a table, and beside it the roofline. */
public final class TimeView extends StackPane {
    /** Room for the ends of most paths, in pixels. */
    private static final double PATH = 116;

    /** How much of the page is the table's. */
    private static final double TABLE = 0.6;

    private final TimeModel model;
    private final FittedTable<TimingTable.Row> table = new FittedTable<>();
    private final RooflineView chart = new RooflineView();
    private final Label total = new Label();
    private final Label conditions = new Label();
    private final Label doing = new Label();
    private final Button start = new Button("Time it");
    private final HBox controls = new HBox(doing, start);
    private final EmptyState empty = new EmptyState(MaterialDesignT.TIMER_OUTLINE, "");
    private final BorderPane body = new BorderPane();
    private boolean filling;

    /** Shows what a model has timed. */
    public TimeView(TimeModel model) {
        this.model = model;
        getStyleClass().add("costs");
        fillTable();
        SplitPane both = new SplitPane(table);
        both.heightProperty().addListener(observable -> showChart(both));
        total.getStyleClass().addAll("figure", "strong");
        total.setId("time-total");
        conditions.getStyleClass().addAll("muted", "small");
        conditions.setWrapText(true);
        // Where both do not fit side by side they stand one below the other: no figure is cut.
        FlowPane foot = new FlowPane(total, conditions);
        foot.getStyleClass().add("cost-foot");
        foot.setRowValignment(VPos.CENTER);
        conditions.maxWidthProperty().bind(foot.widthProperty().subtract(30));
        body.setCenter(both);
        body.setBottom(foot);
        getChildren().addAll(body, empty);
        fillControls();
        model.resultProperty().addListener(observable -> show());
        model.runningProperty().addListener(observable -> follow());
        model.messageProperty().addListener(observable -> follow());
        show();
        follow();
    }

    /** Where the page is too low for a chart that can be read, the table has all of it. */
    private void showChart(SplitPane both) {
        boolean high = both.getHeight() >= RooflineView.LOWEST;
        if (high && !both.getItems().contains(chart)) {
            both.getItems().add(chart);
            both.setDividerPositions(TABLE);
        } else if (!high) {
            both.getItems().remove(chart);
        }
    }

    private void fillControls() {
        start.setId("time-start");
        Hints.on(start, "Runs the network over and over in the background; nothing else should compute meanwhile");
        start.setOnAction(event -> {
            if (model.runningProperty().get()) {
                model.cancel();
            } else {
                model.start();
            }
        });
        doing.getStyleClass().addAll("muted", "small");
        doing.setId("time-doing");
        doing.setMinWidth(0);
        controls.getStyleClass().add("why-controls");
        controls.setAlignment(Pos.CENTER_RIGHT);
    }

    private void fillTable() {
        table.setId("time-table");
        table.getColumns().add(new NameColumn<>("Layer", TimingTable.Row::path).atLeast(PATH));
        table.getColumns().add(new NameColumn<>("What it is", TimingTable.Row::label));
        table.getColumns().add(figures("Median", row -> row.milliseconds().median(), Figures::milliseconds));
        table.getColumns().add(figures("Minimum", row -> row.milliseconds().minimum(), Figures::milliseconds));
        table.getColumns().add(figures("IQR", row -> row.milliseconds().spread(), Figures::milliseconds));
        table.getColumns().add(figures("GMAC/s", TimingTable.Row::achieved, TimeView::rate));
        table.getColumns().add(figures("Attainable GMAC/s", TimingTable.Row::attainable, TimeView::rate));
        table.getColumns().add(figures("Reached", TimingTable.Row::reached, TimeView::percent));
        table.getColumns().add(new NameColumn<>("Held back by", TimeView::bound));
        table.getSelectionModel().selectedItemProperty().addListener((property, before, row) -> {
            if (row != null && !filling) {
                model.goTo(row);
            }
        });
    }

    private static String bound(TimingTable.Row row) {
        return row.node().foldedInto().map(host -> "in " + host).orElseGet(() -> row.bound()
                .map(Roofline.Bound::label)
                .orElse(""));
    }

    private static String rate(double value) {
        return value == 0 ? "–" : String.format(Locale.ROOT, "%.1f", value);
    }

    private static String percent(double value) {
        return value == 0 ? "–" : String.format(Locale.ROOT, "%.0f %%", 100 * value);
    }

    /** A column of numbers; a layer that was computed in the step of another has none. */
    private static NumberColumn<TimingTable.Row, Double> figures(
            String heading, Function<TimingTable.Row, Double> value, Function<Double, String> written) {
        return new NumberColumn<>(heading, row -> row.measured() ? value.apply(row) : null, written);
    }

    private void follow() {
        boolean running = model.runningProperty().get();
        start.setText(running ? "Cancel" : "Time it");
        doing.setText(model.messageProperty().get());
        String said = model.messageProperty().get();
        empty.say(
                said.isEmpty()
                        ? "How long every layer takes, and how near it comes to what this machine can do, stands here once"
                                + " it was timed"
                        : said);
    }

    private void show() {
        TimeModel.Result result = model.resultProperty().get();
        empty.setVisible(result == null);
        // An empty table would say so under the hint.
        body.setVisible(result != null);
        if (result == null) {
            return;
        }
        TimingTable timed = result.table();
        filling = true;
        table.getItems().setAll(timed.rows());
        table.sort();
        filling = false;
        chart.show(timed);
        Samples whole = timed.timing().total();
        total.setText(result.title() + ": " + Figures.milliseconds(whole.median()) + ", of it overhead "
                + Figures.milliseconds(timed.timing().overhead()) + ", " + rate(timed.achieved()) + " GMAC/s");
        conditions.setText(String.format(
                Locale.ROOT,
                "medians of %d runs after %d to warm up; IQR: interquartile range; roofline %.1f GMAC/s and %.1f GB/s;"
                        + " attainable in GMAC/s; convention macs",
                whole.count(),
                timed.timing().warmUp().runs(),
                timed.roofline().multiplyAdds(),
                timed.roofline().bytes()));
    }

    /** The button that begins and cancels, for the header of the drawer. */
    public Node controls() {
        return controls;
    }
}
