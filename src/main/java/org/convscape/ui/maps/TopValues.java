package org.convscape.ui.maps;

import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.convscape.figures.Figures;
import org.convscape.ui.control.ShareBar;
import org.convscape.viewmodel.maps.MapDisplay;
import org.convscape.viewmodel.maps.MapsModel;

/** The largest values of a vector, such as the classes a network is most sure of. */
final class TopValues extends VBox {
    private static final int MOST = 8;

    private final MapsModel model;
    private final GridPane table = new GridPane();

    TopValues(MapsModel model) {
        this.model = model;
        getStyleClass().addAll("loupe-panel", "top-values");
        Label title = new Label("Largest values");
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
        float[] values = display.stack().tensor().values();
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
            ShareBar bar = new ShareBar();
            bar.fill(most > 0 ? values[index] / most : 0);
            Label value = new Label(Figures.value(values[index]));
            value.getStyleClass().add("figure");
            table.addRow(row++, name, bar, value);
        }
    }
}
