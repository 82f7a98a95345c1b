package org.convscape.ui.cost;

import java.util.function.Function;
import javafx.scene.control.TableCell;
import org.convscape.analysis.CostTable;

/** A number in a column of numbers. */
final class FigureCell<T> extends TableCell<CostTable.Row, T> {
    private final Function<T, String> written;

    FigureCell(Function<T, String> written) {
        this.written = written;
        getStyleClass().add("figure");
    }

    @Override
    protected void updateItem(T value, boolean empty) {
        super.updateItem(value, empty);
        setText(empty || value == null ? null : written.apply(value));
    }
}
