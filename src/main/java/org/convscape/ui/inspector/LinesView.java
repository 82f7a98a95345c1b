package org.convscape.ui.inspector;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.convscape.ui.control.Explained;
import org.convscape.ui.control.Hints;
import org.convscape.viewmodel.Explanation;
import org.convscape.viewmodel.inspector.InspectorContent.Line;

/** Numbers with their names, the numbers under each other at the right. */
final class LinesView extends VBox {

    private final Function<Explanation.Quantity, Explanation> explain;

    /** Lines whose numbers, where they can be asked, are explained by {@code explain}. */
    LinesView(Function<Explanation.Quantity, Explanation> explain) {
        this.explain = explain;
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
            line.asked().ifPresent(quantity -> Explained.on(value, () -> explain.apply(quantity)));
            if (!line.hint().isEmpty()) {
                Hints.on(value, line.hint() + (line.asked().isPresent() ? "\nA click shows where it comes from" : ""));
                Hints.on(name, line.hint());
            }
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
