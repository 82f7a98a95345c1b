package org.convscape.figures;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sentences that quote what was found: a name from a file may be of any length and hold any character. */
public final class Sentence {
    private static final int LONGEST = 2000;
    private static final int LONGEST_WORD = 300;
    private static final Pattern WORD = Pattern.compile("[^ ]{" + (LONGEST_WORD + 1) + ",}");

    private Sentence() {}

    /**
     * The same on one line of bearable length: line breaks and control characters become blanks, and the middle is left
     * out of words of more than 300 characters and of more than 2,000 altogether. Null is empty.
     */
    public static String line(String text) {
        if (text == null) {
            return "";
        }
        // Counted first: replacing goes over all that there is, and there may be very much.
        String some = text.length() <= 10 * LONGEST ? text : middleLeftOut(text, 10 * LONGEST);
        String line = some.strip().replaceAll("[\\p{Cntrl}\\s\u2028\u2029]+", " ");
        return middleLeftOut(
                WORD.matcher(line).replaceAll(word -> Matcher.quoteReplacement(middleLeftOut(word.group(), 80))),
                LONGEST);
    }

    /** The beginning and the end of a text that is longer than that, with an ellipsis between. */
    public static String middleLeftOut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int begin = text.offsetByCodePoints(0, text.codePointCount(0, most * 2 / 3));
        int end = text.length() - most / 3;
        boolean halved = Character.isLowSurrogate(text.charAt(end));
        return text.substring(0, begin) + "…" + text.substring(halved ? end + 1 : end);
    }
}
