package org.convscape.engine.onednn;

import org.bytedeco.javacpp.Pointer;

/**
 * Channels-last maps of 32-bit floats where they lie in native memory; a vector is maps of one pixel.
 *
 * @param memory the first value; what it points to must stay while a verb runs
 */
public record Maps(Pointer memory, long pictures, long height, long width, long channels) {

    /** The same memory as so many vectors. */
    public static Maps vectors(Pointer memory, long pictures, long length) {
        return new Maps(memory, pictures, 1, 1, length);
    }

    /** In the order in which oneDNN names dimensions, whatever their order in memory. */
    long[] dimensions() {
        return new long[] {pictures, channels, height, width};
    }

    /** How many values there are. */
    long length() {
        return pictures * height * width * channels;
    }
}
