package org.convscape.attribute;

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
            throw invalid(value);
        }
        return value;
    }

    @Override
    public String expected() {
        return "a number from " + minimum + " to " + maximum;
    }

    @Override
    public Class<Double> type() {
        return Double.class;
    }
}
