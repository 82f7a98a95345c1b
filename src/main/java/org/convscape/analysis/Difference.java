package org.convscape.analysis;

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
     * @param where the path of the node; two paths where the networks name it differently
     * @param what the layer in words
     * @param reason a phrase that says why
     * @param amount how much more the right number has because of it
     */
    public record Entry(String where, String what, String reason, long amount) {}

    /**
     * All entries of one reason.
     *
     * @param amount their sum
     */
    public record Reason(String reason, long amount, List<Entry> entries) {}

    /** Keeps an unmodifiable copy. */
    public Difference {
        entries = List.copyOf(entries);
    }

    /** How much more the right number is. */
    public long amount() {
        return right - left;
    }

    /** The entries summed by reason, the largest first. */
    public List<Reason> reasons() {
        Map<String, List<Entry>> byReason = new LinkedHashMap<>();
        entries.forEach(entry -> byReason.computeIfAbsent(entry.reason(), reason -> new java.util.ArrayList<>())
                .add(entry));
        return byReason.entrySet().stream()
                .map(one -> new Reason(
                        one.getKey(),
                        one.getValue().stream().mapToLong(Entry::amount).sum(),
                        List.copyOf(one.getValue())))
                .sorted(Comparator.comparingLong((Reason reason) -> Math.abs(reason.amount()))
                        .reversed())
                .toList();
    }
}
