package org.convscape.ui.control;

import java.util.concurrent.Executor;
import javafx.application.Platform;

/** The one door through which results of other threads reach the screen. */
public final class ScreenThread {
    private ScreenThread() {}

    /** Runs work on the screen's thread: at once when already there, else with its next events. */
    public static Executor executor() {
        return work -> {
            if (Platform.isFxApplicationThread()) {
                work.run();
            } else {
                Platform.runLater(work);
            }
        };
    }
}
