package org.convscape.viewmodel.canvas;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
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

        void add(NodeFacts facts, long counted) {
            trainable = plus(trainable, facts.trainableParameters());
            total = plus(total, facts.totalParameters());
            count = plus(count, counted);
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
        String neighbour = "";
        Sum sum = own.computeIfAbsent(GroupPath.ROOT, any -> new Sum());
        for (int position = 0; position < analysis.graph().size(); position++) {
            NodeFacts facts = analysis.node(position);
            String path = facts.node().path();
            if (!GroupPath.same(path, neighbour)) {
                // Neighbours in the network mostly share their group, which then need not be looked up.
                sum = own.computeIfAbsent(facts.node().group(), any -> new Sum());
            }
            neighbour = path;
            sum.add(facts, counts.of(position));
            if (facts.node().operation().type().category() == Category.INPUT) {
                facts.inferred().shape().map(Shape::toString).ifPresent(inputs::add);
            }
        }
        own.forEach(this::addAround);
        this.input = String.join(" and ", inputs);
    }

    /** What lies in a group also lies in all that are around it. */
    private void addAround(GroupPath group, Sum own) {
        groups.computeIfAbsent(GroupPath.ROOT, any -> new Sum()).add(own);
        group.lineage()
                .forEach(around ->
                        groups.computeIfAbsent(around, any -> new Sum()).add(own));
    }

    /** The amounts of these nodes together. */
    Amounts of(Collection<NodeFacts> nodes) {
        Sum sum = new Sum();
        nodes.forEach(facts -> sum.add(facts, counts.of(List.of(facts))));
        return amounts(sum);
    }

    /** The amounts of a group; of the whole network for the root. */
    Amounts of(GroupPath group) {
        return amounts(groups.getOrDefault(group, new Sum()));
    }

    private Amounts amounts(Sum sum) {
        long network = groups.get(GroupPath.ROOT).count;
        return new Amounts(sum.trainable, sum.total, sum.count, network, sum.exact, counts.convention(), input);
    }
}
