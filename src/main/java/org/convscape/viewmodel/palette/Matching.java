package org.convscape.viewmodel.palette;

import java.util.Locale;
import java.util.Map;

/**
 * How well a text fits what was typed. Signs and spellings that a keyboard cannot tell apart are the same: {@code 3x3}
 * is {@code 3×3}, {@code res net} and {@code resnet} are {@code ResNet}, {@code v 2} is {@code v2}.
 */
final class Matching {
    /** What a fit of the letters in their order alone can give; every better kind of fit gives more. */
    private static final double SCATTERED = 30;

    /** Spellings that mean the same word. */
    private static final Map<String, String> SPELLINGS =
            Map.of("normalization", "normalisation", "pooling", "pool", "separated", "separable");

    private Matching() {}

    /** True when every typed word occurs somewhere in the text, or all of them joined do. */
    static boolean contains(String text, String typed) {
        String words = words(text);
        String wanted = words(typed);
        return wanted.isEmpty() || holdsEach(words, wanted) || joined(words).contains(joined(wanted));
    }

    private static boolean holdsEach(String words, String wanted) {
        for (String word : wanted.split(" ")) {
            if (!words.contains(word)) {
                return false;
            }
        }
        return true;
    }

    /** In lower case, every sign that is no letter and no digit a blank, times signs an x. */
    private static String words(String text) {
        StringBuilder plain = new StringBuilder();
        for (String word : text.toLowerCase(Locale.ROOT)
                .replace('×', 'x')
                .replace('*', 'x')
                .split("[^\\p{L}\\p{N}]+")) {
            if (!word.isEmpty()) {
                plain.append(plain.isEmpty() ? "" : " ").append(SPELLINGS.getOrDefault(word, word));
            }
        }
        return plain.toString();
    }

    private static String joined(String words) {
        return words.replace(" ", "");
    }

    /**
     * How well a name fits: all of it, its beginning, whole words, the beginnings of words, parts of words, and at last
     * the letters in their order. Of names that fit equally the shortest fits best: it is the plain one. 0 for no fit.
     */
    static double name(String name, String typed) {
        String words = words(name);
        String wanted = words(typed);
        if (wanted.isEmpty()) {
            return 1;
        }
        double fit = fit(words, wanted);
        return fit > 0 ? fit - 0.02 * words.length() : Math.min(SCATTERED, fuzzy(words, joined(wanted)));
    }

    private static double fit(String words, String wanted) {
        String together = joined(words);
        String typed = joined(wanted);
        if (together.equals(typed)) {
            return 100;
        }
        if (words.startsWith(wanted) && words.indexOf(' ') < 0) {
            return 92;
        }
        if (words.startsWith(wanted + " ")) {
            return 90;
        }
        if ((" " + words + " ").contains(" " + wanted + " ")) {
            return 80;
        }
        if (together.startsWith(typed)) {
            return 75;
        }
        if (beginsEach(words, wanted)) {
            return 70;
        }
        return holdsEach(words, wanted) || together.contains(typed) ? 55 : 0;
    }

    /** Each typed word is the beginning of another word. */
    private static boolean beginsEach(String words, String wanted) {
        String padded = " " + words;
        for (String word : wanted.split(" ")) {
            if (!padded.contains(" " + word)) {
                return false;
            }
        }
        return true;
    }

    /**
     * How well the typed letters occur in the text in their order; 0 when they do not. Letters that follow each other
     * and letters at the beginning of a word count more, and so do short texts.
     */
    static double fuzzy(String text, String typed) {
        String lower = text.toLowerCase(Locale.ROOT);
        String wanted = typed.toLowerCase(Locale.ROOT).replaceAll("\\s+", "");
        if (wanted.isEmpty()) {
            return 1;
        }
        double score = 0;
        int at = -1;
        for (int i = 0; i < wanted.length(); i++) {
            int next = lower.indexOf(wanted.charAt(i), at + 1);
            if (next < 0) {
                return 0;
            }
            boolean follows = i > 0 && next == at + 1;
            boolean begins = next == 0 || !Character.isLetterOrDigit(lower.charAt(next - 1));
            score += follows ? 3 : begins ? 2 : 1.0 / (1 + next - at);
            at = next;
        }
        if (lower.contains(wanted)) {
            score += 2.0 * wanted.length();
        }
        return score / (wanted.length() + 0.05 * lower.length());
    }
}
