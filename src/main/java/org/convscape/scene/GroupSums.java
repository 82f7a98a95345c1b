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
import org.convscape.analysis.Totals;
import org.convscape.graph.GroupPath;
import org.convscape.tensor.Shape;

/** The amounts of nodes, of what they share a card with, and of whole groups, summed once for all. */
final class GroupSums {
    private final Counts counts;
    private final Map<GroupPath, Totals> groups = new HashMap<>();
    private final String input;

    GroupSums(Analysis analysis, Convention convention) {
        this.counts = analysis.counts(convention);
        Map<GroupPath, Totals> own = new HashMap<>();
        Set<String> inputs = new LinkedHashSet<>();
        GroupPath group = null;
        Totals sum = null;
        for (int position = 0; position < analysis.graph().size(); position++) {
            if (analysis.graph().groupAround(position) != group) {
                group = analysis.graph().groupAround(position);
                sum = own.computeIfAbsent(group, any -> new Totals());
            }
            NodeFacts facts = analysis.node(position);
            sum.add(counts, position, facts.known());
            if (facts.node().isInput()) {
                facts.inferred().shape().map(Shape::toString).ifPresent(inputs::add);
            }
        }
        groups.put(GroupPath.ROOT, new Totals());
        own.forEach(this::addAround);
        this.input = String.join(" and ", inputs);
    }

    /** What lies in a group also lies in all that are around it. */
    private void addAround(GroupPath group, Totals own) {
        groups.get(GroupPath.ROOT).add(own);
        group.lineage().forEach(around -> groups.computeIfAbsent(around, any -> new Totals())
                .add(own));
    }

    /** The amounts of these nodes together. */
    Amounts of(Collection<NodeFacts> nodes) {
        Totals sum = new Totals();
        nodes.forEach(facts -> sum.add(counts, counts.position(facts), facts.known()));
        return amounts(sum);
    }

    /** The amounts of a group; of the whole network for the root. */
    Amounts of(GroupPath group) {
        return amounts(groups.getOrDefault(group, new Totals()));
    }

    /** The rule that was counted by. */
    Convention convention() {
        return counts.convention();
    }

    private Amounts amounts(Totals sum) {
        long network = groups.get(GroupPath.ROOT).count();
        return new Amounts(sum.trainable(), sum.total(), sum.count(), network, sum.exact(), counts.convention(), input);
    }
}
