package org.convscape.engine;

import java.util.Arrays;
import org.convscape.op.Placement;
import org.convscape.tensor.Tensor;

/** Materialises the padding of a window, so that the loops that follow need no conditions. */
final class Margins {
    private Margins() {}

    /** The picture with the window's padding, and the rows and columns that its last windows overhang, filled. */
    static Tensor around(Tensor input, Placement window, float filling) {
        return around(
                input,
                window.top(),
                window.left(),
                window.bottom() + window.overhangBottom(),
                window.right() + window.overhangRight(),
                filling);
    }

    /** The picture with so many more rows and columns on each side, filled. */
    static Tensor around(Tensor input, int top, int left, int bottom, int right, float filling) {
        int height = input.dimension(0);
        int rowLength = input.dimension(1) * input.dimension(2);
        int channels = input.dimension(2);
        int width = left + input.dimension(1) + right;
        Tensor padded = Tensor.zeros(top + height + bottom, width, channels);
        float[] values = padded.values();
        Arrays.fill(values, filling);
        for (int row = 0; row < height; row++) {
            System.arraycopy(
                    input.values(), row * rowLength, values, ((top + row) * width + left) * channels, rowLength);
        }
        return padded;
    }
}
