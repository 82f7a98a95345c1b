package org.convscape.ui.control;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.TableCell;

/** A column of numbers, as wide as the widest of them and its heading: a number is never cut. */
public final class NumberColumn<R, T> extends FittedColumn<R, T> {
    private final Function<R, T> value;
    private final Function<T, String> written;
    private double least;
    private double room;

    /**
     * A column with cells that hold nothing but their number.
     *
     * @param value of a row; null for none
     */
    public NumberColumn(String heading, Function<R, T> value, Function<T, String> written) {
        super(heading, Typeface.figures(12));
        this.value = value;
        this.written = written;
        getStyleClass().add("figures-column");
        setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(value.apply(row.getValue())));
        cells(NumberCell::new);
    }

    /** Has the numbers shown by cells of another kind, which write the same. */
    public NumberColumn<R, T> cells(Function<Function<T, String>, TableCell<R, T>> make) {
        setCellFactory(column -> sampled(make.apply(written)));
        return this;
    }

    /** Leaves room for what stands beside each number, such as a bar; it may be narrower where there is little. */
    public NumberColumn<R, T> beside(double narrowest, double usual) {
        least = narrowest;
        room = usual;
        return this;
    }

    @Override
    Stream<String> texts(List<R> rows) {
        List<T> values = rows.stream().map(value).filter(Objects::nonNull).toList();
        boolean whole = values.stream().allMatch(Long.class::isInstance);
        if (values.isEmpty() || !whole) {
            return values.stream().map(written);
        }
        // Of whole numbers the least or the greatest is the longest, which spares thousands of rows their texts.
        Comparator<T> size = Comparator.comparingLong(number -> (Long) number);
        return Stream.of(
                        values.stream().min(size).orElseThrow(),
                        values.stream().max(size).orElseThrow())
                .map(written);
    }

    @Override
    double wanted() {
        return Math.max(super.wanted() + room, heading());
    }

    @Override
    double least() {
        return Math.max(super.wanted() + least, heading());
    }

    @Override
    boolean grows() {
        return false;
    }

    private static final class NumberCell<R, T> extends TableCell<R, T> {
        private final Function<T, String> written;

        NumberCell(Function<T, String> written) {
            this.written = written;
            getStyleClass().add("figure");
        }

        @Override
        protected void updateItem(T number, boolean empty) {
            super.updateItem(number, empty);
            setText(empty || number == null ? null : written.apply(number));
        }
    }
}
