package org.convscape.zoo;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Finds the names that a person may have meant. */
public final class NearestNames {
    private static final int MOST = 3;
    private static final int LISTED = 12;
    /**
     * Nobody mistypes a name longer than this: what is longer has no nearest name, and comparing it would take long.
     */
    private static final int LONGEST = 120;

    private static final int SHOWN = 60;

    private NearestNames() {}

    /** Up to three names, nearest first: those that contain what was written, and those a few keystrokes away. */
    public static List<String> to(String written, Collection<String> names) {
        if (written.length() > LONGEST) {
            return List.of();
        }
        String wanted = written.toLowerCase(Locale.ROOT);
        int reach = Math.max(2, wanted.length() / 2);
        return names.stream()
                .filter(name -> name.length() <= LONGEST)
                .filter(name -> contains(name, wanted) || distance(wanted, name) <= reach)
                .sorted(Comparator.comparingInt(
                        (String name) -> distance(wanted, name) - (contains(name, wanted) ? reach : 0)))
                .limit(MOST)
                .toList();
    }

    private static boolean contains(String name, String wanted) {
        return wanted.length() >= 3 && (name.contains(wanted) || wanted.contains(name));
    }

    /**
     * What was meant, as the end of a sentence: {@code "; the nearest are a, b"}, or what there is when nothing is
     * near.
     */
    public static String hint(String written, Collection<String> names) {
        List<String> nearest = to(written, names);
        if (!nearest.isEmpty()) {
            return (nearest.size() == 1 ? "; the nearest is " : "; the nearest are ") + listed(nearest);
        }
        boolean readable = written.length() <= LONGEST && !names.isEmpty() && names.size() <= LISTED;
        return readable ? "; there are " + listed(names) : "";
    }

    private static String listed(Collection<String> names) {
        return names.stream().map(NearestNames::shortened).collect(Collectors.joining(", "));
    }

    /** A name as a sentence can hold it: its beginning, where it is long. */
    public static String shortened(String name) {
        return name.length() <= SHOWN
                ? name
                : name.substring(0, name.offsetByCodePoints(0, name.codePointCount(0, SHOWN))) + "…";
    }

    /** How many characters must be inserted, deleted or replaced to make one of the other (Levenshtein 1966). */
    static int distance(String left, String right) {
        int[] above = new int[right.length() + 1];
        for (int column = 0; column <= right.length(); column++) {
            above[column] = column;
        }
        for (int row = 1; row <= left.length(); row++) {
            int[] current = new int[right.length() + 1];
            current[0] = row;
            for (int column = 1; column <= right.length(); column++) {
                int replaced = above[column - 1] + (left.charAt(row - 1) == right.charAt(column - 1) ? 0 : 1);
                current[column] = Math.min(replaced, 1 + Math.min(above[column], current[column - 1]));
            }
            above = current;
        }
        return above[right.length()];
    }
}
