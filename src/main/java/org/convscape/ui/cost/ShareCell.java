package org.convscape.ui.cost;

import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.convscape.analysis.CostTable;
import org.convscape.ui.control.ShareBar;

/** A share of the total as a bar with its percent. */
final class ShareCell extends TableCell<CostTable.Row, Double> {
    /** What the bar and its distance to the percent need, in pixels. */
    static final double USUAL = 90;

    /** The least that the bar and its distance to the percent need. */
    static final double NARROWEST = 36;

    /** The width of "100.0 %". */
    private static final double PERCENT = 56;

    private final Function<Double, String> written;
    private final ShareBar bar = new ShareBar();
    private final Label percent = new Label();
    private final HBox box = new HBox(8, bar, percent);

    ShareCell(Function<Double, String> written) {
        this.written = written;
        percent.getStyleClass().add("figure");
        // All bars begin and end alike, whatever stands beside them, so that they can be compared.
        percent.setMinWidth(PERCENT);
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
        percent.setText(written.apply(share));
        setGraphic(box);
    }
}
