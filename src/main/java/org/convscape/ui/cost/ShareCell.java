package org.convscape.ui.cost;

import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.convscape.analysis.CostTable;
import org.convscape.ui.control.ShareBar;

/** A share of the total as a bar with its percent. */
final class ShareCell extends TableCell<CostTable.Row, Double> {
    private final ShareBar bar = new ShareBar();
    private final Label percent = new Label();
    private final HBox box = new HBox(8, bar, percent);

    ShareCell() {
        percent.getStyleClass().add("figure");
        percent.setMinWidth(56);
        percent.setAlignment(Pos.CENTER_RIGHT);
        box.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(bar, Priority.ALWAYS);
        bar.setMaxWidth(Double.MAX_VALUE);
    }

    @Override
    protected void updateItem(Double share, boolean empty) {
        super.updateItem(share, empty);
        if (empty || share == null) {
            setGraphic(null);
            return;
        }
        bar.fill(share);
        percent.setText(share > 0 && share < 0.001 ? "< 0.1 %" : String.format(Locale.ROOT, "%.1f %%", 100 * share));
        setGraphic(box);
    }
}
