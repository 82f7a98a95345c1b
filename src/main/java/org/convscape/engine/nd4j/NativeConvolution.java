package org.convscape.engine.nd4j;

import org.convscape.op.Placement;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * Convolutions through ND4J's operations, which know neither groups nor, with oneDNN, dilation and a multiplier: groups
 * are computed one after the other without copying a map, the rest in ND4J's own kernels.
 */
final class NativeConvolution {

    private static final String FULL = "conv2d";
    private static final String DEPTHWISE = "depthwise_conv2d";
    private static final long CHANNELS_FIRST = 0;
    private static final long CHANNELS_LAST = 1;

    private final NativeCalls calls;

    NativeConvolution(NativeCalls calls) {
        this.calls = calls;
    }

    /** {@code [N,H,W,C] → [N,H',W',K]} with a kernel {@code [kH, kW, C/groups, K]}. */
    void convolve(INDArray input, INDArray kernel, INDArray bias, Placement window, int groups, INDArray output) {
        if (groups == 1) {
            run(FULL, input, kernel, bias, window, CHANNELS_LAST, output);
        } else if (kernel.size(2) == 1) {
            long[] perChannel = {kernel.size(0), kernel.size(1), groups, kernel.size(3) / groups};
            depthwise(input, kernel.reshape(perChannel), bias, window, output);
        } else {
            INDArray from = NativeView.channelsFirst(input);
            INDArray to = NativeView.channelsFirst(output);
            long inputs = kernel.size(2);
            long outputs = kernel.size(3) / groups;
            for (int group = 0; group < groups; group++) {
                run(
                        FULL,
                        NativeView.channels(from, group * inputs, inputs),
                        NativeView.kernels(kernel, group * outputs, outputs),
                        part(bias, group * outputs, outputs),
                        window,
                        CHANNELS_FIRST,
                        NativeView.channels(to, group * outputs, outputs));
            }
        }
    }

    /** {@code [N,H,W,C] → [N,H',W',C·m]} with a kernel {@code [kH, kW, C, m]}. */
    void depthwise(INDArray input, INDArray kernel, INDArray bias, Placement window, INDArray output) {
        if (kernel.size(0) * kernel.size(1) * window.positions() == 1 && (!calls.oneDnn() || kernel.size(3) > 1)) {
            multiply(input, kernel, bias, window, output);
        } else {
            run(DEPTHWISE, input, kernel, bias, window, CHANNELS_LAST, output);
        }
    }

    /** One kernel tap at one position: a product, which ND4J's own depthwise convolution fails to compute. */
    private static void multiply(INDArray input, INDArray kernel, INDArray bias, Placement window, INDArray output) {
        int row = window.inputRow(0, 0);
        int column = window.inputColumn(0, 0);
        output.assign(0);
        if (row >= 0 && column >= 0 && row < input.size(1) && column < input.size(2)) {
            long pictures = input.size(0);
            long channels = kernel.size(2);
            INDArray values = input.get(
                            NDArrayIndex.all(), NDArrayIndex.point(row), NDArrayIndex.point(column), NDArrayIndex.all())
                    .dup('c')
                    .reshape(pictures, channels, 1);
            output.assign(
                    values.mul(kernel.reshape(1, channels, kernel.size(3))).reshape(output.shape()));
        }
        if (bias != null) {
            INDArray rows = output.reshape(output.size(0), output.size(3));
            rows.addiRowVector(bias);
        }
    }

    private void run(
            String operation,
            INDArray input,
            INDArray kernel,
            INDArray bias,
            Placement window,
            long layout,
            INDArray output) {
        boolean unknown = dilated(window) || (operation.equals(DEPTHWISE) && kernel.size(3) > 1);
        if (unknown) {
            calls.runWithoutOneDnn(operation, output, arguments(window, layout), input, kernel, bias);
        } else {
            calls.run(operation, output, arguments(window, layout), input, kernel, bias);
        }
    }

    private static boolean dilated(Placement window) {
        return (window.dilation().height() > 1 && window.kernel().height() > 1)
                || (window.dilation().width() > 1 && window.kernel().width() > 1);
    }

    private static INDArray part(INDArray bias, long start, long count) {
        return bias == null ? null : bias.get(NDArrayIndex.interval(start, start + count));
    }

    private static long[] arguments(Placement window, long layout) {
        return new long[] {
            window.kernel().height(),
            window.kernel().width(),
            window.stride().height(),
            window.stride().width(),
            window.top(),
            window.left(),
            window.dilation().height(),
            window.dilation().width(),
            0,
            layout,
            0
        };
    }
}
