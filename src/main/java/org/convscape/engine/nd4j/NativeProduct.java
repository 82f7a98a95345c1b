package org.convscape.engine.nd4j;

import org.convscape.op.Placement;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Products of matrices, and the convolutions that are best done as one: with a 1×1 kernel, channels-last maps are a
 * matrix of positions × channels as they lie in memory.
 *
 * <p>oneDNN's convolution brings input, kernel and output into an order of its own and back in every call, which for a
 * 1×1 kernel takes a third as long as the work itself; its matrix product takes them as they are. (ND4J's {@code mmul}
 * would go to OpenBLAS, whose threads fight with oneDNN's for the processors.)
 */
final class NativeProduct {
    private static final long[] AS_THEY_ARE = {0, 0, 0};

    /** One times the product plus nothing of what was there. */
    private static final double[] PRODUCT_ALONE = {1, 0};

    /** Measured: at two, 3×3 over 512 channels on 14×14 positions takes the same either way. */
    private static final long KERNELS_PER_POSITION = 2;

    /** From so many rows on oneDNN's dense layer leaves the kernel as it lies, and adds the bias on the way. */
    private static final long ROWS_FOR_A_LAYER = 192;

    private static final long WIDTHS_TURNED_ROUND = 1024;

    private final ArrayPool arrays;
    private final NativeCalls calls;

    NativeProduct(ArrayPool arrays, NativeCalls calls) {
        this.arrays = arrays;
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

    /**
     * True for a convolution without groups that is faster as a product: where windows see one position, or where there
     * are so many more kernels than positions that bringing the kernels into another order costs more than laying the
     * windows side by side.
     */
    boolean suits(INDArray kernel, Placement window) {
        boolean plain = window.dilation().is(1) && window.overhangBottom() == 0 && window.overhangRight() == 0;
        return calls.oneDnn()
                && plain
                && (seesOnePosition(window) || kernel.size(3) >= KERNELS_PER_POSITION * window.positions());
    }

    private static boolean seesOnePosition(Placement window) {
        return window.kernel().is(1) && !window.padded();
    }

    /** A convolution with a kernel {@code [kH, kW, in, out]} that {@link #suits}. */
    void convolve(INDArray input, INDArray kernel, INDArray bias, Placement window, INDArray output) {
        if (seesOnePosition(window) && window.stride().is(1)) {
            multiply(arrays.matrix(input), arrays.matrix(kernel), bias, arrays.matrix(output));
            return;
        }
        INDArray windows = sideBySide(input, window, output);
        long positions = output.size(0) * output.size(1) * output.size(2);
        multiply(
                windows.reshape(positions, windows.length() / positions),
                arrays.matrix(kernel),
                bias,
                arrays.matrix(output));
        arrays.giveBack(windows);
    }

    /** What each window sees, one after the other: {@code [N, H', W', kH, kW·in]}. */
    private INDArray sideBySide(INDArray input, Placement window, INDArray output) {
        INDArray padded = window.padded() ? padded(input, window) : input;
        INDArray windows = arrays.take(
                input.size(0),
                output.size(1),
                output.size(2),
                window.kernel().height(),
                window.kernel().width() * input.size(3));
        windows.assign(NativeView.windows(padded, window));
        if (padded != input) {
            arrays.giveBack(padded);
        }
        return windows;
    }

    private INDArray padded(INDArray input, Placement window) {
        return Padded.zeros(arrays, calls, input, window.top(), window.left(), window.bottom(), window.right(), 0, 0);
    }
}
