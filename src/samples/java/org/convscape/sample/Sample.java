package org.convscape.sample;

/** One of the pictures that come with the program: its file name, its size, and how its pixels are made. */
record Sample(String name, int width, int height, Pixels pixels) {

    /** Makes a part of a picture, {@code 0xRRGGBB}, row by row. */
    @FunctionalInterface
    interface Pixels {
        int[] render(int left, int top, int width, int height);
    }

    /** All pixels, opaque ARGB. */
    int[] renderAll() {
        int[] all = pixels.render(0, 0, width, height);
        for (int i = 0; i < all.length; i++) {
            all[i] |= 0xFF000000;
        }
        return all;
    }
}
