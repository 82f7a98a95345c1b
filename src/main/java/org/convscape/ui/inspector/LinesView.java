package org.convscape.ui.inspector;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.convscape.scene.Explanation;
import org.convscape.ui.control.Explained;
import org.convscape.ui.control.Hints;
import org.convscape.viewmodel.inspector.InspectorContent.Line;

/** Numbers with their names, the numbers under each other at the right. */
final class LinesView extends VBox {

    /** Several numbers, such as the shapes of all inputs, go on below each other: this wide is one of them. */
    private static final double NARROWEST_LIST = 120;

    private final Function<Explanation.Quantity, Explanation> explain;
    private final Rows<Line> rows = new Rows<>(index -> {
        Row row = new Row();
        getChildren().add(row);
        return row;
    });

    /** Lines whose numbers, where they can be asked, are explained by {@code explain}. */
    LinesView(Function<Explanation.Quantity, Explanation> explain) {
        this.explain = explain;
        getStyleClass().add("lines");
    }

    void show(List<Line> lines) {
        rows.show(lines);
    }

    /** One number with its name. */
    private final class Row extends HBox implements Rows.Row<Line> {
        private final Label name = new Label();
        private final Label value = new Label();
        private final Label detail = new Label();
        private Line shown;

        Row() {
            getStyleClass().add("line");
            name.getStyleClass().add("line-name");
            // Where there is little room the name gives way; a number never does.
            name.setMinWidth(0);
            name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
            Region gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            value.getStyleClass().addAll("figure", "line-value");
            detail.getStyleClass().addAll("figure", "muted");
            detail.setMinWidth(USE_PREF_SIZE);
            getChildren().addAll(name, gap, value, detail);
        }

        @Override
        public List<Row> nodes() {
            return List.of(this);
        }

        @Override
        public void rest() {
            shown = null;
            value.setId(null);
        }

        @Override
        public void write(Line line) {
            if (line.equals(shown)) {
                return;
            }
            shown = line;
            name.setText(line.label());
            value.setText(line.value());
            boolean list = line.value().contains("×") && line.value().contains(", ");
            value.setWrapText(list);
            value.setMinWidth(list ? NARROWEST_LIST : USE_PREF_SIZE);
            value.setId("line-" + line.label().toLowerCase(Locale.ROOT).replace(' ', '-'));
            detail.setText(line.detail());
            detail.setVisible(!line.detail().isEmpty());
            detail.setManaged(!line.detail().isEmpty());
            line.asked()
                    .ifPresentOrElse(
                            quantity -> Explained.on(value, () -> explain.apply(quantity)), () -> Explained.off(value));
            boolean asked = line.asked().isPresent() && !line.hint().isEmpty();
            Hints.on(value, line.hint() + (asked ? "\nA click shows where it comes from" : ""));
            Hints.on(name, line.label() + (line.hint().isEmpty() ? "" : "\n" + line.hint()));
        }
    }
}
