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
                    Reason reason = new Reason.Counted(cause, by(before, after, cause));
                    entries.add(new Difference.Entry(List.of(Alignment.Pair.same(node)), reason, amount));
                }
            }
            leftSum = Bounded.plus(leftSum, left.count(node));
            rightSum = Bounded.plus(rightSum, right.count(node));
        }
        return new Difference(right.unit(), leftSum, rightSum, entries);
    }

    private static Reason.Side by(Map<Cause, Long> before, Map<Cause, Long> after, Cause cause) {
        if (!before.containsKey(cause)) {
            return Reason.Side.RIGHT;
        }
        return after.containsKey(cause) ? Reason.Side.BOTH : Reason.Side.LEFT;
    }

    static Set<Cause> causesOf(Map<Cause, Long> before, Map<Cause, Long> after) {
        Set<Cause> causes = EnumSet.noneOf(Cause.class);
        causes.addAll(before.keySet());
        causes.addAll(after.keySet());
        return causes;
    }

    /** Why two networks count differently under one rule; their layers are matched by name. */
    public static NetworkDifference networks(Analysis left, Analysis right, Convention convention) {
        return networks(Alignment.byName(left, right), convention);
    }

    /** The same for layers that were matched in any manner. */
    public static NetworkDifference networks(Alignment alignment, Convention convention) {
        return new NetworkComparison(alignment, convention).difference();
    }
}
