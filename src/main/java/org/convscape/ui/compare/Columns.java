package org.convscape.ui.compare;

import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.convscape.figures.Figures;
import org.convscape.ui.control.NumberColumn;

/** The numbers of the comparison's tables: places are counted, amounts carry their sign. */
final class Columns {
    private Columns() {}

    static <R> NumberColumn<R, Long> numbers(String heading, ToLongFunction<R> number) {
        return column(heading, number, Figures::whole);
    }

    static <R> NumberColumn<R, Long> amounts(String heading, ToLongFunction<R> amount) {
        return column(heading, amount, Columns::signed);
    }

    private static <R> NumberColumn<R, Long> column(
            String heading, ToLongFunction<R> amount, Function<Long, String> written) {
        return new NumberColumn<>(heading, amount::applyAsLong, written);
    }

    /** {@code +1,024} or {@code −1,024}. */
    static String signed(long amount) {
        return amount > 0 ? "+" + Figures.whole(amount) : Figures.whole(amount).replace('-', '−');
    }
}
