package org.convscape.engine.onednn;

import org.bytedeco.dnnl.global.dnnl;

/** A function of every value, with two numbers whose meaning is the function's. */
public enum Elementwise {
    /** Limits to {@code alpha … beta}. */
    LIMIT,
    /** {@code alpha · x + beta}. */
    LINE,
    /** The logistic function. */
    SIGMOID,
    /** Negative values times alpha. */
    LEAK;

    /** What oneDNN calls it. */
    dnnl.algorithm algorithm(double alpha, double beta) {
        return switch (this) {
            case LIMIT -> Descriptions.limiting(alpha, beta);
            case LINE -> dnnl.algorithm.eltwise_linear;
            case SIGMOID -> dnnl.algorithm.eltwise_logistic;
            case LEAK -> dnnl.algorithm.eltwise_relu;
        };
    }
}
