package org.convscape.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.convscape.op.Factor;

/**
 * One line of a derivation: coefficient × factors where it is a product, else a number that is a sum of its own, such
 * as that of a block.
 *
 * @param label what it stands for, such as {@code kernel} or the path of a block
 * @param factors empty for a number that is not derived further here
 */
public record Summand(String label, long coefficient, List<Factor> factors, long value) {

    /** Keeps an unmodifiable copy of the factors. */
    public Summand {
        factors = List.copyOf(factors);
    }

    /** A product. */
    static Summand product(String label, long coefficient, List<Factor> factors) {
        long product = factors.stream().mapToLong(Factor::value).reduce(1, Bounded::times);
        return new Summand(label, coefficient, factors, Bounded.times(coefficient, product));
    }

    /** A number that is a sum of its own. */
    static Summand plain(String label, long value) {
        return new Summand(label, 1, List.of(), value);
    }

    /** The same under another label. */
    Summand labelled(String other) {
        return new Summand(other, coefficient, factors, value);
    }

    /** {@code kH · kW · in · out}; empty for a plain number. */
    public String symbols() {
        return joined(" · ", factors.stream().map(Factor::symbol).toList());
    }

    /** {@code 3 · 3 · 64 · 64}; empty for a plain number. */
    public String numbers() {
        return joined(" · ", factors.stream().map(Factor::filled).toList());
    }

    String latexSymbols() {
        return joined(" \\cdot ", factors.stream().map(Factor::latex).toList());
    }

    String latexNumbers() {
        return joined(" \\cdot ", factors.stream().map(Factor::filled).toList());
    }

    private String joined(String dot, List<String> parts) {
        List<String> all = new ArrayList<>(parts);
        if (coefficient != 1 && !parts.isEmpty()) {
            all.add(0, Long.toString(coefficient));
        }
        return all.stream().collect(Collectors.joining(dot));
    }

    /** Symbols, numbers and value as one equation; steps that say nothing new are left out. */
    public String equation() {
        String numbers = numbers();
        String number = String.format(Locale.ROOT, "%,d", value);
        if (factors.isEmpty()) {
            return number;
        }
        return symbols() + (numbers.equals(Long.toString(value)) ? "" : " = " + numbers) + " = " + number;
    }
}
