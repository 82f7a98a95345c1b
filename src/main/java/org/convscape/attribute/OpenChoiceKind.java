package org.convscape.attribute;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * One of a few known values, or one of its own that is written out.
 *
 * @param choices the known values, in their order
 * @param written how a value is written
 * @param read the value of a text; empty where there is none
 * @param expected what is expected, as a phrase
 */
public record OpenChoiceKind<V>(
        Class<V> type,
        List<V> choices,
        Function<V, String> written,
        Function<String, Optional<V>> read,
        String expected)
        implements AttributeKind<V> {

    /** Keeps an unmodifiable copy. */
    public OpenChoiceKind {
        choices = List.copyOf(choices);
    }

    @Override
    public V parse(String text) {
        return read.apply(text).orElseThrow(() -> invalid(text));
    }

    @Override
    public V check(V value) {
        return value;
    }

    @Override
    public String format(V value) {
        return written.apply(value);
    }
}
