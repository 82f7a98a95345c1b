package org.convscape.engine;

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
 * @param pictures for the path of each input node the values that enter, of the shape that node declares
 * @param weights where the arrays come from
 * @param keep which nodes' outputs are available after the run, by path
 * @param options what the engine may do to save time and memory
 */
public record ForwardRequest(
        Analysis analysis,
        Map<String, Tensor> pictures,
        WeightStore weights,
        Predicate<String> keep,
        PlanOptions options) {

    /** A request that leaves the engine every freedom. */
    public ForwardRequest(
            Analysis analysis, Map<String, Tensor> pictures, WeightStore weights, Predicate<String> keep) {
        this(analysis, pictures, weights, keep, PlanOptions.ALL);
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
        return new ForwardRequest(analysis, pictures, weights, keep, others);
    }
}
