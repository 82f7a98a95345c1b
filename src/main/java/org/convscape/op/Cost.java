package org.convscape.op;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/** How much arithmetic of each kind something does for one picture; kinds that are absent are zero. */
public record Cost(Map<Work, Long> amounts) {

    /** No arithmetic at all. */
    public static final Cost NONE = new Cost(Map.of());

    /** Keeps an unmodifiable copy, without zeros. */
    public Cost {
        EnumMap<Work, Long> copy = new EnumMap<>(Work.class);
        amounts.forEach((work, amount) -> {
            if (amount < 0) {
                throw new IllegalArgumentException(work + " is negative: " + amount);
            }
            if (amount > 0) {
                copy.put(work, amount);
            }
        });
        amounts = Collections.unmodifiableMap(copy);
    }

    /** So much of one kind. */
    public static Cost of(Work work, long amount) {
        return new Cost(Map.of(work, amount));
    }

    /** How much there is of one kind. */
    public long of(Work work) {
        return amounts.getOrDefault(work, 0L);
    }

    /** This and so much more of one kind. */
    public Cost and(Work work, long amount) {
        return plus(of(work, amount));
    }

    /** The sum of two, kind by kind. */
    public Cost plus(Cost other) {
        if (other.amounts.isEmpty()) {
            return this;
        }
        EnumMap<Work, Long> sum = new EnumMap<>(Work.class);
        sum.putAll(amounts);
        other.amounts.forEach((work, amount) -> sum.merge(work, amount, Math::addExact));
        return new Cost(sum);
    }
}
