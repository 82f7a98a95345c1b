package org.convscape.ui.cost;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import org.convscape.chart.TimeCharts;
import org.convscape.ui.control.Hints;
import org.convscape.ui.control.Icons;
import org.convscape.ui.control.Segments;
import org.convscape.viewmodel.cost.TimeModel;
import org.kordamp.ikonli.materialdesign2.MaterialDesignG;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/**
 * What is timed and what is seen of it: while runs are counted, how many are behind and a button that cancels; else
 * what the page shows, and a button that times again.
 */
final class TimeControls extends HBox {
    private static final double BAR = 90;

    private final TimeModel model;
    private final Label doing = new Label();
    private final ProgressBar bar = new ProgressBar();
    private final HBox shown = new HBox();
    private final ToggleButton blocks =
            Icons.toggle(MaterialDesignG.GROUP, "One bar for each block instead of each layer");
    private final ToggleButton longest =
            Icons.toggle(MaterialDesignS.SORT_DESCENDING, "The longest first instead of in the order of the run");
    private final Button start = new Button("Time it");

    TimeControls(TimeModel model) {
        this.model = model;
        getStyleClass().add("segments");
        setAlignment(Pos.CENTER_RIGHT);
        doing.getStyleClass().addAll("muted", "small");
        doing.setId("time-doing");
        bar.setId("time-progress");
        bar.setPrefWidth(BAR);
        bar.progressProperty().bind(model.progressProperty());
        start.setId("time-start");
        Hints.on(start, "Runs the network over and over in the background; nothing else should compute meanwhile");
        start.setOnAction(event -> {
            if (model.runningProperty().get()) {
                model.cancel();
            } else {
                model.start();
            }
        });
        shown.getStyleClass().add("segments");
        shown.setAlignment(Pos.CENTER);
        blocks.setId("time-blocks");
        blocks.setOnAction(event -> model.groupingProperty()
                .set(blocks.isSelected() ? TimeCharts.Grouping.BLOCK : TimeCharts.Grouping.LAYER));
        longest.setId("time-longest");
        longest.setOnAction(event ->
                model.orderProperty().set(longest.isSelected() ? TimeCharts.Order.LONGEST : TimeCharts.Order.NETWORK));
        shown.getChildren()
                .addAll(
                        blocks,
                        longest,
                        new Segments<>("time-show", model.shownProperty())
                                .word(TimeModel.Shown.TABLE, "Table")
                                .word(TimeModel.Shown.ROOFLINE, "Roofline")
                                .word(TimeModel.Shown.BARS, "Bars"));
        getChildren().addAll(doing, bar, shown, start);
        model.runningProperty().addListener(observable -> follow());
        model.messageProperty().addListener(observable -> follow());
        model.resultProperty().addListener(observable -> follow());
        model.shownProperty().addListener(observable -> follow());
        follow();
    }

    private void follow() {
        boolean running = model.runningProperty().get();
        boolean result = model.resultProperty().get() != null;
        boolean bars = model.shownProperty().get() == TimeModel.Shown.BARS;
        start.setText(running ? "Cancel" : "Time it");
        doing.setText(model.messageProperty().get());
        show(doing, result && !doing.getText().isEmpty());
        show(bar, running);
        show(shown, result && !running);
        show(blocks, bars);
        show(longest, bars);
    }

    private static void show(Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }
}
