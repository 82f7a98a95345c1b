package org.convscape.viewmodel.palette;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** How far each heading of the palette is open, as a text that can be kept: {@code Inception=all,Networks=closed}. */
public record Folds(Map<String, Fold> byHeading) {

    /** How much stands under a heading. */
    public enum Fold {
        /** Nothing. */
        CLOSED,
        /** What most people want. */
        COMMON,
        /** Everything. */
        ALL
    }

    /** Every heading as it is at first: what most people want. */
    public static final Folds USUAL = new Folds(Map.of());

    /** Keeps an unmodifiable copy in a stable order. */
    public Folds {
        byHeading = Collections.unmodifiableMap(new TreeMap<>(byHeading));
    }

    /** Reads a text that was kept; what it does not understand is as usual. */
    public static Folds parse(String kept) {
        Map<String, Fold> names = new TreeMap<>();
        for (String entry : kept.split(",", -1)) {
            int sign = entry.indexOf('=');
            for (Fold fold : Fold.values()) {
                if (sign > 0 && entry.substring(sign + 1).equals(word(fold))) {
                    names.put(entry.substring(0, sign), fold);
                }
            }
        }
        return new Folds(names);
    }

    /** The text to keep. */
    public String text() {
        List<String> entries = new ArrayList<>();
        byHeading.forEach((heading, fold) -> entries.add(heading + "=" + word(fold)));
        return String.join(",", entries);
    }

    private static String word(Fold fold) {
        return fold.name().toLowerCase(Locale.ROOT);
    }

    /** How far a heading is open. */
    public Fold of(String heading) {
        return byHeading.getOrDefault(heading, Fold.COMMON);
    }

    /** These with one heading otherwise. */
    public Folds with(String heading, Fold fold) {
        Map<String, Fold> changed = new TreeMap<>(byHeading);
        changed.put(heading, fold);
        return new Folds(changed);
    }
}
