package org.convscape.viewmodel.palette;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** How far each heading of the palette is open, as a text that can be kept: {@code Inception=all,Networks=closed}. */
public record Headings(Map<String, Extent> byHeading) {

    /** How much stands under a heading. */
    public enum Extent {
        /** Nothing. */
        CLOSED,
        /** What most people want. */
        COMMON,
        /** Everything. */
        ALL
    }

    /** Every heading as it is at first: what most people want. */
    public static final Headings USUAL = new Headings(Map.of());

    /** Keeps an unmodifiable copy in a stable order. */
    public Headings {
        byHeading = Collections.unmodifiableMap(new TreeMap<>(byHeading));
    }

    /** Reads a text that was kept; what it does not understand is as usual. */
    public static Headings parse(String kept) {
        Map<String, Extent> names = new TreeMap<>();
        for (String entry : kept.split(",", -1)) {
            int sign = entry.indexOf('=');
            for (Extent extent : Extent.values()) {
                if (sign > 0 && entry.substring(sign + 1).equals(word(extent))) {
                    names.put(entry.substring(0, sign), extent);
                }
            }
        }
        return new Headings(names);
    }

    /** The text to keep. */
    public String text() {
        List<String> entries = new ArrayList<>();
        byHeading.forEach((heading, extent) -> entries.add(heading + "=" + word(extent)));
        return String.join(",", entries);
    }

    private static String word(Extent extent) {
        return extent.name().toLowerCase(Locale.ROOT);
    }

    /** How far a heading is open. */
    public Extent of(String heading) {
        return byHeading.getOrDefault(heading, Extent.COMMON);
    }

    /** These with one heading otherwise. */
    public Headings with(String heading, Extent extent) {
        Map<String, Extent> changed = new TreeMap<>(byHeading);
        changed.put(heading, extent);
        return new Headings(changed);
    }
}
