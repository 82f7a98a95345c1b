package org.convscape.attribute;

/**
 * What values an attribute can take, how they are written and how they are read.
 *
 * <p>The set of kinds is small and closed: a form has one editor for each.
 */
public sealed interface AttributeKind<V>
        permits IntegerKind, DecimalKind, FlagKind, ChoiceKind, OpenChoiceKind, SizeKind, PaddingKind {

    /**
     * Reads a value.
     *
     * @throws InvalidAttribute saying what was expected and found
     */
    V parse(String text);

    /**
     * Checks a value against the range.
     *
     * @throws InvalidAttribute saying what was expected and found
     */
    V check(V value);

    /** Writes a value so that {@link #parse} reads it back. */
    default String format(V value) {
        return String.valueOf(value);
    }

    /** What is expected, as a phrase: "a whole number from 1 to 65536". */
    String expected();

    /** The Java type of the values. */
    Class<V> type();

    /** The failure for a text that cannot be read or is out of range. */
    default InvalidAttribute invalid(Object found) {
        return new InvalidAttribute("expected " + expected() + ", found \"" + found + "\"");
    }
}
