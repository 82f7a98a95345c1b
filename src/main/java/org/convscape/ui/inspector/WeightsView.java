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
        getChildren().clear();
        int row = 0;
        for (WeightLine line : lines) {
            Label name = new Label(line.name() + (line.trainable() ? "" : " (kept, not trained)"));
            name.getStyleClass().add("line-name");
            Label dimensions = new Label(line.dimensions());
            dimensions.getStyleClass().addAll("figure", "muted");
            Hints.on(dimensions, "Dimensions as the engine lays them out: height × width × in × out for a kernel");
            Label count = new Label(line.count());
            count.getStyleClass().addAll("figure", "line-value");
            addRow(row++, name, dimensions, count);
        }
    }
}
