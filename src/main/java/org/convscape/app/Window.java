package org.convscape.app;

import javafx.application.Application;
import org.convscape.inventory.Libraries;
import org.convscape.io.CrashReport;
import org.convscape.task.JobRunner;
import org.convscape.ui.control.ClassPath;
import org.convscape.viewmodel.palette.PaletteModel;

/** The window of the program. */
final class Window {
    private Window() {}

    /** Opens the window and returns when it is closed; false where it cannot be opened. */
    static boolean open(String... files) {
        OwnFonts.useWhereThereAreNone();
        JobRunner ahead = JobRunner.threads("ahead", 1);
        // While the toolkit starts on one core, the other reads the classes that the palette will need.
        ahead.start((progress, cancellation) -> PaletteModel.sectionsOf(Libraries.standard()));
        ClassPath.isMeant();
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
        } finally {
            ahead.close();
        }
    }
}
