package org.convscape.engine;

import java.util.Map;
import java.util.function.Predicate;
import org.convscape.analysis.Analysis;
import org.convscape.tensor.Tensor;
import org.convscape.weights.WeightStore;

/**
 * What to compute.
 *
 * @param analysis of the graph to run; it must be {@link Analysis#complete() complete}
 * @param pictures for the path of each input node the values that enter, of the shape that node declares
 * @param weights where the arrays come from
 * @param keep which nodes' outputs stay available after the run, by path
 */
public record ForwardRequest(
        Analysis analysis, Map<String, Tensor> pictures, WeightStore weights, Predicate<String> keep) {}
