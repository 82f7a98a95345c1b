package org.convscape.scene;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.convscape.analysis.Analysis;
import org.convscape.analysis.Convention;
import org.convscape.analysis.Counts;
import org.convscape.analysis.NodeFacts;
import org.convscape.graph.GroupPath;
import org.convscape.op.Category;
import org.convscape.tensor.Shape;

/** The amounts of nodes, of what they share a card with, and of whole groups, summed once for all. */
final class GroupSums {
    private static final class Sum {
        private long trainable;
        private long total;
        private long count;
        private boolean exact = true;

        void add(NodeFacts facts, Counts counts, int position) {
            trainable = plus(trainable, counts.trainable(position));
            total = plus(total, counts.total(position));
            count = plus(count, counts.of(position));
            exact &= facts.known();
        }

        void add(Sum other) {
            trainable = plus(trainable, other.trainable);
            total = plus(total, other.total);
            count = plus(count, other.count);
            exact &= other.exact;
        }

        /** A sum beyond 2^63 stays there and is "at least". */
        private long plus(long left, long right) {
            if (left > Long.MAX_VALUE - right) {
                exact = false;
                return Long.MAX_VALUE;
            }
            return left + right;
        }
    }

    private final Counts counts;
    private final Map<GroupPath, Sum> groups = new HashMap<>();
    private final String input;

    GroupSums(Analysis analysis, Convention convention) {
        this.counts = analysis.counts(convention);
        Map<GroupPath, Sum> own = new HashMap<>();
        Set<String> inputs = new LinkedHashSet<>();
        GroupPath group = null;
        Sum sum = null;
        for (int position = 0; position < analysis.graph().size(); position++) {
            if (analysis.graph().groupAround(position) != group) {
                group = analysis.graph().groupAround(position);
                sum = own.computeIfAbsent(group, any -> new Sum());
            }
            NodeFacts facts = analysis.node(position);
            sum.add(facts, counts, position);
            if (facts.node().operation().type().category() == Category.INPUT) {
                facts.inferred().shape().map(Shape::toString).ifPresent(inputs::add);
            }
        }
        groups.put(GroupPath.ROOT, new Sum());
        own.forEach(this::addAround);
        this.input = String.join(" and ", inputs);
    }

    /** What lies in a group also lies in all that are around it. */
    private void addAround(GroupPath group, Sum own) {
        groups.get(GroupPath.ROOT).add(own);
        group.lineage().forEach(around -> groups.computeIfAbsent(around, any -> new Sum())
                .add(own));
    }

    /** The amounts of these nodes together. */
    Amounts of(Collection<NodeFacts> nodes) {
        Sum sum = new Sum();
        nodes.forEach(facts -> sum.add(facts, counts, counts.position(facts)));
        return amounts(sum);
    }

    /** The amounts of a group; of the whole network for the root. */
    Amounts of(GroupPath group) {
        return amounts(groups.getOrDefault(group, new Sum()));
    }

    /** The rule that was counted by. */
    Convention convention() {
        return counts.convention();
    }

    private Amounts amounts(Sum sum) {
        long network = groups.get(GroupPath.ROOT).count;
        return new Amounts(sum.trainable, sum.total, sum.count, network, sum.exact, counts.convention(), input);
    }
}
