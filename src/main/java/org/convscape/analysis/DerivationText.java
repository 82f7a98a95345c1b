package org.convscape.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes derivations: as plain text for a panel or a terminal, and as LaTeX. */
final class DerivationText {
    private DerivationText() {}

    static String number(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    static String plain(Derivation derivation) {
        List<String> lines = new ArrayList<>();
        lines.add(title(derivation));
        lines.add(String.join(", ", derivation.basis()));
        int width = derivation.summands().stream()
                .mapToInt(summand -> summand.label().length())
                .max()
                .orElse(0);
        for (Summand summand : derivation.summands()) {
            lines.add("  " + padded(summand.label(), Math.max(width, 5)) + "  " + summand.equation());
        }
        if (derivation.summands().size() != 1) {
            lines.add("  " + padded("total", Math.max(width, 5)) + "  " + value(derivation));
        } else if (!derivation.complete()) {
            lines.add("  " + value(derivation));
        }
        lines.addAll(derivation.remarks());
        if (!derivation.partOf().isEmpty()) {
            lines.add("Part of");
            derivation
                    .partOf()
                    .forEach(sum -> lines.add(
                            "  " + sum.label() + ": " + number(sum.value()) + share(derivation.value(), sum.value())));
        }
        return String.join("\n", lines) + "\n";
    }

    private static String title(Derivation derivation) {
        String quantity = derivation.quantity();
        String first = quantity.substring(0, 1).toUpperCase(Locale.ROOT) + quantity.substring(1);
        return first + " of " + (derivation.subject().isEmpty() ? "the whole network" : derivation.subject());
    }

    private static String value(Derivation derivation) {
        return (derivation.complete() ? "" : "at least ") + number(derivation.value()) + " " + derivation.quantity();
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(width - text.length());
    }

    private static String share(long part, long whole) {
        return whole <= 0 ? "" : String.format(Locale.ROOT, " (%.1f %%)", 100.0 * part / whole);
    }

    static String latex(Derivation derivation) {
        List<String> lines = new ArrayList<>();
        lines.add("% " + title(derivation) + ": " + String.join(", ", derivation.basis()));
        lines.add("\\begin{align*}");
        List<Summand> summands = derivation.summands();
        String left = "\\text{" + escaped(derivation.quantity()) + "}";
        if (summands.size() == 1 && !summands.get(0).factors().isEmpty()) {
            addChain(lines, left, summands.get(0), derivation);
        } else {
            for (Summand summand : summands) {
                String steps = summand.factors().isEmpty()
                        ? latexNumber(summand.value())
                        : summand.latexSymbols() + " = " + summand.latexNumbers() + " = "
                                + latexNumber(summand.value());
                lines.add("  \\text{" + escaped(summand.label()) + "} &= " + steps + " \\\\");
            }
            lines.add("  " + left + " &" + relation(derivation) + " " + latexNumber(derivation.value()));
        }
        lines.add("\\end{align*}");
        return String.join("\n", lines) + "\n";
    }

    private static void addChain(List<String> lines, String left, Summand only, Derivation derivation) {
        lines.add("  " + left + " &= " + only.latexSymbols() + " \\\\");
        lines.add("  &= " + only.latexNumbers() + " \\\\");
        lines.add("  &" + relation(derivation) + " " + latexNumber(derivation.value()));
    }

    private static String relation(Derivation derivation) {
        return derivation.complete() ? "=" : "\\geq";
    }

    /** Digits in groups of three with thin spaces, as mathematics sets them. */
    private static String latexNumber(long value) {
        return number(value).replace(",", "\\,");
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        for (char letter : text.toCharArray()) {
            switch (letter) {
                case '\\' -> escaped.append("\\textbackslash{}");
                case '~' -> escaped.append("\\textasciitilde{}");
                case '^' -> escaped.append("\\textasciicircum{}");
                case '#', '$', '%', '&', '_', '{', '}' -> escaped.append('\\').append(letter);
                default -> escaped.append(letter);
            }
        }
        return escaped.toString();
    }
}
