package org.convscape.engine;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.convscape.analysis.Analysis;
import org.convscape.engine.plan.PlanOptions;
import org.convscape.tensor.Tensor;
import org.convscape.weights.WeightStore;

/**
 * What to compute.
 *
 * @param analysis of the graph to run; it must be {@link Analysis#complete() complete}
 * @param batch what enters, one picture after the other: for the path of each input node the values, of the shape that
 *     node declares; one picture at least
 * @param weights where the arrays come from
 * @param keep which nodes' outputs are available after the run, by path
 * @param options what the engine may do to save time and memory
 */
public record ForwardRequest(
        Analysis analysis,
        List<Map<String, Tensor>> batch,
        WeightStore weights,
        Predicate<String> keep,
        PlanOptions options) {

    /** Keeps an unmodifiable list. */
    public ForwardRequest {
        batch = List.copyOf(batch);
        if (batch.isEmpty()) {
            throw new IllegalArgumentException("A run needs one picture at least, and none was given");
        }
    }

    /** A request for one picture. */
    public ForwardRequest(
            Analysis analysis,
            Map<String, Tensor> pictures,
            WeightStore weights,
            Predicate<String> keep,
            PlanOptions options) {
        this(analysis, List.of(pictures), weights, keep, options);
    }

    /** A request for one picture that leaves the engine every freedom. */
    public ForwardRequest(
            Analysis analysis, Map<String, Tensor> pictures, WeightStore weights, Predicate<String> keep) {
        this(analysis, pictures, weights, keep, PlanOptions.ALL);
    }

    /** What enters as the first picture, or the only one. */
    public Map<String, Tensor> pictures() {
        return batch.get(0);
    }

    /** The same for several pictures at once. */
    public ForwardRequest with(List<Map<String, Tensor>> pictures) {
        return new ForwardRequest(analysis, pictures, weights, keep, options);
    }

    /** The same, computed anew every time: for measuring. */
    public ForwardRequest anew() {
        return with(new PlanOptions(options.fold(), options.fuse(), options.overwrite(), false));
    }

    /** The same, node by node as the graph says. */
    public ForwardRequest literally() {
        return with(PlanOptions.LITERAL);
    }

    /** The same with other freedoms. */
    public ForwardRequest with(PlanOptions others) {
        return new ForwardRequest(analysis, batch, weights, keep, others);
    }
}
