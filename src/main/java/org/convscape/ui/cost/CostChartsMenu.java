package org.convscape.ui.cost;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import org.convscape.chart.Chart;
import org.convscape.ui.chart.ChartActions;
import org.convscape.ui.chart.LargeChart;
import org.convscape.ui.control.Hints;
import org.convscape.ui.control.Icons;
import org.convscape.viewmodel.cost.CostModel;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/** The charts of what a network costs, each opened in a window of its own. */
final class CostChartsMenu extends MenuButton implements ChartActions {
    private final CostModel model;

    CostChartsMenu(CostModel model) {
        super("", Icons.of(MaterialDesignC.CHART_BAR));
        this.model = model;
        setId("cost-charts");
        getStyleClass().add("copy-menu");
        Hints.on(this, "Charts: what costs most, and where memory is fullest");
        getItems()
                .addAll(
                        item("cost-shares", "What costs most", model::shares),
                        item("cost-memory", "Activations in memory, step by step", model::memory));
    }

    private MenuItem item(String id, String words, Supplier<Optional<Chart>> chart) {
        MenuItem item = new MenuItem(words);
        item.setId(id);
        item.setOnAction(event -> chart.get().ifPresent(drawn -> LargeChart.open(drawn, this, getScene())));
        return item;
    }

    @Override
    public void select(String path) {
        model.goTo(path);
    }

    @Override
    public void save(Chart chart, Path file) {
        model.save(chart, file);
    }
}
