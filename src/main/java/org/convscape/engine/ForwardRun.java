package org.convscape.engine;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.convscape.analysis.NodeFacts;
import org.convscape.op.WeightSpec;
import org.convscape.task.Cancellation;
import org.convscape.task.Progress;

/** One pass through a plan. Whatever ends it early, nothing it made stays behind. */
final class ForwardRun<T> {
    private final Backend<T> backend;
    private final WeightCache<T> weights;
    private final ForwardRequest request;
    private final ForwardPlan plan;
    private final LiveValues<T> values;
    private final Map<String, Double> milliseconds = new LinkedHashMap<>();

    ForwardRun(Backend<T> backend, WeightCache<T> weights, ForwardRequest request, ForwardPlan plan) {
        this.backend = backend;
        this.weights = weights;
        this.request = request;
        this.plan = plan;
        this.values = new LiveValues<>(backend);
    }

    /**
     * Does all steps.
     *
     * @param betweenSteps what else the thread has to do
     * @return the outputs that are kept
     */
    LiveValues<T> run(Progress progress, Cancellation cancellation, Runnable betweenSteps) {
        boolean done = false;
        try {
            List<ForwardPlan.Step> steps = plan.steps();
            for (int i = 0; i < steps.size(); i++) {
                cancellation.check();
                betweenSteps.run();
                progress.report(i, steps.size(), steps.get(i).path());
                doStep(steps.get(i));
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

    private void doStep(ForwardPlan.Step step) {
        try {
            if (step.given()) {
                values.put(step.path(), backend.upload(request.pictures().get(step.path())));
                milliseconds.put(step.path(), 0.0);
            } else {
                compute(step.facts());
            }
            step.releases().forEach(values::release);
            weights.trim();
        } catch (EngineFailure | CancellationException e) {
            throw e;
        } catch (OutOfMemoryError e) {
            throw new EngineFailure(
                    "The memory ran out at \"" + step.path() + "\" (output "
                            + step.facts().output() + "); keep fewer maps or use a smaller input",
                    e);
        } catch (RuntimeException | LinkageError e) {
            throw new EngineFailure("The layer \"" + step.path() + "\" could not be computed: " + firstLine(e), e);
        }
    }

    private void compute(NodeFacts facts) {
        String path = facts.node().path();
        Map<String, T> arrays = new HashMap<>();
        for (WeightSpec spec : facts.weights()) {
            arrays.put(spec.name(), weights.get(request.weights(), path, spec));
        }
        List<T> inputs = facts.node().inputs().stream().map(values::get).toList();
        StepMath<T> math = new StepMath<>(backend.math());
        try {
            long start = System.nanoTime();
            T output = facts.node().operation().forward(math, inputs, arrays::get);
            milliseconds.put(path, (System.nanoTime() - start) / 1e6);
            values.put(path, output);
        } finally {
            values.releaseLeftovers(math.made());
        }
    }

    /** How long each step took, in the order of the run. */
    Map<String, Double> milliseconds() {
        return milliseconds;
    }

    /** What went wrong, in the words of its innermost cause that has any. */
    static String firstLine(Throwable failure) {
        String words = failure.getClass().getSimpleName();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause.getMessage() != null && !cause.getMessage().isBlank()) {
                words = cause.getMessage().strip().lines().findFirst().orElse(words);
            }
        }
        return words;
    }
}
