package org.convscape.tensor;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The extent of one activation for one picture: a stack of maps (height × width × channels) or a vector.
 *
 * <p>A vector of <i>n</i> values has height and width 1 and <i>n</i> channels, but is not the same shape as a
 * 1×1×<i>n</i> stack of maps: a dense layer takes the first, a convolution the second.
 */
public record Shape(int height, int width, int channels, boolean vector) {

    private static final Pattern MAPS = Pattern.compile("(\\d{1,9})[x×,](\\d{1,9})(?:[x×,](\\d{1,9}))?");

    /** Checks the extents; every one is at least 1, and a vector has no height or width of its own. */
    public Shape {
        if (height < 1 || width < 1 || channels < 1) {
            throw new IllegalArgumentException(
                    "A shape has extents of at least 1, found " + height + "×" + width + "×" + channels);
        }
        if (vector && (height != 1 || width != 1)) {
            throw new IllegalArgumentException("A vector has height and width 1, found " + height + "×" + width);
        }
    }

    /** A stack of {@code channels} maps of {@code height} × {@code width}. */
    public static Shape maps(int height, int width, int channels) {
        return new Shape(height, width, channels, false);
    }

    /** A vector of {@code length} values. */
    public static Shape vector(int length) {
        return new Shape(1, 1, length, true);
    }

    /**
     * Reads {@code HxWxC} or {@code HxW} (then with three channels); the separator is x, × or a comma.
     *
     * @throws IllegalArgumentException with a sentence for the user when the text is not of this form
     */
    public static Shape parse(String text) {
        Matcher matcher = MAPS.matcher(text.strip().toLowerCase(java.util.Locale.ROOT));
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "A shape is written height x width x channels, such as 224x224x3; found \"" + text + "\"");
        }
        int channels = matcher.group(3) == null ? 3 : Integer.parseInt(matcher.group(3));
        return maps(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)), channels);
    }

    /**
     * How many values one picture has in this shape.
     *
     * @throws ArithmeticException when there are more than 2^63
     */
    public long elements() {
        return Math.multiplyExact(positions(), channels);
    }

    /** How many positions each map has: height × width. */
    public long positions() {
        return (long) height * width;
    }

    /** The dimensions as the engine lays them out: {@code [H, W, C]} or {@code [n]}. */
    public int[] dimensions() {
        return vector ? new int[] {channels} : new int[] {height, width, channels};
    }

    /** As papers write it: {@code 56×56×64}, or {@code 1000} for a vector. */
    @Override
    public String toString() {
        return vector ? Integer.toString(channels) : height + "×" + width + "×" + channels;
    }
}
