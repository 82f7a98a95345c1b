package org.convscape.ui.inspector;

import java.util.List;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.convscape.ui.control.Hints;
import org.convscape.viewmodel.inspector.InspectorContent.WeightLine;

/** The arrays of a layer: name, dimensions, how many numbers. */
final class WeightsView extends GridPane {
    private final Rows<WeightLine> rows = new Rows<>(Row::new);

    WeightsView() {
        getStyleClass().add("weights");
        ColumnConstraints name = new ColumnConstraints();
        name.setHgrow(Priority.ALWAYS);
        ColumnConstraints figures = new ColumnConstraints();
        figures.setHalignment(HPos.RIGHT);
        figures.setMinWidth(Region.USE_PREF_SIZE);
        getColumnConstraints().addAll(name, figures, figures);
    }

    void show(List<WeightLine> lines) {
        rows.show(lines);
    }

    /** One array. */
    private final class Row implements Rows.Row<WeightLine> {
        private final Label name = new Label();
        private final Label dimensions = new Label();
        private final Label count = new Label();

        Row(int index) {
            name.getStyleClass().add("line-name");
            dimensions.getStyleClass().addAll("figure", "muted");
            Hints.on(dimensions, "Dimensions as the engine lays them out: height × width × in × out for a kernel");
            count.getStyleClass().addAll("figure", "line-value");
            addRow(index, name, dimensions, count);
        }

        @Override
        public List<Label> nodes() {
            return List.of(name, dimensions, count);
        }

        @Override
        public void write(WeightLine line) {
            name.setText(line.name() + (line.trainable() ? "" : " (kept, not trained)"));
            dimensions.setText(line.dimensions());
            count.setText(line.count());
        }
    }
}
