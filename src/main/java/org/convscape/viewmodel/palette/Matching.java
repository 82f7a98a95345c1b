package org.convscape.viewmodel.palette;

import java.util.Locale;

/** How well a text fits what was typed. */
final class Matching {
    private Matching() {}

    /** True when every typed word occurs somewhere in the text. */
    static boolean contains(String text, String typed) {
        String lower = text.toLowerCase(Locale.ROOT);
        for (String word : typed.toLowerCase(Locale.ROOT).strip().split("\\s+")) {
            if (!lower.contains(word)) {
                return false;
            }
        }
        return true;
    }

    /**
     * How well the typed letters occur in the text in their order; 0 when they do not. Letters that follow each other and
     * letters at the beginning of a word count more, and so do short texts.
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
