package org.convscape.ui.canvas;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.convscape.figures.Figures;
import org.convscape.labels.Prediction;

/** The likeliest classes on a card: in each row a name over a bar as long as it is likely, and the percent. */
final class ClassRows extends Region {
    /** Rows that are lower than this cannot be read. */
    private static final double LOWEST = 10.5;

    private static final double GAP = 2;

    private final List<Row> rows = new ArrayList<>();
    private List<Prediction> shown = List.of();

    /** One class. */
    private static final class Row {
        private final Region bar = new Region();
        private final Label name = label("class-name");
        private final Label percent = label("class-percent", "figure");

        private static Label label(String... classes) {
            Label label = new Label();
            label.getStyleClass().addAll(classes);
            label.setMinWidth(0);
            return label;
        }

        void place(Prediction likely, double top, double width, double height, boolean seen) {
            List.of(bar, name, percent).forEach(node -> node.setVisible(seen));
            name.setText(likely.shortName());
            percent.setText(Figures.share(likely.probability()));
            double room = percent.prefWidth(-1);
            bar.resizeRelocate(0, top, Math.max(1, width * likely.probability()), height);
            percent.resizeRelocate(width - room - 2, top, room, height);
            name.resizeRelocate(3, top, Math.max(0, width - room - 8), height);
        }
    }

    ClassRows() {
        getStyleClass().add("class-rows");
        setMouseTransparent(true);
        setVisible(false);
    }

    void show(List<Prediction> classes) {
        if (classes.equals(shown)) {
            return;
        }
        shown = classes;
        setVisible(!classes.isEmpty());
        while (rows.size() < classes.size()) {
            Row row = new Row();
            row.bar.getStyleClass().add("class-bar");
            rows.add(row);
            getChildren().addAll(row.bar, row.name, row.percent);
        }
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        int fit = Math.max(1, Math.min(shown.size(), (int) ((getHeight() + GAP) / (LOWEST + GAP))));
        double height = (getHeight() + GAP) / fit - GAP;
        for (int i = 0; i < rows.size(); i++) {
            if (i < shown.size()) {
                rows.get(i).place(shown.get(i), i * (height + GAP), getWidth(), height, i < fit);
            }
        }
    }
}
