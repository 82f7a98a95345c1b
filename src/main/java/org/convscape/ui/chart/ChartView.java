package org.convscape.ui.chart;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BiFunction;
import javafx.geometry.Orientation;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.convscape.chart.Chart;
import org.convscape.ui.control.Icons;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;

/** A chart with what can be done with it: opened large, shown whole again, written to a file. */
public final class ChartView extends BorderPane {
    private final ChartActions actions;
    private final ChartPane pane;
    private final FlowPane tools = new FlowPane(Orientation.VERTICAL);
    private final Button all = Icons.button(MaterialDesignF.FIT_TO_PAGE_OUTLINE, "Shows all of the chart again (Home)");
    private final ContextMenu menu = new ContextMenu();
    private BiFunction<Window, String, Optional<Path>> chooser = ChartView::choose;

    /** A chart in a page. */
    public ChartView(ChartActions actions) {
        this(actions, null);
    }

    /** A chart; in a window of its own, which {@code close} closes, it has its title and caption. */
    ChartView(ChartActions actions, Runnable close) {
        this.actions = actions;
        boolean large = close != null;
        pane = new ChartPane(large, mark -> choose(mark), this::follow);
        getStyleClass().add("chart-view");
        setMinSize(0, 0);
        Button open = large
                ? Icons.button(MaterialDesignC.CLOSE, "Closes this window (Escape)")
                : Icons.button(MaterialDesignA.ARROW_EXPAND, "Opens the chart in a window of its own");
        open.setId(large ? "chart-close" : "chart-large");
        open.setOnAction(event -> openOrClose(close));
        all.setId("chart-all");
        all.setOnAction(event -> pane.showAll());
        all.setDisable(true);
        Button save = Icons.button(MaterialDesignC.CONTENT_SAVE_OUTLINE, "Saves the chart as a PNG or SVG file");
        save.setId("chart-save");
        save.setOnAction(event -> save());
        tools.getStyleClass().add("chart-tools");
        // On a low page they stand in two columns.
        tools.prefWrapLengthProperty().bind(heightProperty().subtract(6));
        tools.getChildren().addAll(open, all, save);
        setCenter(pane);
        setRight(tools);
        menu.getItems()
                .addAll(
                        item(large ? "Close" : "Open large", () -> openOrClose(close)),
                        item("Show all", pane::showAll),
                        item("Save as PNG or SVG…", this::save));
        pane.setOnContextMenuRequested(event -> {
            menu.show(pane, event.getScreenX(), event.getScreenY());
            event.consume();
        });
    }

    private static MenuItem item(String words, Runnable action) {
        MenuItem item = new MenuItem(words);
        item.setOnAction(event -> action.run());
        return item;
    }

    /** Shows a chart, all of it. */
    public void show(Chart chart) {
        pane.show(chart);
    }

    private void follow() {
        all.setDisable(!pane.zoomed());
    }

    private void choose(Chart.Mark mark) {
        if (!mark.path().isEmpty()) {
            actions.select(mark.path());
        }
    }

    private void openOrClose(Runnable close) {
        if (close != null) {
            close.run();
        } else if (pane.chart() != null) {
            LargeChart.open(pane.chart(), actions, chooser, getScene());
        }
    }

    private void save() {
        Chart chart = pane.chart();
        if (chart != null) {
            String name = chart.words().title().replaceAll("[^\\p{L}\\p{N}.-]+", "-") + ".png";
            chooser.apply(getScene().getWindow(), name).ifPresent(file -> actions.save(chart, file));
        }
    }

    /** Has somebody else say where a chart goes: given the window and a name, a file or nothing. */
    public void setChooser(BiFunction<Window, String, Optional<Path>> other) {
        chooser = other;
    }

    private static Optional<Path> choose(Window window, String name) {
        FileChooser files = new FileChooser();
        files.setTitle("Save the chart");
        files.setInitialFileName(name);
        files.getExtensionFilters()
                .addAll(
                        new FileChooser.ExtensionFilter("PNG pictures", "*.png"),
                        new FileChooser.ExtensionFilter("SVG drawings", "*.svg"));
        return Optional.ofNullable(files.showSaveDialog(window)).map(file -> file.toPath());
    }
}
