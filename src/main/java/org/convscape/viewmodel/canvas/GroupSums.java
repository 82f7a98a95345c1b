package org.convscape.viewmodel.canvas;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.convscape.analysis.Analysis;
import org.convscape.analysis.Convention;
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

        /** A sum beyond 2^63 stays there and is "at least". */
        private long plus(long left, long right) {
            if (left > Long.MAX_VALUE - right) {
                exact = false;
                return Long.MAX_VALUE;
            }
            return left + right;
        }
    }

    private final Convention convention;
    private final Map<GroupPath, Sum> groups = new HashMap<>();
    private final String input;

    GroupSums(Analysis analysis, Convention convention) {
        this.convention = convention;
        groups.put(GroupPath.ROOT, new Sum());
        Map<GroupPath, List<GroupPath>> lineages = new HashMap<>();
        for (NodeFacts facts : analysis.nodes()) {
            long counted = convention.count(facts);
            groups.get(GroupPath.ROOT).add(facts, counted);
            for (GroupPath group : lineages.computeIfAbsent(facts.node().group(), GroupPath::lineage)) {
                groups.computeIfAbsent(group, any -> new Sum()).add(facts, counted);
            }
        }
        this.input = analysis.nodes().stream()
                .filter(facts -> facts.node().operation().type().category() == Category.INPUT)
                .map(facts -> facts.inferred().shape())
                .flatMap(Optional::stream)
                .map(Shape::toString)
                .distinct()
                .collect(Collectors.joining(" and "));
    }

    /** The amounts of these nodes together. */
    Amounts of(Collection<NodeFacts> nodes) {
        Sum sum = new Sum();
        nodes.forEach(facts -> sum.add(facts, convention.count(facts)));
        return amounts(sum);
    }

    /** The amounts of a group; of the whole network for the root. */
    Amounts of(GroupPath group) {
        return amounts(groups.getOrDefault(group, new Sum()));
    }

    private Amounts amounts(Sum sum) {
        long network = groups.get(GroupPath.ROOT).count;
        return new Amounts(sum.trainable, sum.total, sum.count, network, sum.exact, convention, input);
    }
}
