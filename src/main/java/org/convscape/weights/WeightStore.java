package org.convscape.weights;

import org.convscape.op.WeightSpec;
import org.convscape.tensor.Tensor;

/** Gives the arrays of every node; asked twice, it gives the same values. */
@FunctionalInterface
public interface WeightStore {

    /**
     * The array of one node.
     *
     * @param origin where the node was made: {@link org.convscape.graph.Node#origin}
     * @param spec name, dimensions and role of the array
     * @return an array of exactly those dimensions
     */
    Tensor get(String origin, WeightSpec spec);
}
