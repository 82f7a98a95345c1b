package org.convscape.io;

import java.text.FieldPosition;
import java.text.NumberFormat;
import java.text.ParsePosition;
import org.convscape.figures.Figures;

/** Numbers on the axis of a chart as the screen writes them. Only writes. */
final class CompactFormat extends NumberFormat {
    private static final long serialVersionUID = 1L;

    @Override
    public StringBuffer format(double number, StringBuffer text, FieldPosition position) {
        return text.append(Figures.compact(Math.round(number)));
    }

    @Override
    public StringBuffer format(long number, StringBuffer text, FieldPosition position) {
        return text.append(Figures.compact(number));
    }

    @Override
    public Number parse(String source, ParsePosition position) {
        throw new UnsupportedOperationException("This format only writes");
    }
}
