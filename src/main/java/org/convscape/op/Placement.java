package org.convscape.op;

import org.convscape.attribute.Size;

/**
 * A {@link Window} laid over a picture of known size: every number an engine needs, resolved.
 *
 * @param top padding above the picture, in pixels; likewise left, bottom and right
 */
public record Placement(
        Size kernel, Size stride, Size dilation, Size input, Size output, int top, int left, int bottom, int right) {

    /** How many rows the last window reaches below the padded picture (ceil rounding); 0 or more. */
    public int overhangBottom() {
        return Math.max(
                0,
                overhang(
                        output.height(),
                        stride.height(),
                        kernel.height(),
                        dilation.height(),
                        input.height() + top + bottom));
    }

    /** How many columns the last window reaches to the right of the padded picture (ceil rounding); 0 or more. */
    public int overhangRight() {
        return Math.max(
                0,
                overhang(
                        output.width(),
                        stride.width(),
                        kernel.width(),
                        dilation.width(),
                        input.width() + left + right));
    }

    /**
     * The rows of padding below the picture that a window touches, what it reaches beyond the padding included: 0 or
     * more. A stride may leave out all of the padding that was asked for, or a part of it.
     */
    public int touchedBottom() {
        return Math.max(
                0,
                bottom
                        + overhang(
                                output.height(),
                                stride.height(),
                                kernel.height(),
                                dilation.height(),
                                input.height() + top + bottom));
    }

    /** The columns of padding to the right of the picture that a window touches; likewise. */
    public int touchedRight() {
        return Math.max(
                0,
                right
                        + overhang(
                                output.width(),
                                stride.width(),
                                kernel.width(),
                                dilation.width(),
                                input.width() + left + right));
    }

    private static int overhang(int output, int stride, int kernel, int dilation, int padded) {
        return (output - 1) * stride + (kernel - 1) * dilation + 1 - padded;
    }

    /** True when top equals bottom and left equals right. */
    public boolean symmetric() {
        return top == bottom && left == right;
    }

    /** True when there is any padding. */
    public boolean padded() {
        return top > 0 || left > 0 || bottom > 0 || right > 0;
    }

    /** True when every window, if not dilated, meets at least one pixel of the picture and not padding alone. */
    public boolean everyWindowMeetsTheInput() {
        return top < kernel.height()
                && left < kernel.width()
                && inputRow(output.height() - 1, 0) < input.height()
                && inputColumn(output.width() - 1, 0) < input.width();
    }

    /** How many positions the output has: height × width. */
    public long positions() {
        return (long) output.height() * output.width();
    }

    /** The row of the input that output row {@code row} and kernel row {@code offset} meet; may lie outside. */
    public int inputRow(int row, int offset) {
        return row * stride.height() + offset * dilation.height() - top;
    }

    /** The column of the input that output column {@code column} and kernel column {@code offset} meet. */
    public int inputColumn(int column, int offset) {
        return column * stride.width() + offset * dilation.width() - left;
    }
}
