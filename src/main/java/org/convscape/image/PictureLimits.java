package org.convscape.image;

/**
 * What a picture file may ask of this machine before it is refused: pixels claimed in its header, bytes on disk, and
 * seconds of decoding.
 */
public record PictureLimits(long pixels, long bytes, int seconds) {

    /** Enough for a 108-megapixel telephone camera. */
    public static final PictureLimits STANDARD = new PictureLimits(120_000_000, 512L << 20, 60);
}
