package org.convscape.ui.chart;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BiFunction;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.util.Duration;
import org.convscape.chart.Chart;
import org.convscape.ui.control.Floating;
import org.convscape.ui.control.Theme;

/**
 * A chart in a window of its own, over most of the program's. It keeps what it shows, to be compared with what comes.
 */
public final class LargeChart {
    private static final double OF_OWNER = 0.88;

    /** Some window managers give a window another size than it asks for as it comes up: it asks again, a few times. */
    private static final Duration PATIENCE = Duration.millis(100);

    private static final int TIMES = 12;

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
        Scene scene = new Scene(view, over.getFill());
        Theme.likeIn(over, scene);
        Floating.over(scene);
        scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                stage.close();
                event.consume();
            }
        });
        stage.setScene(scene);
        Rectangle2D wanted = new Rectangle2D(
                owner.getX() + (1 - OF_OWNER) / 2 * owner.getWidth(),
                owner.getY() + (1 - OF_OWNER) / 2 * owner.getHeight(),
                OF_OWNER * owner.getWidth(),
                OF_OWNER * owner.getHeight());
        place(stage, wanted);
        Timeline insisting = new Timeline(new KeyFrame(PATIENCE, event -> {
            if (stage.getWidth() < wanted.getWidth() - 1 || stage.getHeight() < wanted.getHeight() - 1) {
                place(stage, wanted);
            }
        }));
        insisting.setCycleCount(TIMES);
        stage.setOnShown(event -> insisting.playFromStart());
        stage.setOnHidden(event -> insisting.stop());
        view.show(chart);
        stage.show();
        view.getCenter().requestFocus();
    }

    private static void place(Stage stage, Rectangle2D wanted) {
        stage.setX(wanted.getMinX());
        stage.setY(wanted.getMinY());
        stage.setWidth(wanted.getWidth());
        stage.setHeight(wanted.getHeight());
    }
}
