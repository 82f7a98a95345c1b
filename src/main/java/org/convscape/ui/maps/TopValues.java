package org.convscape.ui.maps;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.convscape.figures.Figures;
import org.convscape.labels.Prediction;
import org.convscape.ui.control.Hints;
import org.convscape.ui.control.ShareBar;
import org.convscape.viewmodel.maps.MapDisplay;
import org.convscape.viewmodel.maps.MapsModel;

/** The largest values of a vector, such as the classes a network is most sure of. */
final class TopValues extends VBox {
    private static final int MOST = 8;
    private static final double WIDEST_NAME = 150;

    private final MapsModel model;
    private final Label title = new Label();
    private final GridPane table = new GridPane();

    TopValues(MapsModel model) {
        this.model = model;
        getStyleClass().addAll("loupe-panel", "top-values");
        title.getStyleClass().add("panel-title");
        ColumnConstraints fixed = new ColumnConstraints();
        fixed.setMinWidth(Region.USE_PREF_SIZE);
        ColumnConstraints bars = new ColumnConstraints();
        bars.setHgrow(Priority.ALWAYS);
        table.getColumnConstraints().addAll(fixed, bars, fixed);
        table.getStyleClass().add("shares");
        getChildren().addAll(title, table);
        model.displayProperty().addListener(observable -> show());
        show();
    }

    private void show() {
        table.getChildren().clear();
        MapDisplay display = model.displayProperty().get();
        if (display == null || !display.stack().vector()) {
            return;
        }
        List<Prediction> predictions = model.predictions(MOST);
        title.setText(predictions.isEmpty() ? "Largest values" : "Likeliest classes");
        if (predictions.isEmpty()) {
            values(display.stack().tensor().values());
        } else {
            classes(predictions);
        }
    }

    private void classes(List<Prediction> predictions) {
        int row = 0;
        for (Prediction each : predictions) {
            Label name = new Label(each.name().split(",", 2)[0]);
            name.setMaxWidth(WIDEST_NAME);
            Hints.on(
                    name,
                    each.name() + ", class " + each.index() + "; the network says " + Figures.value(each.value()));
            row = add(row, name, each.probability(), String.format(Locale.ROOT, "%.1f %%", 100 * each.probability()));
        }
    }

    private void values(float[] values) {
        List<Integer> largest = IntStream.range(0, values.length)
                .boxed()
                .sorted((one, other) -> Float.compare(values[other], values[one]))
                .limit(MOST)
                .toList();
        double most = values[largest.get(0)];
        int row = 0;
        for (int index : largest) {
            Label name = new Label(Integer.toString(index));
            name.getStyleClass().addAll("figure", "muted");
            row = add(row, name, most > 0 ? values[index] / most : 0, Figures.value(values[index]));
        }
    }

    private int add(int row, Label name, double share, String figure) {
        ShareBar bar = new ShareBar();
        bar.fill(share);
        Label value = new Label(figure);
        value.getStyleClass().add("figure");
        table.addRow(row, name, bar, value);
        return row + 1;
    }
}
