package org.convscape.scene;

import org.convscape.analysis.Convention;
import org.convscape.figures.Figures;

/**
 * What something costs, with all that makes the numbers mean something.
 *
 * @param trainable the parameters that training changes
 * @param total all parameters, with batch normalisation's running statistics
 * @param count what one picture costs under the convention
 * @param network what the whole network costs under it
 * @param exact false while a shape in it is unknown: then its numbers are "at least"
 * @param convention the rule of counting
 * @param input the shapes of the pictures the count is for, as text
 */
public record Amounts(
        long trainable, long total, long count, long network, boolean exact, Convention convention, String input) {

    /** The part of the network's cost that lies here, 0 … 1. */
    public double share() {
        return network <= 0 ? 0 : Math.min(1, (double) count / network);
    }

    /** Parameters and count on one line: {@code 75.0 K params · 231 M multiply-adds}. */
    public String line() {
        return shortParameters() + " params · " + shortCount() + " " + convention.unit();
    }

    /** The parameters, short: {@code 36.9 K}. */
    public String shortParameters() {
        return shortened(trainable);
    }

    /** The count, short: {@code 116 M}. */
    public String shortCount() {
        return shortened(count);
    }

    /** What is not known at all is no number. */
    private String shortened(long value) {
        return exact ? Figures.compact(value) : value == 0 ? "?" : "≥ " + Figures.compact(value);
    }

    /** Every digit with unit, convention and input, one fact a line. */
    public String inFull() {
        String least = exact ? "" : "at least ";
        String parameters = least + Figures.whole(trainable) + " parameters"
                + (total == trainable ? "" : " (" + Figures.whole(total) + " with running statistics)");
        String share = Figures.percent(count, network);
        return parameters + "\n" + least + Figures.whole(count) + " " + convention.unit()
                + (share.isEmpty() ? "" : ", " + share + " of the network") + "\n" + conditions();
    }

    /** What the count is for: {@code 224×224×3, batch 1, macs}. */
    public String conditions() {
        return (input.isEmpty() ? "" : input + ", ") + "batch 1, " + convention.id();
    }
}
