package org.convscape.analysis;

import java.util.List;
import org.convscape.graph.Node;
import org.convscape.op.Cost;
import org.convscape.op.WeightSpec;
import org.convscape.tensor.Shape;

/**
 * All that the analysis knows of one node.
 *
 * @param inputs the shapes that come in; empty unless all are known
 * @param weights the arrays it carries; empty unless its output is known
 * @param cost what one forward pass of one picture does here
 */
public record NodeFacts(Node node, Inferred inferred, List<Shape> inputs, List<WeightSpec> weights, Cost cost) {

    /** The numbers that training changes. */
    public long trainableParameters() {
        return parameters(false);
    }

    /** All numbers that are kept: the trained ones and batch normalisation's running statistics. */
    public long totalParameters() {
        return parameters(true);
    }

    /** A plain loop: tables ask for this once per node on every edit. */
    private long parameters(boolean kept) {
        long sum = 0;
        for (WeightSpec weight : weights) {
            if (kept || weight.role().trainable()) {
                sum = Bounded.plus(sum, weight.elements());
            }
        }
        return sum;
    }

    /**
     * The output shape.
     *
     * @throws IllegalStateException where it is not known
     */
    public Shape output() {
        return inferred.shape()
                .orElseThrow(() -> new IllegalStateException("The output of " + node.path() + " is not known"));
    }

    /** True when the output shape is known. */
    public boolean known() {
        return inferred instanceof Inferred.Known;
    }
}
