package org.convscape.ui.cost;

import java.util.function.Function;
import javafx.scene.control.TableCell;
import org.convscape.analysis.CostTable;
import org.convscape.scene.Explanation;
import org.convscape.ui.control.Explained;

/** A number in a column of numbers. */
final class FigureCell<T> extends TableCell<CostTable.Row, T> {
    private final Function<T, String> written;
    private final Function<CostTable.Row, Explanation> explain;

    /** A cell that writes its number so, and can be asked where {@code explain} is not null. */
    FigureCell(Function<T, String> written, Function<CostTable.Row, Explanation> explain) {
        this.written = written;
        this.explain = explain;
        getStyleClass().add("figure");
    }

    @Override
    protected void updateItem(T value, boolean empty) {
        super.updateItem(value, empty);
        setText(empty || value == null ? null : written.apply(value));
        if (explain == null) {
            return;
        }
        if (empty || value == null) {
            Explained.off(this);
        } else {
            Explained.clickable(this, () -> explain.apply(getTableRow().getItem()));
        }
    }
}
