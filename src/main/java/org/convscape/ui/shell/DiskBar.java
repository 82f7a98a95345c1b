package org.convscape.ui.shell;

import java.nio.file.Path;
import javafx.beans.value.ChangeListener;
import javafx.scene.control.Button;
import org.convscape.io.FileStamp;
import org.convscape.viewmodel.desk.OpenDocument;
import org.convscape.viewmodel.desk.Studio;
import org.convscape.viewmodel.window.FileActions;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;

/** Says that the file of the document that is shown has become another, or has gone, and what can be done. */
final class DiskBar extends OfferBar {
    private final Studio studio;
    private final Button reload;
    private final Button keep;
    private final ChangeListener<FileStamp.Standing> changed = (property, before, after) -> update();

    DiskBar(Studio studio, FileActions files, Runnable focusCanvas) {
        super("disk", MaterialDesignF.FILE_ALERT_OUTLINE);
        this.studio = studio;
        reload = offer("disk-reload", "Reload", () -> {
            studio.files().reload(studio.focusedProperty().get());
            focusCanvas.run();
        });
        offer("disk-save", "Save as…", files::saveAs);
        keep = offer("disk-keep", "Keep this one", () -> {
            studio.files().keep(studio.focusedProperty().get());
            focusCanvas.run();
        });
        studio.focusedProperty().addListener((property, before, after) -> follow(before, after));
        follow(null, studio.focusedProperty().get());
    }

    private void follow(OpenDocument before, OpenDocument after) {
        if (before != null) {
            before.workspace().standingProperty().removeListener(changed);
        }
        if (after != null) {
            after.workspace().standingProperty().addListener(changed);
        }
        update();
    }

    private void update() {
        OpenDocument document = studio.focusedProperty().get();
        FileStamp.Standing standing = document == null
                ? FileStamp.Standing.SAME
                : document.workspace().standingProperty().get();
        show(standing != FileStamp.Standing.SAME);
        if (standing == FileStamp.Standing.SAME) {
            return;
        }
        Path file = document.workspace().fileProperty().get();
        boolean gone = standing == FileStamp.Standing.GONE;
        say(
                gone
                        ? file + " is no longer there. What you see is still here, and can be saved again."
                        : file + " was changed by another program."
                                + (document.workspace().changed()
                                        ? " Your own changes are not in it; reloading can be undone."
                                        : " Reloading can be undone."));
        show(!gone, reload);
        show(true, keep);
    }
}
