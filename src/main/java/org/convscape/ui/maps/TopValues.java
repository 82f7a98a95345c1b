package org.convscape.ui.maps;

import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.convscape.figures.Figures;
import org.convscape.labels.Prediction;
import org.convscape.ui.control.ShareTable;
import org.convscape.viewmodel.maps.MapDisplay;
import org.convscape.viewmodel.maps.MapsModel;

/** The largest values of a vector, such as the classes a network is most sure of. */
final class TopValues extends VBox {
    private static final int MOST = 8;

    private final MapsModel model;
    private final Label title = new Label();
    private final ShareTable table = new ShareTable();

    TopValues(MapsModel model) {
        this.model = model;
        getStyleClass().addAll("loupe-panel", "top-values");
        title.getStyleClass().add("panel-title");
        getChildren().addAll(title, table);
        model.displayProperty().addListener(observable -> show());
        show();
    }

    private void show() {
        table.clear();
        MapDisplay display = model.displayProperty().get();
        if (display == null || !display.stack().vector()) {
            return;
        }
        List<Prediction> predictions = model.predictions(MOST);
        title.setText(predictions.isEmpty() ? "Largest values" : "Likeliest classes");
        if (predictions.isEmpty()) {
            values(display.stack().tensor().values());
        } else {
            table.show(predictions);
        }
    }

    private void values(float[] values) {
        List<Integer> largest = IntStream.range(0, values.length)
                .boxed()
                .sorted((one, other) -> Float.compare(values[other], values[one]))
                .limit(MOST)
                .toList();
        double most = values[largest.get(0)];
        for (int index : largest) {
            Label name = new Label(Integer.toString(index));
            name.getStyleClass().addAll("figure", "muted");
            table.add(name, most > 0 ? values[index] / most : 0, Figures.value(values[index]));
        }
    }
}
