package org.convscape.analysis;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Compares two counts of one network, and two networks under one rule. */
public final class WhyDifferent {
    private WhyDifferent() {}

    /** Why two rules count one network differently: an entry for every node and cause where they do. */
    public static Difference conventions(Analysis analysis, Convention left, Convention right) {
        List<Difference.Entry> entries = new ArrayList<>();
        long leftSum = 0;
        long rightSum = 0;
        for (NodeFacts node : analysis.nodes()) {
            Map<Cause, Long> before = left.causes(node);
            Map<Cause, Long> after = right.causes(node);
            for (Cause cause : causesOf(before, after)) {
                long amount = after.getOrDefault(cause, 0L) - before.getOrDefault(cause, 0L);
                if (amount != 0) {
                    entries.add(new Difference.Entry(
                            node.node().path(),
                            node.node().operation().type().label(),
                            cause.label() + coefficients(before, after, cause),
                            amount));
                }
            }
            leftSum += left.count(node);
            rightSum += right.count(node);
        }
        return new Difference(right.unit(), leftSum, rightSum, entries);
    }

    private static String coefficients(Map<Cause, Long> before, Map<Cause, Long> after, Cause cause) {
        if (!before.containsKey(cause)) {
            return ", counted only by the second";
        }
        return after.containsKey(cause) ? ", counted by both, at another rate" : ", counted only by the first";
    }

    static Set<Cause> causesOf(Map<Cause, Long> before, Map<Cause, Long> after) {
        Set<Cause> causes = EnumSet.noneOf(Cause.class);
        causes.addAll(before.keySet());
        causes.addAll(after.keySet());
        return causes;
    }

    /** Why two networks count differently under one rule; their nodes are matched first. */
    public static NetworkDifference networks(Analysis left, Analysis right, Convention convention) {
        return new NetworkComparison(left, right, convention).difference();
    }
}
