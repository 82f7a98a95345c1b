package org.convscape.viewmodel.cost;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.convscape.analysis.Analysis;
import org.convscape.analysis.Convention;
import org.convscape.analysis.CostTable;
import org.convscape.analysis.MemoryProfile;
import org.convscape.block.BlockTemplate;
import org.convscape.chart.Chart;
import org.convscape.chart.CostCharts;
import org.convscape.execution.RunTimes;
import org.convscape.graph.Graph;
import org.convscape.graph.GroupPath;
import org.convscape.io.CostReport;
import org.convscape.io.ModelCost;
import org.convscape.io.TableFormat;
import org.convscape.scene.Explanation;
import org.convscape.task.LatestWork;
import org.convscape.viewmodel.desk.ChartSaving;
import org.convscape.viewmodel.desk.Focus;
import org.convscape.viewmodel.desk.OpenDocument;
import org.convscape.viewmodel.desk.Studio;
import org.convscape.wording.CostWords;

/** The cost of the current document, row by row, anew after every change for as long as somebody looks. */
public final class CostModel {
    private final Studio studio;
    private final ObjectProperty<CostTable.Grouping> grouping =
            new SimpleObjectProperty<>(this, "grouping", CostTable.Grouping.BLOCK);
    private final BooleanProperty active = new SimpleBooleanProperty(this, "active");
    private final ReadOnlyObjectWrapper<CostTable> table = new ReadOnlyObjectWrapper<>(this, "table");
    private final ReadOnlyObjectWrapper<RunTimes> times = new ReadOnlyObjectWrapper<>(this, "times", RunTimes.NONE);
    private final LatestWork beside;
    private Analysis summed;
    private final InvalidationListener follow = observable -> refresh();

    /** Follows the current document of a studio. */
    public CostModel(Studio studio) {
        this.studio = studio;
        this.beside = studio.latestWork();
        studio.conventionProperty().addListener(follow);
        grouping.addListener(follow);
        active.addListener(follow);
        Focus.follow(studio, focused -> List.of(focused.runs().resultProperty()), this::showTimes);
        Focus.follow(studio, focused -> List.of(focused.workspace().documentProperty()), this::refresh);
    }

    /** What a row stands for, as the palette calls it. */
    public String whatItIs(CostTable.Row row) {
        return studio.libraries()
                .inventory()
                .blocks()
                .find(row.operation())
                .map(BlockTemplate::label)
                .orElse(row.operation().equals(CostTable.GROUP) ? "Group" : CostWords.label(row));
    }

    private void showTimes() {
        OpenDocument document = studio.focusedProperty().get();
        times.set(
                document == null
                        ? RunTimes.NONE
                        : RunTimes.of(document.runs().resultProperty().get()));
    }

    /** The table of a large network stays until the new one has been summed beside the screen. */
    private void refresh() {
        beside.cancel();
        if (!active.get()) {
            return;
        }
        OpenDocument document = studio.focusedProperty().get();
        Analysis analysis = document == null ? null : document.workspace().analysis();
        Convention convention = studio.conventionProperty().get();
        CostTable.Grouping rows = grouping.get();
        if (analysis == null || analysis.nodes().isEmpty()) {
            show(analysis, null);
        } else {
            beside.sum(
                    analysis.nodes().size(),
                    () -> CostTable.of(analysis, convention, rows),
                    written -> show(analysis, written));
        }
    }

    private void show(Analysis analysis, CostTable written) {
        summed = analysis;
        table.set(written);
    }

    /** True while somebody looks; the table stays as it is otherwise. */
    public BooleanProperty activeProperty() {
        return active;
    }

    /** What a row stands for. */
    public ObjectProperty<CostTable.Grouping> groupingProperty() {
        return grouping;
    }

    /** The table; null where nothing is open or the canvas is empty. */
    public ReadOnlyObjectProperty<CostTable> tableProperty() {
        return table.getReadOnlyProperty();
    }

    /** How long the last run took, node by node. */
    public ReadOnlyObjectProperty<RunTimes> timesProperty() {
        return times.getReadOnlyProperty();
    }

    /** The table as a file of that format would hold it, empty where there is none. */
    public String text(TableFormat format) {
        return table.get() == null ? "" : new CostReport(List.of(costs())).write(format);
    }

    /** What the rows cost, the dearest first, as a chart; empty where there is no table. */
    public Optional<Chart> shares() {
        return table.get() == null
                ? Optional.empty()
                : Optional.of(CostCharts.largestFirst(
                        costs().model() + ", " + table.get().unit(), costs().terms(), table.get()));
    }

    /** How many bytes of activations live in each step of a run, as a chart; empty where there is no table. */
    public Optional<Chart> memory() {
        return table.get() == null
                ? Optional.empty()
                : Optional.of(CostCharts.memory(costs().model() + ", activations in memory", MemoryProfile.of(summed)));
    }

    /** Writes a chart to a file, and says how that ended. */
    public void save(Chart chart, Path file) {
        new ChartSaving(studio).save(chart, file);
    }

    /** What is not in the numbers, as sentences; empty where there is nothing to say. */
    public String remark() {
        return table.get() == null ? "" : costs().notCounted();
    }

    private ModelCost costs() {
        OpenDocument document = studio.focusedProperty().get();
        return new ModelCost(document.workspace().document().title(), table.get());
    }

    /** Where a number of a row, or for an empty path of the total, comes from. */
    public Explanation explain(String path, Explanation.Quantity quantity) {
        return Explanation.of(
                summed, path, quantity, studio.conventionProperty().get());
    }

    /** Selects what a row stands for. */
    public void goTo(CostTable.Row row) {
        goTo(row.path());
    }

    /** Selects a layer or a block, if the document has it still. */
    public void goTo(String path) {
        OpenDocument document = studio.focusedProperty().get();
        if (document != null
                && !path.isEmpty()
                && has(document.workspace().document().graph(), path)) {
            document.workspace().select(path);
        }
    }

    /** True where a layer or a block of that path is. */
    static boolean has(Graph graph, String path) {
        return graph.find(path).isPresent() || graph.group(new GroupPath(path)).isPresent();
    }
}
