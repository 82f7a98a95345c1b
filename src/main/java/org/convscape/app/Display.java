package org.convscape.app;

import java.util.Locale;

/** Whether there is a screen to open a window on, without loading anything that would need one. */
final class Display {
    private Display() {}

    /** On Windows and macOS always; elsewhere where the environment names one, or JavaFX is told to draw without. */
    static boolean isThere() {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        return system.contains("windows")
                || system.contains("mac")
                || named("DISPLAY")
                || named("WAYLAND_DISPLAY")
                || System.getProperty("glass.platform") != null;
    }

    /** The display that the environment names, as the end of a sentence; empty where it names none. */
    static String where() {
        return named("DISPLAY") ? " on the display " + System.getenv("DISPLAY") : "";
    }

    private static boolean named(String variable) {
        String value = System.getenv(variable);
        return value != null && !value.isBlank();
    }
}
