package org.convscape.ui.control;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.convscape.figures.Figures;
import org.convscape.labels.Prediction;

/** Names with a bar and a figure each, such as the classes a network is most sure of. */
public final class ShareTable extends GridPane {
    private static final double WIDEST_NAME = 150;

    /** An empty table. */
    public ShareTable() {
        ColumnConstraints fixed = new ColumnConstraints();
        fixed.setMinWidth(Region.USE_PREF_SIZE);
        ColumnConstraints bars = new ColumnConstraints();
        bars.setHgrow(Priority.ALWAYS);
        getColumnConstraints().addAll(fixed, bars, fixed);
        getStyleClass().addAll("shares", "share-table");
    }

    /** Empties the table. */
    public void clear() {
        getChildren().clear();
    }

    /** Classes instead of what is there, the likeliest first. */
    public void show(List<Prediction> predictions) {
        clear();
        for (Prediction each : predictions) {
            Label name = new Label(each.shortName());
            name.setMaxWidth(WIDEST_NAME);
            Hints.on(
                    name,
                    each.name() + ", class " + each.index() + "; the network says " + Figures.value(each.value()));
            add(name, each.probability(), Figures.share(each.probability()));
        }
    }

    /** One more row. */
    public void add(Label name, double share, String figure) {
        ShareBar bar = new ShareBar();
        bar.fill(share);
        Label value = new Label(figure);
        value.getStyleClass().add("figure");
        addRow(getRowCount(), name, bar, value);
    }
}
