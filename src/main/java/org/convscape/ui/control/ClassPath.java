package org.convscape.ui.control;

import java.util.logging.Logger;

/** The toolkit warns everybody who starts it from the class path, as this program does on purpose. */
public final class ClassPath {
    /** Held on to, because a logger that nobody holds forgets its filter. */
    private static final Logger TOOLKIT = Logger.getLogger("javafx");

    private ClassPath() {}

    /** Takes that one warning out of the log; before the toolkit is started. All other warnings stay. */
    public static void isMeant() {
        TOOLKIT.setFilter(entry -> !entry.getMessage().startsWith("Unsupported JavaFX configuration"));
    }
}
