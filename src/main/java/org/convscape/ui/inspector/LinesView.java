package org.convscape.ui.inspector;

import java.util.List;
import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.convscape.viewmodel.inspector.InspectorContent.Line;

/** Numbers with their names, the numbers under each other at the right. */
final class LinesView extends VBox {

    LinesView() {
        getStyleClass().add("lines");
    }

    void show(List<Line> lines) {
        getChildren().clear();
        for (Line line : lines) {
            Label name = new Label(line.label());
            name.getStyleClass().add("line-name");
            name.setMinWidth(Region.USE_PREF_SIZE);
            Region gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            Label value = new Label(line.value());
            value.getStyleClass().addAll("figure", "line-value");
            value.setId("line-" + line.label().toLowerCase(Locale.ROOT).replace(' ', '-'));
            HBox row = new HBox(name, gap, value);
            row.getStyleClass().add("line");
            if (!line.detail().isEmpty()) {
                Label detail = new Label(line.detail());
                detail.getStyleClass().addAll("figure", "muted");
                detail.setMinWidth(Region.USE_PREF_SIZE);
                row.getChildren().add(detail);
            }
            getChildren().add(row);
        }
    }
}
