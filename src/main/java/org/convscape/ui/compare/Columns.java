package org.convscape.ui.compare;

import java.util.function.Function;
import java.util.function.ToLongFunction;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import org.convscape.figures.Figures;

/** The columns of the comparison's tables: words, and amounts that carry their sign. */
final class Columns {
    private Columns() {}

    static <R> TableColumn<R, String> words(String heading, double width, Function<R, String> text) {
        TableColumn<R, String> column = new TableColumn<>(heading);
        column.setPrefWidth(width);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(text.apply(row.getValue())));
        return column;
    }

    static <R> TableColumn<R, Long> amounts(String heading, double width, ToLongFunction<R> amount) {
        TableColumn<R, Long> column = new TableColumn<>(heading);
        column.setPrefWidth(width);
        column.getStyleClass().add("figures-column");
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(amount.applyAsLong(row.getValue())));
        column.setCellFactory(any -> new AmountCell<>());
        return column;
    }

    /** {@code +1,024} or {@code −1,024}. */
    static String signed(long amount) {
        return amount > 0 ? "+" + Figures.whole(amount) : Figures.whole(amount).replace('-', '−');
    }

    private static final class AmountCell<R> extends TableCell<R, Long> {
        AmountCell() {
            getStyleClass().add("figure");
        }

        @Override
        protected void updateItem(Long amount, boolean empty) {
            super.updateItem(amount, empty);
            setText(empty || amount == null ? null : signed(amount));
        }
    }
}
