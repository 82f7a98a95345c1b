package org.convscape.io;

import java.util.Locale;
import org.convscape.figures.Figures;

/**
 * One cell of a table.
 *
 * @param value a text, a whole number, a decimal one or a flag, as other programs get it; null where there is none
 * @param shown the same as people read it: as the screen writes it
 */
record Cell(Object value, String shown) {
    static final Cell NONE = new Cell(null, "");

    static Cell text(String text) {
        return new Cell(text, text);
    }

    static Cell count(long number) {
        return count(number, true);
    }

    /** A number that is "at least" where it is not complete. */
    static Cell count(long number, boolean complete) {
        return new Cell(number, ModelCost.figure(number, complete));
    }

    /** A measured value. */
    static Cell value(double number) {
        return new Cell(number, Figures.value(number));
    }

    /** A decimal number that people read as {@code shown}. */
    static Cell decimal(double number, String shown) {
        return new Cell(number, shown);
    }

    /** For other programs: six digits of a decimal number, everything of all else, nothing where there is nothing. */
    String plain() {
        if (value instanceof Double decimal) {
            return String.format(Locale.ROOT, "%.6g", decimal);
        }
        return value == null ? "" : value.toString();
    }
}
