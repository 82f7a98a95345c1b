package org.convscape.app;

/** The window of the program. */
final class Window {
    private Window() {}

    /** Opens the window and returns when it is closed; false where it cannot be opened. */
    static boolean open() {
        return false;
    }
}
