package org.convscape.attribute;

import java.math.BigDecimal;

/** Decimal numbers in a closed range. */
public record DecimalKind(double minimum, double maximum) implements AttributeKind<Double> {

    @Override
    public Double parse(String text) {
        try {
            return check(Double.valueOf(text.strip()));
        } catch (NumberFormatException e) {
            throw invalid(text);
        }
    }

    @Override
    public Double check(Double value) {
        if (value.isNaN() || value < minimum || value > maximum) {
            throw invalid(written(value));
        }
        return value;
    }

    @Override
    public String expected() {
        return "a number from " + written(minimum) + " to " + written(maximum);
    }

    /** As a person would write it, unless that would be a row of zeros. */
    private static String written(double value) {
        boolean plain = value == 0 || (Math.abs(value) >= 1e-4 && Math.abs(value) < 1e9);
        return plain ? BigDecimal.valueOf(value).stripTrailingZeros().toPlainString() : Double.toString(value);
    }

    @Override
    public Class<Double> type() {
        return Double.class;
    }
}
