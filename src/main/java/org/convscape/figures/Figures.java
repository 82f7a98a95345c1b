package org.convscape.figures;

import java.util.Locale;

/** How numbers are written on screens and in files: short on cards, whole in tables, always the same. */
public final class Figures {
    private static final String[] STEPS = {"", " K", " M", " G", " T", " P", " E"};

    private Figures() {}

    /** Three significant digits and a step of a thousand: {@code 12.8 M}; below a thousand the number itself. */
    public static String compact(long value) {
        if (Math.abs(value) < 1000) {
            return Long.toString(value);
        }
        double scaled = value;
        int step = 0;
        // 999.5 would be written as 1000, so it already belongs to the next step.
        while (Math.abs(scaled) >= 999.5 && step < STEPS.length - 1) {
            scaled /= 1000;
            step++;
        }
        int decimals = Math.abs(scaled) < 9.995 ? 2 : Math.abs(scaled) < 99.95 ? 1 : 0;
        return String.format(Locale.ROOT, "%." + decimals + "f", scaled) + STEPS[step];
    }

    /** Every digit, in groups of three: {@code 115,605,504}. */
    public static String whole(long value) {
        // By hand: a table asks for thousands of these on every edit, and a formatter is ten times as dear.
        StringBuilder digits = new StringBuilder(Long.toString(value));
        int first = value < 0 ? 1 : 0;
        for (int at = digits.length() - 3; at > first; at -= 3) {
            digits.insert(at, ',');
        }
        return digits.toString();
    }

    /** Bytes in decimal steps: {@code 14.6 MB}. */
    public static String bytes(long value) {
        String text = compact(value);
        return text.contains(" ") ? text.replace(" K", " kB").replaceAll(" ([MGTPE])$", " $1B") : text + " B";
    }

    /** A share of a whole in percent: {@code 22 %}, {@code < 1 %}; empty when the whole is nothing. */
    public static String percent(long part, long whole) {
        if (whole <= 0) {
            return "";
        }
        double percent = 100.0 * part / whole;
        return part > 0 && percent < 1 ? "< 1 %" : String.format(Locale.ROOT, "%.0f %%", percent);
    }

    /** A share, 0 … 1, in percent: {@code 12.3 %}; what is not nothing is never written as 0.0 %. */
    public static String share(double share) {
        return share > 0 && share < 0.001 ? "< 0.1 %" : String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }

    /**
     * A time in milliseconds with what precision makes sense: {@code 0.65 ms}, {@code 12 ms}, {@code 3.2 s}; what took
     * any time is never written as none.
     */
    public static String milliseconds(double value) {
        if (value >= 1000) {
            return String.format(Locale.ROOT, "%.1f s", value / 1000);
        }
        if (value > 0 && value < 0.005) {
            return "< 0.01 ms";
        }
        return String.format(Locale.ROOT, value < 1 ? "%.2f ms" : value < 10 ? "%.1f ms" : "%.0f ms", value);
    }

    /** A time for a card: {@code < 0.1 ms}, {@code 1.2 ms}, {@code 12 ms}, {@code 3.2 s}. */
    public static String shortMilliseconds(double value) {
        if (value < 0.05) {
            return "< 0.1 ms";
        }
        return value < 9.95 ? String.format(Locale.ROOT, "%.1f ms", value) : milliseconds(Math.max(value, 10));
    }

    /** A measured value with four significant digits: {@code 1.736}, {@code 4.2e-07}. */
    public static String value(double value) {
        if (!Double.isFinite(value)) {
            return Double.isNaN(value) ? "not a number" : value > 0 ? "+∞" : "−∞";
        }
        double magnitude = Math.abs(value);
        if (magnitude != 0 && (magnitude < 1e-3 || magnitude >= 1e5)) {
            return String.format(Locale.ROOT, "%.3e", value);
        }
        // A negative zero is a zero to everybody who reads it.
        double shown = magnitude == 0 ? 0 : value;
        return String.format(Locale.ROOT, magnitude < 10 ? "%.4f" : magnitude < 1000 ? "%.2f" : "%.0f", shown);
    }
}
