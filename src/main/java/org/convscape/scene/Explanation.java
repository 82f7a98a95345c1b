package org.convscape.scene;

import java.util.List;
import java.util.Locale;
import org.convscape.analysis.Analysis;
import org.convscape.analysis.Convention;
import org.convscape.analysis.Derivation;
import org.convscape.analysis.Summand;
import org.convscape.figures.Figures;

/**
 * Where a number comes from, as a screen writes it: formula, values filled in, rule, and the sums it is part of.
 *
 * @param title what is counted, and of what
 * @param value the number, with its unit
 * @param basis the rule and the shapes it was counted for
 * @param steps sum to the value
 * @param remarks sentences that belong to the number
 * @param partOf the sums that contain it, the innermost first
 * @param text all of it as plain text
 * @param latex all of it as LaTeX
 */
public record Explanation(
        String title,
        String value,
        String basis,
        List<Step> steps,
        List<String> remarks,
        List<Part> partOf,
        String text,
        String latex) {

    /** Which of a layer's numbers is asked for. */
    public enum Quantity {
        /** What the counting rule counts. */
        COUNT,
        /** All its parameters, trained and kept. */
        PARAMETERS
    }

    /**
     * One summand.
     *
     * @param symbols the formula; empty for a number that is a sum of its own
     * @param numbers the formula with its values; empty likewise
     */
    public record Step(String label, String symbols, String numbers, String value) {}

    /**
     * A sum that contains the number.
     *
     * @param share the number's part of it in percent; empty where the sum is 0
     */
    public record Part(String label, String value, String share) {}

    /**
     * Explains a number of a layer, a block or (for an empty path) the whole network.
     *
     * @throws IllegalArgumentException with a sentence when there is no such layer or block
     */
    public static Explanation of(Analysis analysis, String path, Quantity quantity, Convention convention) {
        return of(
                quantity == Quantity.COUNT
                        ? Derivation.ofCount(analysis, path, convention)
                        : Derivation.ofParameters(analysis, path));
    }

    /** Explains a number of layers that are shown as one. */
    public static Explanation of(Analysis analysis, List<String> paths, Quantity quantity, Convention convention) {
        return of(
                quantity == Quantity.COUNT
                        ? Derivation.ofCount(analysis, paths, convention)
                        : Derivation.ofParameters(analysis, paths));
    }

    /** Writes a derivation for a screen. */
    public static Explanation of(Derivation derivation) {
        String quantity = derivation.quantity();
        return new Explanation(
                quantity.substring(0, 1).toUpperCase(Locale.ROOT) + quantity.substring(1) + " of "
                        + (derivation.subject().isEmpty() ? "the whole network" : derivation.subject()),
                (derivation.complete() ? "" : "at least ") + Figures.whole(derivation.value()) + " " + quantity,
                String.join(", ", derivation.basis()),
                derivation.summands().stream().map(Explanation::step).toList(),
                derivation.remarks(),
                derivation.partOf().stream()
                        .map(sum -> new Part(
                                sum.label(),
                                Figures.whole(sum.value()),
                                Figures.percent(derivation.value(), sum.value())))
                        .toList(),
                derivation.text(),
                derivation.latex());
    }

    private static Step step(Summand summand) {
        return new Step(summand.label(), summand.symbols(), summand.numbers(), Figures.whole(summand.value()));
    }
}
