package org.convscape.maps;

/** A rectangle of pixels in a larger picture, from its upper left corner. */
public record PixelBox(int left, int top, int width, int height) {

    /** Whether a pixel lies inside. */
    public boolean contains(int column, int row) {
        return column >= left && row >= top && column < left + width && row < top + height;
    }
}
