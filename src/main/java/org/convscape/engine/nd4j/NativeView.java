package org.convscape.engine.nd4j;

import org.convscape.op.Placement;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Parts of an array that share its memory.
 *
 * <p>ND4J hands the strides of a channels-last part to oneDNN in the wrong order, which then reads and writes elsewhere
 * in memory. Described channels-first, the same part is understood and costs nothing: a convolution can read from and
 * write to every n-th channel, row or column of a channels-last array without a copy.
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

    /** Of a channels-first array, channels {@code start, start + step, …}, {@code count} of them. */
    static INDArray channels(INDArray first, long start, long step, long count) {
        long[] strides = first.stride();
        return view(
                first, start * strides[1], new long[] {first.size(0), count, first.size(2), first.size(3)}, new long[] {
                    strides[0], strides[1] * step, strides[2], strides[3]
                });
    }

    /** Of a channels-first array, every so many rows and columns from one position on. */
    static INDArray positions(INDArray first, int row, int rowStep, int column, int columnStep) {
        long[] strides = first.stride();
        return view(
                first,
                row * strides[2] + column * strides[3],
                new long[] {
                    first.size(0),
                    first.size(1),
                    (first.size(2) - row + rowStep - 1) / rowStep,
                    (first.size(3) - column + columnStep - 1) / columnStep
                },
                new long[] {strides[0], strides[1], strides[2] * rowStep, strides[3] * columnStep});
    }

    /** Of a channels-last array that is already padded, what each window sees: {@code [N, H', W', kH, kW·C]}. */
    static INDArray windows(INDArray maps, Placement window) {
        long[] strides = maps.stride();
        long[] shape = {
            maps.size(0),
            window.output().height(),
            window.output().width(),
            window.kernel().height(),
            window.kernel().width() * maps.size(3)
        };
        return view(maps, 0, shape, new long[] {
            strides[0],
            strides[1] * window.stride().height(),
            strides[2] * window.stride().width(),
            strides[1],
            strides[3]
        });
    }

    /** Of a kernel, {@code count} slices of the last dimension: {@code start, start + step, …}. */
    static INDArray kernels(INDArray kernel, long start, long step, long count) {
        long[] strides = kernel.stride();
        return view(
                kernel,
                start * strides[3],
                new long[] {kernel.size(0), kernel.size(1), kernel.size(2), count},
                new long[] {strides[0], strides[1], strides[2], strides[3] * step});
    }

    private static INDArray view(INDArray array, long offset, long[] shape, long[] strides) {
        return Nd4j.create(array.data(), shape, strides, array.offset() + offset, 'c');
    }
}
