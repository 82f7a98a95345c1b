package org.convscape.app;

import javafx.application.Application;

/** The window of the program. */
final class Window {
    private Window() {}

    /** Opens the window and returns when it is closed; false where it cannot be opened. */
    static boolean open(String... files) {
        try {
            Application.launch(ConvscapeApplication.class, files);
            return true;
        } catch (UnsupportedOperationException e) {
            // What the toolkit throws where the named display cannot be reached.
            return false;
        }
    }
}
