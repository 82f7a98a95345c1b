package org.convscape.ui.cost;

import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.StackPane;
import org.convscape.chart.Chart;
import org.convscape.figures.Figures;
import org.convscape.timing.Roofline;
import org.convscape.timing.Samples;
import org.convscape.timing.TimingTable;
import org.convscape.ui.chart.ChartActions;
import org.convscape.ui.chart.ChartView;
import org.convscape.ui.control.EmptyState;
import org.convscape.ui.control.FittedTable;
import org.convscape.ui.control.Hints;
import org.convscape.ui.control.NameColumn;
import org.convscape.ui.control.NumberColumn;
import org.convscape.viewmodel.cost.TimeModel;
import org.convscape.viewmodel.cost.TimeResult;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/**
 * How long every layer takes and how near it comes to what the machine can do: a table, and beside it, or where the
 * page is narrow in its place, a chart.
 */
public final class TimeView extends StackPane {
    /** Room for the ends of most paths, in pixels. */
    private static final double PATH = 116;

    /** A page as wide as this has room for every number of the table beside a chart. */
    private static final double LEAST_FOR_BOTH = 1000;

    /** How much of the page is the table's where it has a chart beside it. */
    private static final double TABLE = 0.6;

    private final TimeModel model;
    private final FittedTable<TimingTable.Row> table = new FittedTable<>();
    private final ChartView chart;
    private final SplitPane both = new SplitPane();
    private final Label total = new Label();
    private final Label conditions = new Label();
    private final TimeControls controls;
    private final EmptyState empty = new EmptyState(MaterialDesignT.TIMER_OUTLINE, "");
    private final BorderPane body = new BorderPane();
    private boolean filling;
    private boolean seen;

    /** Shows what a model has timed. */
    public TimeView(TimeModel model) {
        this.model = model;
        controls = new TimeControls(model);
        chart = new ChartView(new ChartActions() {
            @Override
            public void select(String path) {
                model.goTo(path);
            }

            @Override
            public void save(Chart saved, Path file) {
                model.save(saved, file);
            }
        });
        chart.setId("time-chart");
        getStyleClass().add("costs");
        fillTable();
        body.widthProperty().addListener(observable -> arrange());
        total.getStyleClass().addAll("figure", "strong");
        total.setId("time-total");
        conditions.getStyleClass().addAll("muted", "small");
        conditions.setId("time-conditions");
        conditions.setWrapText(true);
        // Where both do not fit side by side they stand one below the other: no figure is cut.
        FlowPane foot = new FlowPane(total, conditions);
        foot.getStyleClass().addAll("cost-foot", "time-foot");
        foot.setRowValignment(VPos.CENTER);
        foot.setAlignment(Pos.CENTER_LEFT);
        conditions.maxWidthProperty().bind(foot.widthProperty().subtract(30));
        body.setCenter(both);
        body.setBottom(foot);
        getChildren().addAll(body, empty);
        model.resultProperty().addListener(observable -> show());
        model.chartProperty().addListener(observable -> showChart());
        model.messageProperty().addListener(observable -> follow());
        show();
        showChart();
        follow();
    }

    private void showChart() {
        Chart shown = model.chartProperty().get();
        if (shown != null) {
            chart.show(shown);
        }
        arrange();
    }

    /** The table has the page to itself, or shares it with the chart, or gives it up where both would be cramped. */
    private void arrange() {
        boolean charted = model.chartProperty().get() != null;
        boolean tabled = !charted || body.getWidth() >= LEAST_FOR_BOTH;
        if (both.getItems().contains(chart) == charted && both.getItems().contains(table) == tabled) {
            return;
        }
        both.getItems().clear();
        if (tabled) {
            both.getItems().add(table);
        }
        if (charted) {
            both.getItems().add(chart);
        }
        if (tabled && charted) {
            both.setDividerPositions(TABLE);
        }
    }

    private void fillTable() {
        table.setId("time-table");
        table.getColumns().add(new NameColumn<>("Layer", TimingTable.Row::path).atLeast(PATH));
        table.getColumns().add(figures("Median", row -> row.milliseconds().median(), Figures::milliseconds));
        table.getColumns().add(figures("Minimum", row -> row.milliseconds().minimum(), Figures::milliseconds));
        table.getColumns().add(figures("IQR", row -> row.milliseconds().spread(), Figures::milliseconds));
        table.getColumns().add(figures("GMAC/s", TimingTable.Row::achieved, TimeView::rate));
        table.getColumns().add(figures("Attainable", TimingTable.Row::attainable, TimeView::rate));
        table.getColumns().add(figures("Reached", TimingTable.Row::reached, TimeView::percent));
        table.getColumns().add(new NameColumn<>("Held back by", TimeView::bound));
        table.getColumns().add(new NameColumn<>("What it is", TimingTable.Row::label));
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
        String said = model.messageProperty().get();
        empty.say(
                said.isEmpty()
                        ? "How long every layer takes, and how near it comes to what this machine can do, stands here once"
                                + " it was timed"
                        : said);
    }

    private void show() {
        TimeResult result = model.resultProperty().get();
        empty.setVisible(result == null);
        // An empty table would say so under the hint.
        body.setVisible(result != null);
        if (result == null) {
            return;
        }
        TimingTable timed = result.table();
        if (!seen && body.getWidth() < LEAST_FOR_BOTH) {
            // The numbers first where there is room for one of both only.
            model.shownProperty().set(TimeModel.Shown.TABLE);
        }
        seen = true;
        filling = true;
        table.getItems().setAll(timed.rows());
        table.sort();
        filling = false;
        Samples whole = timed.timing().total();
        total.setText(result.title() + ": " + Figures.milliseconds(whole.median()) + ", quartiles "
                + Figures.milliseconds(whole.lowerQuartile()) + " … " + Figures.milliseconds(whole.upperQuartile()));
        conditions.setText(result.conditions());
        Hints.on(conditions, result::details);
    }

    /** The button that begins and cancels, and the choice of what is shown, for the header of the drawer. */
    public Node controls() {
        return controls;
    }
}
