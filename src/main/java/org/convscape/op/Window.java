package org.convscape.op;

import org.convscape.attribute.Padding;
import org.convscape.attribute.Size;

/**
 * A window that slides over a picture: kernel, stride, padding, dilation and how a remainder is rounded. The only place
 * that knows the output-size formula.
 *
 * <p>Explicit padding: {@code floor((n + p - ((k - 1)·d + 1)) / s) + 1}. With {@link Rounding#CEIL} the quotient is
 * rounded up, less one if the last window would start at or beyond the input and its leading padding (the rule of
 * PyTorch and of ONNX). {@code SAME}: {@code ceil(n / s)}, the smaller half of the padding first (TensorFlow).
 */
public record Window(Size kernel, Size stride, Padding padding, Size dilation, Rounding rounding) {

    /** One pixel wide, at every pixel: what an element-wise operation sees. */
    public static final Window POSITION = of(Size.square(1), Size.square(1), Padding.VALID);

    /** What happens to positions that do not fill a whole stride. */
    public enum Rounding {
        /** They are dropped. */
        FLOOR,
        /** They get a window of their own, which reaches over the edge. */
        CEIL
    }

    /** A window without dilation that drops remainders. */
    public static Window of(Size kernel, Size stride, Padding padding) {
        return new Window(kernel, stride, padding, Size.square(1), Rounding.FLOOR);
    }

    /**
     * Lays the window over a picture.
     *
     * @throws InvalidShape when the kernel is larger than the padded picture
     */
    public Placement over(int height, int width) {
        int[] vertical = axis(
                "high", height, kernel.height(), stride.height(), dilation.height(), padding.top(), padding.bottom());
        int[] horizontal =
                axis("wide", width, kernel.width(), stride.width(), dilation.width(), padding.left(), padding.right());
        return new Placement(
                kernel,
                stride,
                dilation,
                new Size(height, width),
                new Size(vertical[0], horizontal[0]),
                vertical[1],
                horizontal[1],
                vertical[2],
                horizontal[2]);
    }

    /** Kernel, stride and dilation as a card shows them: {@code 3×3 / 2}, {@code 3×3, dilation 2}. */
    public String badge() {
        return kernel
                + (stride.is(1) ? "" : " / " + side(stride))
                + (dilation.is(1) ? "" : ", dilation " + side(dilation));
    }

    private static String side(Size size) {
        return size.is(size.height()) ? Integer.toString(size.height()) : size.toString();
    }

    /** Output extent, leading padding and trailing padding along one axis. */
    private int[] axis(String direction, int extent, int kernel, int stride, int dilation, int before, int after) {
        long reach = (long) (kernel - 1) * dilation + 1;
        if (padding.same()) {
            int output = Math.toIntExact((extent + stride - 1L) / stride);
            long total = Math.max((output - 1L) * stride + reach - extent, 0);
            int leading = Math.toIntExact(total / 2);
            return new int[] {output, leading, Math.toIntExact(total - leading)};
        }
        long free = (long) extent + before + after - reach;
        if (free < 0) {
            throw new InvalidShape("The " + this.kernel + " kernel reaches over " + reach + " pixels, but the input is "
                    + extent + (extent == 1 ? " pixel " : " pixels ") + direction
                    + (before + after > 0 ? " (" + (extent + before + after) + " with padding)" : "")
                    + "; a smaller kernel, more padding or a larger input would fit");
        }
        long output = (rounding == Rounding.CEIL ? (free + stride - 1) / stride : free / stride) + 1;
        if (rounding == Rounding.CEIL && (output - 1) * stride >= (long) extent + before) {
            output--;
        }
        return new int[] {Math.toIntExact(output), before, after};
    }
}
