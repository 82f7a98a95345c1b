package org.convscape.engine.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The pass that says after which step each output's memory can serve another. */
final class Lifetimes {
    private Lifetimes() {}

    /** The same steps, each with the outputs that nobody needs once it is done; what is stored is never let go. */
    static List<Step> of(List<Step> steps) {
        Map<String, Integer> lastUse = new HashMap<>();
        Set<String> stored = new LinkedHashSet<>();
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            lastUse.put(step.path(), i);
            if (step.stored()) {
                stored.add(step.path());
            }
            for (String input : inputs(step)) {
                lastUse.put(input, i);
            }
        }
        List<Step> ending = new ArrayList<>(steps.size());
        for (int i = 0; i < steps.size(); i++) {
            int now = i;
            Step step = steps.get(i);
            Set<String> candidates = new LinkedHashSet<>(inputs(step));
            candidates.add(step.path());
            candidates.removeIf(path -> stored.contains(path) || lastUse.get(path) != now);
            ending.add(step.releasing(List.copyOf(candidates)));
        }
        return ending;
    }

    private static List<String> inputs(Step step) {
        return step.reused() ? List.of() : step.inputs();
    }
}
