package org.convscape.ui.inspector;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.value.ChangeListener;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.convscape.figures.Figures;
import org.convscape.maps.MapStatistics;
import org.convscape.ui.control.Hints;
import org.convscape.viewmodel.inspector.InspectorContent.WeightLine;
import org.convscape.viewmodel.inspector.Kernels;
import org.convscape.viewmodel.inspector.KernelsModel;

/** The arrays of a layer: name, dimensions, how many numbers, and below what numbers those are. */
final class WeightsView extends GridPane {
    private final List<Row> made = new ArrayList<>();
    private final Rows<WeightLine> rows = new Rows<>(this::row);
    private final ChangeListener<Kernels> changed = (property, before, after) -> describe(after);
    private KernelsModel model;

    WeightsView() {
        getStyleClass().add("weights");
        ColumnConstraints name = new ColumnConstraints();
        name.setHgrow(Priority.ALWAYS);
        ColumnConstraints figures = new ColumnConstraints();
        figures.setHalignment(HPos.RIGHT);
        figures.setMinWidth(Region.USE_PREF_SIZE);
        getColumnConstraints().addAll(name, figures, figures);
    }

    private Row row(int index) {
        made.add(new Row(index));
        return made.get(index);
    }

    void show(List<WeightLine> lines) {
        rows.show(lines);
        describe(model == null ? Kernels.NONE : model.kernelsProperty().get());
    }

    void follow(KernelsModel wanted) {
        if (model != null) {
            model.kernelsProperty().removeListener(changed);
        }
        model = wanted;
        if (wanted != null) {
            wanted.kernelsProperty().addListener(changed);
        }
    }

    private void describe(Kernels kernels) {
        made.forEach(row -> row.describe(kernels));
    }

    private static String words(MapStatistics figures) {
        String all = "%s to %s · mean\u00a0%s · σ\u00a0%s"
                .formatted(
                        Figures.value(figures.minimum()),
                        Figures.value(figures.maximum()),
                        Figures.value(figures.mean()),
                        Figures.value(figures.deviation()));
        String zeros = figures.zeros() == 0 ? "" : " · zeros\u00a0" + Figures.percent(figures.zeros(), figures.count());
        return all
                + zeros
                + (figures.notFinite() == 0 ? "" : " · not finite\u00a0" + Figures.whole(figures.notFinite()));
    }

    /** One array. */
    private final class Row implements Rows.Row<WeightLine> {
        private final Label name = new Label();
        private final Label dimensions = new Label();
        private final Label count = new Label();
        private final Label figures = new Label();
        private WeightLine line;

        Row(int index) {
            name.getStyleClass().add("line-name");
            dimensions.getStyleClass().addAll("figure", "muted");
            Hints.on(dimensions, "Dimensions as the engine lays them out: height × width × in × out for a kernel");
            count.getStyleClass().addAll("figure", "line-value");
            figures.getStyleClass().addAll("figure", "muted", "array-figures");
            figures.setWrapText(true);
            figures.setMaxWidth(Double.MAX_VALUE);
            figures.setMinHeight(Region.USE_PREF_SIZE);
            Hints.on(figures, "Smallest and largest number, mean, standard deviation");
            addRow(2 * index, name, dimensions, count);
            add(figures, 0, 2 * index + 1, 3, 1);
        }

        @Override
        public List<Label> nodes() {
            return List.of(name, dimensions, count);
        }

        @Override
        public void rest() {
            line = null;
        }

        void describe(Kernels kernels) {
            boolean large = line != null && kernels.large().contains(line.name());
            MapStatistics known = line == null ? null : kernels.statistics().get(line.name());
            figures.setText(large ? "more numbers than are looked at here" : known == null ? "" : words(known));
            figures.setVisible(large || known != null);
            figures.setManaged(large || known != null);
        }

        @Override
        public void write(WeightLine fresh) {
            line = fresh;
            name.setText(line.name() + (line.trainable() ? "" : " (kept, not trained)"));
            dimensions.setText(line.dimensions());
            count.setText(line.count());
        }
    }
}
