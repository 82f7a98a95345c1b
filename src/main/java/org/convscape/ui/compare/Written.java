package org.convscape.ui.compare;

import java.util.function.Function;
import javafx.util.StringConverter;

/** How a choice is written, for boxes that nobody types into. */
final class Written<T> extends StringConverter<T> {
    private final Function<T, String> writing;

    Written(Function<T, String> writing) {
        this.writing = writing;
    }

    @Override
    public String toString(T value) {
        return value == null ? "" : writing.apply(value);
    }

    @Override
    public T fromString(String text) {
        throw new UnsupportedOperationException("Choices are not typed");
    }
}
