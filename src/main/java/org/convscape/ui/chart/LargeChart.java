package org.convscape.ui.chart;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BiFunction;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.convscape.chart.Chart;
import org.convscape.ui.control.Floating;
import org.convscape.ui.control.Theme;

/**
 * A chart in a window of its own, over most of the program's. It keeps what it shows, to be compared with what comes.
 */
public final class LargeChart {
    private static final double OF_OWNER = 0.88;

    private LargeChart() {}

    /** Opens a chart over the window that a scene is in; Escape closes it. */
    public static void open(Chart chart, ChartActions actions, Scene over) {
        open(chart, actions, null, over);
    }

    static void open(
            Chart chart, ChartActions actions, BiFunction<Window, String, Optional<Path>> chooser, Scene over) {
        Window owner = over.getWindow();
        Stage stage = new Stage();
        stage.initOwner(owner);
        stage.setTitle(chart.words().title());
        ChartView view = new ChartView(actions, stage::close);
        view.setId("large-chart");
        view.getStyleClass().add("large-chart");
        if (chooser != null) {
            view.setChooser(chooser);
        }
        Scene scene = new Scene(view, OF_OWNER * over.getWidth(), OF_OWNER * over.getHeight(), over.getFill());
        Theme.likeIn(over, scene);
        Floating.over(scene);
        scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                stage.close();
                event.consume();
            }
        });
        stage.setScene(scene);
        stage.setX(owner.getX() + (owner.getWidth() - scene.getWidth()) / 2);
        stage.setY(owner.getY() + (owner.getHeight() - scene.getHeight()) / 2);
        view.show(chart);
        stage.show();
        view.getCenter().requestFocus();
    }
}
