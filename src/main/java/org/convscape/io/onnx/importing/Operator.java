package org.convscape.io.onnx.importing;

/** How one operator of ONNX becomes operations of ours. */
@FunctionalInterface
interface Operator {

    /**
     * What the node gives.
     *
     * @throws Refused when it cannot be, with the rest of a sentence
     */
    Value apply(Step step);
}
