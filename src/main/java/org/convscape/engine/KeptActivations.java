package org.convscape.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.convscape.analysis.NodeFacts;
import org.convscape.engine.plan.ForwardPlan;
import org.convscape.task.Cancellation;
import org.convscape.tensor.Tensor;

/** Outputs in the engine's own memory; each is copied to the heap, or computed again, when it is asked for. */
final class KeptActivations<T> implements Activations {

    /** What a run has measured. */
    record Measured(Map<String, Double> milliseconds, double total, Steps steps) {}

    private final EngineThread thread;
    private final EngineMemory<T> memory;
    private final ForwardPlan plan;
    private final LiveValues<T> values;
    private final StepWeights<T> weights;
    private final int pictures;
    private final Measured measured;
    private final Consumer<KeptActivations<T>> whenClosed;
    private boolean closed;

    KeptActivations(
            EngineThread thread,
            EngineMemory<T> memory,
            ForwardRequest request,
            ForwardPlan plan,
            LiveValues<T> values,
            Measured measured,
            Consumer<KeptActivations<T>> whenClosed) {
        this.thread = thread;
        this.memory = memory;
        this.plan = plan;
        this.values = values;
        this.weights = new StepWeights<>(memory, request.weights());
        this.pictures = request.batch().size();
        this.measured = measured;
        this.whenClosed = whenClosed;
    }

    @Override
    public Set<String> paths() {
        return plan.available();
    }

    @Override
    public int pictures() {
        return pictures;
    }

    @Override
    public Tensor get(String path) {
        return get(path, 0);
    }

    @Override
    public Tensor get(String path, int picture) {
        Objects.checkIndex(picture, pictures);
        if (!plan.available().contains(path)) {
            throw new IllegalArgumentException("The output of \"" + path + "\" was not kept");
        }
        return thread.call(() -> {
            if (closed) {
                throw new EngineFailure("The maps of this run have been given back; run the network again to see them");
            }
            return values.has(path) ? memory.backend().download(values.get(path), picture) : again(path, picture);
        });
    }

    /** Computes an output from those that are stored, node by node as the graph says. */
    private Tensor again(String path, int picture) {
        LiveValues<T> between = new LiveValues<>(memory.ledger());
        try {
            for (NodeFacts facts : plan.again(path, values::has)) {
                Map<String, T> arrays = weights.of(facts, new Cancellation());
                List<T> inputs = facts.node().inputs().stream()
                        .map(input -> between.has(input) ? between.get(input) : values.get(input))
                        .toList();
                List<T> entering = new ArrayList<>(inputs);
                entering.addAll(arrays.values());
                StepMath<T> math = memory.verbs(false, List.of(), entering, pictures);
                try {
                    T output = facts.node().operation().forward(math, inputs, arrays::get);
                    between.put(facts.node().path(), output);
                    memory.computed(output, entering);
                } finally {
                    memory.ledger().releaseLeftovers(math.made());
                }
            }
            return memory.backend().download(between.get(path), picture);
        } finally {
            between.releaseAll();
            memory.weights().trim();
        }
    }

    @Override
    public double milliseconds(String path) {
        return measured.milliseconds().getOrDefault(path, 0.0);
    }

    @Override
    public Optional<String> foldedInto(String path) {
        return Optional.ofNullable(plan.foldedInto().get(path));
    }

    @Override
    public double totalMilliseconds() {
        return measured.total();
    }

    @Override
    public Steps steps() {
        return measured.steps();
    }

    @Override
    public void close() {
        thread.call(() -> {
            closeHere();
            return null;
        });
    }

    /** Gives the memory back; called on the engine's thread, any number of times. */
    void closeHere() {
        if (!closed) {
            closed = true;
            values.releaseAll();
            whenClosed.accept(this);
        }
    }
}
