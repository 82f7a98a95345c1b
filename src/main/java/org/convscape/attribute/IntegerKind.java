package org.convscape.attribute;

/** Whole numbers in a closed range. */
public record IntegerKind(int minimum, int maximum) implements AttributeKind<Integer> {

    @Override
    public Integer parse(String text) {
        try {
            return check(Integer.valueOf(text.strip()));
        } catch (NumberFormatException e) {
            throw invalid(text);
        }
    }

    @Override
    public Integer check(Integer value) {
        if (value < minimum || value > maximum) {
            throw invalid(value);
        }
        return value;
    }

    @Override
    public String expected() {
        return "a whole number from " + minimum + " to " + maximum;
    }

    @Override
    public Class<Integer> type() {
        return Integer.class;
    }
}
