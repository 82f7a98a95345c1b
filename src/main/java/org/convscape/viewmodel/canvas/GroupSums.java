package org.convscape.viewmodel.canvas;

import java.util.ArrayList;
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
            add(facts.trainableParameters(), facts.totalParameters(), counted, facts.known());
        }

        void add(long trained, long kept, long counted, boolean known) {
            trainable = plus(trainable, trained);
            total = plus(total, kept);
            count = plus(count, counted);
            exact &= known;
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
        String neighbour = "";
        List<Sum> sums = List.of(groups.get(GroupPath.ROOT));
        for (NodeFacts facts : analysis.nodes()) {
            String path = facts.node().path();
            if (!GroupPath.same(path, neighbour)) {
                // Neighbours in the network mostly share their group, which then need not be looked up.
                sums = sumsAround(facts.node().group());
            }
            neighbour = path;
            long trainable = facts.trainableParameters();
            long total = facts.totalParameters();
            long counted = convention.count(facts);
            for (Sum sum : sums) {
                sum.add(trainable, total, counted, facts.known());
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

    private List<Sum> sumsAround(GroupPath innermost) {
        List<Sum> sums = new ArrayList<>(List.of(groups.get(GroupPath.ROOT)));
        innermost.lineage().forEach(group -> sums.add(groups.computeIfAbsent(group, any -> new Sum())));
        return sums;
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
