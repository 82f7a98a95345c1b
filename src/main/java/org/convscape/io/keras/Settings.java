package org.convscape.io.keras;

import java.util.List;
import java.util.stream.Stream;
import org.convscape.attribute.Size;
import org.convscape.io.JsonPlace;

/**
 * The configuration of one layer. Where Keras has called a setting differently over the years, all its names are given,
 * the newest first; what is wrong with a value is a failure that names layer and setting.
 */
final class Settings {
    private final JsonPlace config;

    Settings(JsonPlace config) {
        this.config = config;
    }

    /** The first of these that is there; else the first, which is missing. */
    JsonPlace any(String... names) {
        for (String name : names) {
            if (!config.field(name).absent()) {
                return config.field(name);
            }
        }
        return config.field(names[0]);
    }

    boolean says(String... names) {
        return !any(names).absent();
    }

    int whole(String... names) {
        return any(names).integer(1, Integer.MAX_VALUE);
    }

    int whole(int otherwise, String... names) {
        return says(names) ? whole(names) : otherwise;
    }

    double number(double otherwise, String... names) {
        return says(names) ? any(names).number() : otherwise;
    }

    boolean flag(boolean otherwise, String... names) {
        return says(names) ? any(names).flag() : otherwise;
    }

    String text(String otherwise, String... names) {
        return says(names) ? any(names).text("a text in quotation marks") : otherwise;
    }

    /** Whole numbers of a list. */
    static List<Integer> integers(JsonPlace list, int least) {
        return list.elements().stream()
                .map(each -> each.integer(least, Integer.MAX_VALUE))
                .toList();
    }

    /** An extent over a picture: one number for both ways, or two. */
    Size size(Size otherwise, String... names) {
        if (!says(names)) {
            return otherwise;
        }
        JsonPlace place = any(names);
        if (!place.isList()) {
            return Size.square(place.integer(1, Integer.MAX_VALUE));
        }
        List<Integer> sides = integers(place, 1);
        if (sides.size() != 2) {
            throw place.expected("a number of rows and one of columns");
        }
        return new Size(sides.get(0), sides.get(1));
    }

    /** One number for all channels or one for each; Keras nests them as deep as maps are: {@code [[[0.1, 0.2]]]}. */
    List<Double> numbers(String name) {
        return numbers(config.field(name)).toList();
    }

    private static Stream<Double> numbers(JsonPlace place) {
        return place.isNumber()
                ? Stream.of(place.number())
                : place.elements().stream().flatMap(Settings::numbers);
    }

    JsonPlace place() {
        return config;
    }
}
