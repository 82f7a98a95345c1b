package org.convscape.engine.onednn;

import org.bytedeco.dnnl.global.dnnl;

/** What is made of two values in one place. */
public enum Pairing {
    /** Left and right together. */
    SUM(dnnl.algorithm.binary_add),
    /** The left less the right. */
    DIFFERENCE(dnnl.algorithm.binary_sub),
    /** The left times the right. */
    PRODUCT(dnnl.algorithm.binary_mul);

    private final dnnl.algorithm algorithm;

    Pairing(dnnl.algorithm algorithm) {
        this.algorithm = algorithm;
    }

    /** What oneDNN calls it. */
    dnnl.algorithm algorithm() {
        return algorithm;
    }
}
