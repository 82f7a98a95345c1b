package org.convscape.io.onnx;

import java.util.List;
import org.convscape.tensor.Tensor;

/** Kernels from our layout to that of ONNX. */
final class KernelLayout {
    private KernelLayout() {}

    /** {@code [kH, kW, in, out] → [out, in, kH, kW]}. */
    static Numbers convolution(Numbers kernel) {
        List<Integer> dimensions =
                List.of(kernel.dimension(3), kernel.dimension(2), kernel.dimension(0), kernel.dimension(1));
        return new Numbers(dimensions, () -> outputsFirst(kernel.values().get()));
    }

    private static Tensor outputsFirst(Tensor kernel) {
        int area = kernel.dimension(0) * kernel.dimension(1);
        int in = kernel.dimension(2);
        int out = kernel.dimension(3);
        float[] from = kernel.values();
        float[] to = new float[from.length];
        for (int position = 0; position < area; position++) {
            for (int i = 0; i < in; i++) {
                for (int o = 0; o < out; o++) {
                    to[(o * in + i) * area + position] = from[(position * in + i) * out + o];
                }
            }
        }
        return Tensor.of(new int[] {out, in, kernel.dimension(0), kernel.dimension(1)}, to);
    }

    /** {@code [kH, kW, channels, multiplier] → [channels·multiplier, 1, kH, kW]}. */
    static Numbers depthwise(Numbers kernel) {
        // Channel c, copy m is output c·multiplier + m: the two last dimensions read as one.
        int outputs = Math.multiplyExact(kernel.dimension(2), kernel.dimension(3));
        int height = kernel.dimension(0);
        int width = kernel.dimension(1);
        return convolution(new Numbers(
                List.of(height, width, 1, outputs), () -> kernel.values().get().reshaped(height, width, 1, outputs)));
    }
}
