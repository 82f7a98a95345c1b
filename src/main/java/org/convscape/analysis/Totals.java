package org.convscape.analysis;

/**
 * Parameters and a count, summed up over layers. A sum beyond 2^63 stays there and, like one with a layer whose shape
 * is not known, is "at least".
 */
public final class Totals {
    private long trainable;
    private long total;
    private long count;
    private boolean exact = true;

    /** Adds a layer that comes to so much. */
    public void add(NodeFacts facts, long counted) {
        add(facts.trainableParameters(), facts.totalParameters(), counted, facts.known());
    }

    /** Adds the layer at a position of a network that was counted. */
    public void add(Counts counts, int position, boolean known) {
        add(counts.trainable(position), counts.total(position), counts.of(position), known);
    }

    /** Adds what others came to. */
    public void add(Totals other) {
        add(other.trainable, other.total, other.count, other.exact);
    }

    private void add(long moreTrainable, long more, long counted, boolean known) {
        exact &= known
                && Bounded.holds(trainable, moreTrainable)
                && Bounded.holds(total, more)
                && Bounded.holds(count, counted);
        trainable = Bounded.plus(trainable, moreTrainable);
        total = Bounded.plus(total, more);
        count = Bounded.plus(count, counted);
    }

    /** The numbers that training changes. */
    public long trainable() {
        return trainable;
    }

    /** All numbers that are kept. */
    public long total() {
        return total;
    }

    /** What the rule counts. */
    public long count() {
        return count;
    }

    /** False where the sums are "at least". */
    public boolean exact() {
        return exact;
    }
}
