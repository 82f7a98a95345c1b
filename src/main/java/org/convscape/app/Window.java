package org.convscape.app;

import java.util.concurrent.atomic.AtomicReference;
import javafx.application.Application;
import org.convscape.io.CrashReport;
import org.convscape.ui.control.ClassPath;

/** The window of the program. */
final class Window {
    /** Of this process's one window: the toolkit itself makes the application, and only once in a process. */
    private static final AtomicReference<Ahead> AHEAD = new AtomicReference<>();

    private Window() {}

    /** What has been begun before the toolkit was started; whoever takes it closes it. */
    static Ahead ahead() {
        Ahead begun = AHEAD.getAndSet(null);
        return begun == null ? new Ahead() : begun;
    }

    /** Opens the window and returns when it is closed; false where it cannot be opened. */
    static boolean open(String... files) {
        OwnFonts.useWhereThereAreNone();
        ClassPath.isMeant();
        AHEAD.set(new Ahead());
        try {
            Application.launch(ConvscapeApplication.class, files);
            return true;
        } catch (UnsupportedOperationException e) {
            // What the toolkit throws where the named display cannot be reached.
            return false;
        } catch (RuntimeException e) {
            // What it throws around a failure before the window is there, or after it is closed.
            System.err.println(CrashReport.write(e));
            return String.valueOf(e.getMessage()).contains("stop method");
        }
    }
}
