package org.convscape.testing;

/** The sizes of window that everything has to hold on, in pixels. */
public enum ScreenSize {
    /** The size the window opens with where the screen has room for it. */
    DESKTOP(1600, 1000),
    /** The commonest laptop. */
    LAPTOP(1366, 768),
    /** The projector of a lecture hall. */
    PROJECTOR(1280, 720);

    private final int width;
    private final int height;

    ScreenSize(int width, int height) {
        this.width = width;
        this.height = height;
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    /** As it stands in the names of tests and screenshots. */
    @Override
    public String toString() {
        return width + "x" + height;
    }
}
