package org.convscape.analysis;

import java.util.Collection;

/**
 * What every node of a network comes to by one convention, worked out once for all who sum it up. Sums beyond 2^63 stay
 * there.
 */
public final class Counts {
    private final Analysis analysis;
    private final Convention convention;
    /** By position in the graph. */
    private final long[] counts;

    private final long network;

    Counts(Analysis analysis, Convention convention) {
        this.analysis = analysis;
        this.convention = convention;
        this.counts = new long[analysis.graph().size()];
        long sum = 0;
        for (int position = 0; position < counts.length; position++) {
            counts[position] = convention.count(analysis.node(position));
            sum = Bounded.plus(sum, counts[position]);
        }
        this.network = sum;
    }

    /** The rule that was counted by. */
    public Convention convention() {
        return convention;
    }

    /** The count of the node at a position of the graph. */
    public long of(int position) {
        return counts[position];
    }

    /** The counts of these nodes together. */
    public long of(Collection<NodeFacts> nodes) {
        long sum = 0;
        for (NodeFacts facts : nodes) {
            sum = Bounded.plus(sum, counts[analysis.graph().position(facts.node().path())]);
        }
        return sum;
    }

    /** The count of the whole network. */
    public long network() {
        return network;
    }
}
