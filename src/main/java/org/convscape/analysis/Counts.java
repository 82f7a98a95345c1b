package org.convscape.analysis;

import java.util.Collection;

/**
 * What every node of a network comes to by one convention, and its parameters, worked out once for all who sum them up.
 * Positions are those of the graph; sums beyond 2^63 stay there.
 */
public final class Counts {
    private final Analysis analysis;
    private final Convention convention;
    private final long[] counts;
    private final long[] trainable;
    private final long[] total;
    private final long network;

    /** The counts of a network; what is the same as in {@code before}, which may be null, is not counted again. */
    Counts(Analysis analysis, Convention convention, Counts before) {
        this.analysis = analysis;
        this.convention = convention;
        int size = analysis.graph().size();
        this.counts = new long[size];
        this.trainable = new long[size];
        this.total = new long[size];
        int shared = before == null || before.convention != convention ? 0 : Math.min(size, before.counts.length);
        long sum = 0;
        for (int position = 0; position < size; position++) {
            NodeFacts facts = analysis.node(position);
            if (position < shared && before.analysis.node(position) == facts) {
                counts[position] = before.counts[position];
                trainable[position] = before.trainable[position];
                total[position] = before.total[position];
            } else {
                counts[position] = convention.count(facts);
                trainable[position] = facts.trainableParameters();
                total[position] = facts.totalParameters();
            }
            sum = Bounded.plus(sum, counts[position]);
        }
        this.network = sum;
    }

    /** The rule that was counted by. */
    public Convention convention() {
        return convention;
    }

    /** The position of a node of the network that was counted. */
    public int position(NodeFacts facts) {
        return analysis.graph().position(facts.node().path());
    }

    /** The count of the node at a position. */
    public long of(int position) {
        return counts[position];
    }

    /** The numbers that training changes in the node at a position. */
    public long trainable(int position) {
        return trainable[position];
    }

    /** All numbers that are kept in the node at a position. */
    public long total(int position) {
        return total[position];
    }

    /** The counts of these nodes together. */
    public long of(Collection<NodeFacts> nodes) {
        long sum = 0;
        for (NodeFacts facts : nodes) {
            sum = Bounded.plus(sum, counts[position(facts)]);
        }
        return sum;
    }

    /** The count of the whole network. */
    public long network() {
        return network;
    }
}
