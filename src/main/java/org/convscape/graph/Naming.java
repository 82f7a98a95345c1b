package org.convscape.graph;

import java.util.Optional;

/**
 * What the path of a node or group may be: names joined by single slashes, of characters that every file, terminal and
 * drawing can hold.
 */
public final class Naming {
    private static final int SHOWN = 60;

    private Naming() {}

    /** What is expected of a path that is none, such as "names joined by single slashes"; empty for a path. */
    public static Optional<String> fault(String path) {
        if (path.isEmpty() || path.startsWith("/") || path.endsWith("/") || path.contains("//")) {
            return Optional.of("names joined by single slashes");
        }
        if (!isUnicode(path)) {
            return Optional.of("text that is Unicode, without half a surrogate pair");
        }
        return path.codePoints().anyMatch(Naming::unseen)
                ? Optional.of("a name without line breaks and other control characters")
                : Optional.empty();
    }

    /** True for text that can be written as UTF-8 and read back: no half of a surrogate pair stands alone. */
    public static boolean isUnicode(String text) {
        return text.codePoints().noneMatch(Naming::isHalf);
    }

    private static boolean isHalf(int character) {
        return character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE;
    }

    /** Control characters, and those that break a line or turn its direction: what they stand in cannot be read. */
    private static boolean unseen(int character) {
        int kind = Character.getType(character);
        return Character.isISOControl(character)
                || kind == Character.LINE_SEPARATOR
                || kind == Character.PARAGRAPH_SEPARATOR
                || (character >= 0x202A && character <= 0x202E)
                || (character >= 0x2066 && character <= 0x2069)
                || isHalf(character);
    }

    /** Text as a sentence can quote it: shortened, and with what cannot be seen as {@code \}{@code u202e}. */
    public static String quoted(String text) {
        int[] shown = text.codePoints().limit(SHOWN).toArray();
        StringBuilder quoted = new StringBuilder("\"");
        for (int character : shown) {
            if (unseen(character)) {
                quoted.append(String.format("\\u%04x", character));
            } else {
                quoted.appendCodePoint(character);
            }
        }
        return quoted.append(shown.length < text.codePoints().count() ? "…\"" : "\"")
                .toString();
    }
}
