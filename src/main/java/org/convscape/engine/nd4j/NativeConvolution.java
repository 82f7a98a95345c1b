package org.convscape.engine.nd4j;

import org.convscape.op.Placement;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * Convolutions, each in the form that oneDNN computes fast: 1×1 kernels as matrix products, groups and the kernels of a
 * depthwise multiplier one after the other, a dilated convolution as ordinary ones on the phases of the picture, all
 * without copying a map.
 */
final class NativeConvolution {

    private static final String FULL = "conv2d";
    private static final String DEPTHWISE = "depthwise_conv2d";
    private static final long CHANNELS_FIRST = 0;
    private static final long CHANNELS_LAST = 1;

    private final NativeCalls calls;
    private final NativeProduct product;

    NativeConvolution(NativeCalls calls, NativeProduct product) {
        this.calls = calls;
        this.product = product;
    }

    /** {@code [N,H,W,C] → [N,H',W',K]} with a kernel {@code [kH, kW, C/groups, K]}. */
    void convolve(INDArray input, INDArray kernel, INDArray bias, Placement window, int groups, INDArray output) {
        if (groups == 1 && product.suits(kernel, window)) {
            product.convolve(input, kernel, bias, window, output);
        } else if (groups == 1) {
            whole(FULL, input, kernel, bias, window, output);
        } else if (kernel.size(2) == 1) {
            long[] perChannel = {kernel.size(0), kernel.size(1), groups, kernel.size(3) / groups};
            depthwise(input, kernel.reshape(perChannel), bias, window, output);
        } else {
            INDArray from = NativeView.channelsFirst(input);
            INDArray to = NativeView.channelsFirst(output);
            long inputs = kernel.size(2);
            long outputs = kernel.size(3) / groups;
            for (int group = 0; group < groups; group++) {
                part(
                        FULL,
                        NativeView.channels(from, group * inputs, 1, inputs),
                        NativeView.kernels(kernel, group * outputs, 1, outputs),
                        part(bias, group * outputs, outputs),
                        window,
                        NativeView.channels(to, group * outputs, 1, outputs));
            }
        }
    }

    /** {@code [N,H,W,C] → [N,H',W',C·m]} with a kernel {@code [kH, kW, C, m]}. */
    void depthwise(INDArray input, INDArray kernel, INDArray bias, Placement window, INDArray output) {
        long multiplier = kernel.size(3);
        if (!calls.oneDnn() && kernel.size(0) * kernel.size(1) * window.positions() == 1) {
            multiply(input, kernel, bias, window, output);
        } else if (multiplier == 1 || !calls.oneDnn()) {
            whole(DEPTHWISE, input, kernel, bias, window, output);
        } else {
            kernelByKernel(input, kernel, bias, window, output);
        }
    }

    private void kernelByKernel(INDArray input, INDArray kernel, INDArray bias, Placement window, INDArray output) {
        long channels = kernel.size(2);
        long multiplier = kernel.size(3);
        INDArray from = NativeView.channelsFirst(input);
        INDArray to = NativeView.channelsFirst(output);
        // oneDNN reads a bias without its stride: those that belong to one kernel are laid side by side.
        INDArray ordered = bias == null
                ? null
                : bias.reshape(channels, multiplier).transpose().dup('c').reshape(multiplier * channels);
        for (long index = 0; index < multiplier; index++) {
            part(
                    DEPTHWISE,
                    from,
                    NativeView.kernels(kernel, index, multiplier, 1),
                    part(ordered, index * channels, channels),
                    window,
                    NativeView.channels(to, index, multiplier, channels));
        }
    }

    /** One kernel tap at one position: a product, which ND4J's own depthwise convolution fails to compute. */
    private static void multiply(INDArray input, INDArray kernel, INDArray bias, Placement window, INDArray output) {
        int row = window.inputRow(0, 0);
        int column = window.inputColumn(0, 0);
        output.assign(0);
        if (row >= 0 && column >= 0 && row < input.size(1) && column < input.size(2)) {
            long channels = kernel.size(2);
            INDArray values = input.get(
                            NDArrayIndex.point(0),
                            NDArrayIndex.point(row),
                            NDArrayIndex.point(column),
                            NDArrayIndex.all())
                    .dup('c')
                    .reshape(channels, 1);
            INDArray products = kernel.reshape(channels, kernel.size(3)).mulColumnVector(values);
            output.assign(products.reshape(output.shape()));
        }
        if (bias != null) {
            output.addi(bias.reshape(output.shape()));
        }
    }

    /** All channels at once, from and to channels-last arrays. */
    private void whole(
            String operation, INDArray input, INDArray kernel, INDArray bias, Placement window, INDArray output) {
        if (dilated(window) && calls.oneDnn()) {
            phases(operation, NativeView.channelsFirst(input), kernel, bias, window, NativeView.channelsFirst(output));
        } else {
            calls.run(operation, output, arguments(window, CHANNELS_LAST), input, kernel, bias);
        }
    }

    /** From and to channels-first parts. */
    private void part(
            String operation, INDArray input, INDArray kernel, INDArray bias, Placement window, INDArray output) {
        if (dilated(window) && calls.oneDnn()) {
            phases(operation, input, kernel, bias, window, output);
        } else {
            calls.run(operation, output, arguments(window, CHANNELS_FIRST), input, kernel, bias);
        }
    }

    /**
     * A dilated convolution, which ND4J cannot pass on to oneDNN. With dilation d and stride s, every (d / gcd(d,
     * s))-th output row meets only every d-th input row, at a stride of s / gcd(d, s) among those: an ordinary
     * convolution.
     */
    private void phases(
            String operation, INDArray input, INDArray kernel, INDArray bias, Placement window, INDArray output) {
        Phases rows = new Phases(window.dilation().height(), window.stride().height(), window.top());
        Phases columns = new Phases(window.dilation().width(), window.stride().width(), window.left());
        if (!rows.allMeet(input.size(2), output.size(2)) || !columns.allMeet(input.size(3), output.size(3))) {
            calls.runWithoutOneDnn(operation, output, arguments(window, CHANNELS_FIRST), input, kernel, bias);
            return;
        }
        for (int row = 0; row < rows.count(output.size(2)); row++) {
            for (int column = 0; column < columns.count(output.size(3)); column++) {
                calls.run(
                        operation,
                        NativeView.positions(output, row, rows.outputStep(), column, columns.outputStep()),
                        new long[] {
                            window.kernel().height(),
                            window.kernel().width(),
                            rows.stride(),
                            columns.stride(),
                            rows.padding(row),
                            columns.padding(column),
                            1,
                            1,
                            0,
                            CHANNELS_FIRST,
                            0
                        },
                        NativeView.positions(
                                input, rows.start(row), rows.inputStep(), columns.start(column), columns.inputStep()),
                        kernel,
                        bias);
            }
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
