package org.convscape.image;

import java.util.ArrayList;
import java.util.List;

/**
 * A picture as a person sees it: decoded, upright, opaque, sRGB with 8 bits per channel. The notes say what was done to
 * the file to come here, such as "rotated by EXIF orientation 6"; nothing is done in silence. Immutable.
 */
public final class Picture {
    private final String name;
    private final int width;
    private final int height;
    private final int[] pixels;
    private final List<String> notes;

    private Picture(String name, int width, int height, int[] pixels, List<String> notes) {
        this.name = name;
        this.width = width;
        this.height = height;
        this.pixels = pixels;
        this.notes = List.copyOf(notes);
    }

    /**
     * Wraps pixels packed as {@code 0xRRGGBB}, row by row from the top; the highest byte is ignored. The array is
     * handed over, not copied: whoever makes a picture must not write to the array afterwards.
     *
     * @throws IllegalArgumentException when there are not {@code width} × {@code height} pixels
     */
    public static Picture of(String name, int width, int height, int[] pixels, List<String> notes) {
        if (width < 1 || height < 1 || (long) width * height != pixels.length) {
            throw new IllegalArgumentException("A picture of " + width + "×" + height + " needs a pixel for every"
                    + " position and at least one, found " + pixels.length);
        }
        return new Picture(name, width, height, pixels, notes);
    }

    /** The name of its file without the folder, or of the sample. */
    public String name() {
        return name;
    }

    /** How many columns there are. */
    public int width() {
        return width;
    }

    /** How many rows there are. */
    public int height() {
        return height;
    }

    /** What was done to the file to come to these pixels, in the order it was done. */
    public List<String> notes() {
        return notes;
    }

    /** One pixel as {@code 0xRRGGBB}. */
    public int rgb(int row, int column) {
        return pixels[row * width + column] & 0xFFFFFF;
    }

    /** All pixels as opaque {@code 0xFFRRGGBB}, row by row: a copy. */
    public int[] argb() {
        int[] copy = new int[pixels.length];
        for (int i = 0; i < copy.length; i++) {
            copy[i] = pixels[i] | 0xFF000000;
        }
        return copy;
    }

    /** The same picture with one more note. */
    public Picture noting(String note) {
        List<String> more = new ArrayList<>(notes);
        more.add(note);
        return new Picture(name, width, height, pixels, more);
    }

    /** As people write it: {@code harbour.png, 768×512}; width before height. */
    @Override
    public String toString() {
        return name + ", " + width + "×" + height;
    }
}
