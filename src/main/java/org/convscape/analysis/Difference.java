package org.convscape.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Why two numbers differ: the difference as a sum of entries, each with its place and its reason.
 *
 * @param quantity what is counted, in the plural
 * @param left the number that is compared with
 * @param right the number that is explained; the entries sum to right - left
 */
public record Difference(String quantity, long left, long right, List<Entry> entries) {

    /**
     * One part of the difference.
     *
     * @param layers where it comes from: one pair, or the two between which something has moved
     * @param amount how much more the right number has because of it
     */
    public record Entry(List<Alignment.Pair> layers, Reason reason, long amount) {

        /** Keeps an unmodifiable copy. */
        public Entry {
            layers = List.copyOf(layers);
        }
    }

    /**
     * All entries of one reason.
     *
     * @param amount their sum
     */
    public record ByReason(Reason reason, long amount, List<Entry> entries) {

        /** Keeps an unmodifiable copy. */
        public ByReason {
            entries = List.copyOf(entries);
        }
    }

    /** Keeps an unmodifiable copy. */
    public Difference {
        entries = List.copyOf(entries);
    }

    /** How much more the right number is. */
    public long amount() {
        return right - left;
    }

    /** The entries summed by reason, the largest first. */
    public List<ByReason> reasons() {
        Map<Reason, List<Entry>> byReason = new LinkedHashMap<>();
        entries.forEach(entry -> byReason.computeIfAbsent(entry.reason(), reason -> new ArrayList<>())
                .add(entry));
        return byReason.entrySet().stream()
                .map(one -> new ByReason(one.getKey(), sum(one.getValue()), one.getValue()))
                .sorted(Comparator.comparingLong((ByReason sum) -> Math.abs(sum.amount()))
                        .reversed())
                .toList();
    }

    /** What these entries come to together. */
    static long sum(List<Entry> entries) {
        return entries.stream().mapToLong(Entry::amount).reduce(0, Bounded::plus);
    }
}
