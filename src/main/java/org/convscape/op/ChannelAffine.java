package org.convscape.op;

import org.convscape.tensor.Tensor;

/**
 * What an operation does that only scales and shifts every channel: {@code output = factor[c] · input + shift[c]}, the
 * same at every position. Such an operation can be folded into the linear one before it.
 */
@FunctionalInterface
public interface ChannelAffine {

    /**
     * Puts this operation behind a scaling: on return, {@code factor} and {@code shift} say what both do together.
     *
     * @param weights the arrays of this operation, by name
     * @param factor one per channel
     * @param shift one per channel
     */
    void applyAfter(Weights<Tensor> weights, double[] factor, double[] shift);
}
