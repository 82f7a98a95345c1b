package org.convscape.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.convscape.engine.plan.ForwardPlan;
import org.convscape.engine.plan.Step;
import org.convscape.op.Afterwards;
import org.convscape.task.Cancellation;
import org.convscape.task.Progress;

/** One pass through a plan. Whatever ends it early, nothing it made stays behind. */
final class ForwardRun<T> {
    private final EngineMemory<T> memory;
    private final ForwardRequest request;
    private final ForwardPlan plan;
    private final Map<String, Long> keys;
    private final StepWeights<T> weights;
    private final LiveValues<T> values;
    private final Map<String, Double> milliseconds = new LinkedHashMap<>();
    private double total;

    /**
     * A pass.
     *
     * @param keys by which values are found again; empty when neither earlier nor later runs share with this one
     */
    ForwardRun(EngineMemory<T> memory, ForwardRequest request, ForwardPlan plan, Map<String, Long> keys) {
        this.memory = memory;
        this.request = request;
        this.plan = plan;
        this.keys = keys;
        this.weights = new StepWeights<>(memory, request.weights());
        this.values = new LiveValues<>(memory.ledger());
    }

    /**
     * Does all steps.
     *
     * @param betweenSteps what else the thread has to do
     * @return the outputs that are stored
     */
    LiveValues<T> run(Progress progress, Cancellation cancellation, Runnable betweenSteps) {
        boolean done = false;
        try {
            List<Step> steps = plan.steps();
            steps.stream().filter(Step::reused).forEach(this::takeEarlier);
            for (int i = 0; i < steps.size(); i++) {
                cancellation.check();
                betweenSteps.run();
                progress.report(i, steps.size(), steps.get(i).path());
                doStep(steps.get(i), cancellation);
            }
            cancellation.check();
            progress.report(steps.size(), steps.size(), "");
            done = true;
            return values;
        } finally {
            if (!done) {
                values.releaseAll();
            }
        }
    }

    /** Before anything is computed, because new outputs may displace old ones from the memory. */
    private void takeEarlier(Step step) {
        EarlierValues.Entry<T> earlier = memory.earlier().get(keys.get(step.path()));
        values.put(step.path(), earlier.value());
        milliseconds.put(step.head().node().path(), earlier.milliseconds());
    }

    private void doStep(Step step, Cancellation cancellation) {
        try {
            String path = step.path();
            if (step.given()) {
                values.put(
                        path,
                        memory.upload(request.batch().stream()
                                .map(pictures -> pictures.get(path))
                                .toList()));
                milliseconds.put(path, 0.0);
            } else if (!step.reused()) {
                compute(step, cancellation);
            }
            step.releases().forEach(values::release);
            memory.weights().trim();
        } catch (EngineFailure | CancellationException e) {
            throw e;
        } catch (OutOfMemoryError e) {
            throw new EngineFailure(
                    "The memory ran out at \"" + step.path() + "\" (output "
                            + step.last().output() + "); keep fewer maps or use a smaller input",
                    e);
        } catch (RuntimeException | LinkageError e) {
            throw new EngineFailure(
                    "The layer \"" + step.path() + "\" could not be computed: " + EngineFailure.reason(e), e);
        }
    }

    private void compute(Step step, Cancellation cancellation) {
        Map<String, T> arrays = weights.of(step, cancellation);
        List<T> inputs = step.head().node().inputs().stream().map(values::get).toList();
        boolean over = step.overwrite() && memory.ledger().heldOnce(inputs.get(0));
        int pictures = request.batch().size();
        List<T> entering = new ArrayList<>(arrays.values());
        step.inputs().forEach(path -> entering.add(values.get(path)));
        StepMath<T> math = memory.verbs(over, afterwards(step), entering, pictures);
        try {
            long start = System.nanoTime();
            T output = step.operation().forward(math, inputs, arrays::get);
            double took = (System.nanoTime() - start) / 1e6;
            total += took;
            milliseconds.put(step.head().node().path(), took);
            values.put(step.path(), output);
            memory.computed(output, entering);
            if (step.stored() && !keys.isEmpty()) {
                memory.remember(
                        keys.get(step.path()), output, step.last().output().elements() * pictures, took);
            }
        } finally {
            memory.ledger().releaseLeftovers(math.made());
        }
    }

    private List<Afterwards<T>> afterwards(Step step) {
        return step.endings().stream()
                .map(ending -> new Afterwards<>(
                        ending.what(), ending.others().stream().map(values::get).toList()))
                .toList();
    }

    /** How long each step took, in the order of the run, by the path of its first node. */
    Map<String, Double> milliseconds() {
        return milliseconds;
    }

    /** How long the steps that were computed took together. */
    double totalMilliseconds() {
        return total;
    }
}
