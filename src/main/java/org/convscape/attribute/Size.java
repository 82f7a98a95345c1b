package org.convscape.attribute;

/** An extent over a picture: height × width, of a kernel, a stride or a dilation. */
public record Size(int height, int width) {

    /** The same extent both ways. */
    public static Size square(int side) {
        return new Size(side, side);
    }

    /** True when height and width are both {@code value}. */
    public boolean is(int value) {
        return height == value && width == value;
    }

    /** Height times width. */
    public int area() {
        return Math.multiplyExact(height, width);
    }

    /** {@code 3×3}. */
    @Override
    public String toString() {
        return height + "×" + width;
    }
}
