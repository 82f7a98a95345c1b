package org.convscape.engine.plan;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.convscape.analysis.NodeFacts;
import org.convscape.op.Work;

/**
 * Which outputs are to be had after a run, and which of them need not be stored because they can be computed again from
 * stored ones at little cost. Asked by the passes in the order of the nodes.
 */
final class Available {

    /**
     * What computing a map again may cost: a click should show it at once. Some ten milliseconds on two cores of a
     * laptop; a ResNet-50's largest layer has 231 million.
     */
    static final long MOST_MULTIPLY_ADDS = 400_000_000;

    /** What any step is taken to cost at least, so that long chains of cheap ones are not given up as a whole. */
    private static final long LEAST_MULTIPLY_ADDS = MOST_MULTIPLY_ADDS / 64;

    private final Predicate<String> wanted;
    private final Map<String, Long> dropped = new HashMap<>();

    Available(Predicate<String> wanted) {
        this.wanted = wanted;
    }

    /** True when the output has to be there after the run. */
    boolean stored(String path) {
        return wanted.test(path) && !dropped.containsKey(path);
    }

    /** True when somebody may ask for the output after the run. */
    boolean wanted(String path) {
        return wanted.test(path);
    }

    /**
     * Gives an output up, if nobody will ask for it or it can be had again.
     *
     * @return whether it was given up
     */
    boolean drop(NodeFacts facts) {
        String path = facts.node().path();
        if (facts.node().isInput()) {
            return false;
        }
        if (!wanted.test(path)) {
            return true;
        }
        long cost = Math.max(LEAST_MULTIPLY_ADDS, facts.cost().of(Work.MULTIPLY_ADD));
        for (String input : facts.node().inputs()) {
            if (!wanted.test(input)) {
                return false;
            }
            cost += dropped.getOrDefault(input, 0L);
        }
        if (cost > MOST_MULTIPLY_ADDS) {
            return false;
        }
        dropped.put(path, cost);
        return true;
    }
}
