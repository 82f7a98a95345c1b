package org.convscape.engine.nd4j;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Parts of an array that share its memory.
 *
 * <p>ND4J hands the strides of a channels-last part to oneDNN in the wrong order, which then reads and writes elsewhere
 * in memory. Described channels-first, the same part is understood and costs nothing: a convolution can read from and
 * write to some channels of a channels-last array without a copy.
 */
final class NativeView {
    private NativeView() {}

    /** A channels-last array {@code [N, H, W, C]} described as {@code [N, C, H, W]}. */
    static INDArray channelsFirst(INDArray maps) {
        long[] strides = maps.stride();
        return view(maps, 0, new long[] {maps.size(0), maps.size(3), maps.size(1), maps.size(2)}, new long[] {
            strides[0], strides[3], strides[1], strides[2]
        });
    }

    /** Of a channels-first array, {@code count} channels from {@code start} on. */
    static INDArray channels(INDArray first, long start, long count) {
        long[] strides = first.stride();
        return view(
                first, start * strides[1], new long[] {first.size(0), count, first.size(2), first.size(3)}, new long[] {
                    strides[0], strides[1], strides[2], strides[3]
                });
    }

    /** Of a kernel, {@code count} slices of the last dimension from {@code start} on. */
    static INDArray kernels(INDArray kernel, long start, long count) {
        long[] strides = kernel.stride();
        return view(
                kernel,
                start * strides[3],
                new long[] {kernel.size(0), kernel.size(1), kernel.size(2), count},
                new long[] {strides[0], strides[1], strides[2], strides[3]});
    }

    private static INDArray view(INDArray array, long offset, long[] shape, long[] strides) {
        return Nd4j.create(array.data(), shape, strides, array.offset() + offset, 'c');
    }
}
