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

    private static boolean named(String variable) {
        String value = System.getenv(variable);
        return value != null && !value.isBlank();
    }
}
