package org.convscape.attribute;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** One of the constants of an enum, written in lower case with hyphens: {@code ZERO_PAD} reads {@code zero-pad}. */
public record ChoiceKind<E extends Enum<E>>(Class<E> type) implements AttributeKind<E> {

    /** The constants, in their order. */
    public List<E> choices() {
        return List.of(type.getEnumConstants());
    }

    @Override
    public E parse(String text) {
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        for (E choice : type.getEnumConstants()) {
            if (format(choice).equals(wanted)) {
                return choice;
            }
        }
        throw invalid(text);
    }

    @Override
    public E check(E value) {
        return value;
    }

    @Override
    public String format(E value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public String expected() {
        return "one of "
                + Arrays.stream(type.getEnumConstants()).map(this::format).collect(Collectors.joining(", "));
    }
}
