package org.convscape.engine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.convscape.analysis.NodeFacts;
import org.convscape.engine.plan.Step;
import org.convscape.op.WeightSpec;
import org.convscape.task.Cancellation;
import org.convscape.weights.Fold;
import org.convscape.weights.WeightStore;

/** The arrays that the steps of one run need. */
final class StepWeights<T> {
    private final EngineMemory<T> memory;
    private final WeightStore store;

    StepWeights(EngineMemory<T> memory, WeightStore store) {
        this.memory = memory;
        this.store = store;
    }

    /** The arrays of a step, by name. */
    Map<String, T> of(Step step, Cancellation cancellation) {
        Optional<Fold> fold = step.fold();
        if (fold.isEmpty()) {
            return of(step.head(), cancellation);
        }
        Map<String, T> arrays = new HashMap<>();
        List<WeightSpec> specs = step.weights();
        for (WeightSpec spec : specs) {
            arrays.put(
                    spec.name(), memory.weights().get(store, fold.get(), specs, spec, memory.fetching(cancellation)));
        }
        return arrays;
    }

    /** The arrays of a node that stands for itself, by name. */
    Map<String, T> of(NodeFacts facts, Cancellation cancellation) {
        Map<String, T> arrays = new HashMap<>();
        for (WeightSpec spec : facts.weights()) {
            arrays.put(
                    spec.name(),
                    memory.weights().get(store, facts.node().origin(), spec, memory.fetching(cancellation)));
        }
        return arrays;
    }
}
