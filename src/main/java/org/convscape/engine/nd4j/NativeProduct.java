package org.convscape.engine.nd4j;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Products of matrices through ND4J's operations. Its {@code mmul} would go to OpenBLAS, whose threads fight with
 * oneDNN's for the processors.
 */
final class NativeProduct {
    private static final long[] AS_THEY_ARE = {0, 0, 0};

    /** One times the product plus nothing of what was there. */
    private static final double[] PRODUCT_ALONE = {1, 0};

    /** From so many rows on oneDNN's dense layer leaves the kernel as it lies, and adds the bias on the way. */
    private static final long ROWS_FOR_A_LAYER = 192;

    private static final long WIDTHS_TURNED_ROUND = 1024;

    private final NativeCalls calls;

    NativeProduct(NativeCalls calls) {
        this.calls = calls;
    }

    /** {@code [rows, in] · [in, out] + bias → [rows, out]}. */
    void multiply(INDArray rows, INDArray kernel, INDArray bias, INDArray output) {
        if (bias != null && calls.oneDnn() && asLayer(rows, output)) {
            calls.run("xw_plus_b", output, AS_THEY_ARE, rows, kernel, bias);
            return;
        }
        if (calls.oneDnn()) {
            calls.run("matmul", output, AS_THEY_ARE, PRODUCT_ALONE, rows, kernel);
        } else {
            rows.mmul(kernel, output);
        }
        if (bias != null) {
            calls.run("biasadd", output, new long[0], output, bias);
        }
    }

    /**
     * True where oneDNN's dense layer takes the kernel as it lies; for the widths left out it would turn it round
     * first.
     */
    private static boolean asLayer(INDArray rows, INDArray output) {
        return rows.size(0) >= ROWS_FOR_A_LAYER && output.size(1) % WIDTHS_TURNED_ROUND != 0;
    }
}
