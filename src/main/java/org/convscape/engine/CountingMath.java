package org.convscape.engine;

import java.util.EnumMap;
import java.util.Map;
import org.convscape.op.Cost;
import org.convscape.op.Work;

/**
 * The counting twin of the plain loops: computes the same values in the same loops, and counts the arithmetic that they
 * really perform, with padding materialised. It knows no formula; an operation's {@link Cost} must agree with it.
 *
 * <p>What the loops do: a maximum starts at −∞ and compares once per position of the window; a mean adds every position
 * and divides once; a limit compares once per element for each bound that is finite; softmax compares, subtracts,
 * exponentiates, adds and divides once per element; local response normalisation squares and adds once per position of
 * its window, and then multiplies, adds, raises to a power and divides once per element; a sigmoid exponentiates, adds
 * and divides once per element; a leak compares and multiplies once per element.
 */
public final class CountingMath extends ReferenceMath {
    private final Map<Work, Long> amounts;

    /** Loops that have done nothing yet. */
    public CountingMath() {
        this(new EnumMap<>(Work.class));
    }

    private CountingMath(Map<Work, Long> amounts) {
        super((work, amount) -> amounts.merge(work, amount, Math::addExact));
        this.amounts = amounts;
    }

    /** All that was performed since this was made. */
    public Cost performed() {
        return new Cost(amounts);
    }
}
