package org.convscape.attribute;

/**
 * What surrounds a picture before a window slides over it: either explicit margins in pixels, or {@link #SAME}, which
 * makes the output {@code ceil(input / stride)} and puts the smaller half first (TensorFlow and Keras {@code same}).
 */
public record Padding(boolean same, int top, int left, int bottom, int right) {

    /** Output = ceil(input / stride); the extra pixel goes to the bottom and the right. */
    public static final Padding SAME = new Padding(true, 0, 0, 0, 0);

    /** No padding: only windows that lie wholly inside. */
    public static final Padding VALID = new Padding(false, 0, 0, 0, 0);

    /** The same explicit margin on every side. */
    public static Padding of(int margin) {
        return new Padding(false, margin, margin, margin, margin);
    }

    /** Explicit margins above and below, and to the left and right. */
    public static Padding of(int vertical, int horizontal) {
        return new Padding(false, vertical, horizontal, vertical, horizontal);
    }

    /** Four explicit margins. */
    public static Padding of(int top, int left, int bottom, int right) {
        return new Padding(false, top, left, bottom, right);
    }

    /** {@code same}, {@code valid}, {@code 1}, {@code 0,3} (vertical, horizontal) or {@code 0,0,1,1} (t, l, b, r). */
    @Override
    public String toString() {
        if (same) {
            return "same";
        }
        if (equals(VALID)) {
            return "valid";
        }
        if (top != bottom || left != right) {
            return top + "," + left + "," + bottom + "," + right;
        }
        return top == left ? Integer.toString(top) : top + "," + left;
    }
}
