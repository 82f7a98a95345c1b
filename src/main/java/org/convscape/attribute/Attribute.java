package org.convscape.attribute;

/**
 * One setting: its name in files and on the command line, its label on a form, its kind with the range, its default,
 * and one line of help.
 */
public record Attribute<V>(String name, String label, AttributeKind<V> kind, V defaultValue, String help) {

    /** Checks that the default lies in the range. */
    public Attribute {
        kind.check(defaultValue);
    }

    /** A whole number in a closed range. */
    public static Attribute<Integer> integer(
            String name, String label, int minimum, int maximum, int defaultValue, String help) {
        return new Attribute<>(name, label, new IntegerKind(minimum, maximum), defaultValue, help);
    }

    /** A decimal number in a closed range. */
    public static Attribute<Double> decimal(
            String name, String label, double minimum, double maximum, double defaultValue, String help) {
        return new Attribute<>(name, label, new DecimalKind(minimum, maximum), defaultValue, help);
    }

    /** Yes or no. */
    public static Attribute<Boolean> flag(String name, String label, boolean defaultValue, String help) {
        return new Attribute<>(name, label, new FlagKind(), defaultValue, help);
    }

    /** One of the constants of an enum. */
    public static <E extends Enum<E>> Attribute<E> choice(String name, String label, E defaultValue, String help) {
        return new Attribute<>(name, label, new ChoiceKind<>(defaultValue.getDeclaringClass()), defaultValue, help);
    }

    /** An extent over a picture. */
    public static Attribute<Size> size(
            String name, String label, int minimum, int maximum, Size defaultValue, String help) {
        return new Attribute<>(name, label, new SizeKind(minimum, maximum), defaultValue, help);
    }

    /** Padding with margins up to {@code maximum}. */
    public static Attribute<Padding> padding(
            String name, String label, int maximum, Padding defaultValue, String help) {
        return new Attribute<>(name, label, new PaddingKind(maximum), defaultValue, help);
    }

    /** This attribute with another default. */
    public Attribute<V> withDefault(V value) {
        return new Attribute<>(name, label, kind, value, help);
    }

    /**
     * Reads a value for this attribute.
     *
     * @throws InvalidAttribute naming the attribute, what was expected and what was found
     */
    public V parse(String text) {
        try {
            return kind.parse(text);
        } catch (InvalidAttribute e) {
            throw new InvalidAttribute(name + ": " + e.getMessage());
        }
    }

    /**
     * Checks a value of unknown type, as it comes from a record or a map.
     *
     * @throws InvalidAttribute naming the attribute, what was expected and what was found
     */
    public V check(Object value) {
        if (!kind.type().isInstance(value)) {
            throw new InvalidAttribute(name + ": " + kind.invalid(value).getMessage());
        }
        try {
            return kind.check(kind.type().cast(value));
        } catch (InvalidAttribute e) {
            throw new InvalidAttribute(name + ": " + e.getMessage());
        }
    }
}
