package org.convscape.ui.shell;

import java.nio.file.Path;
import java.util.Optional;

/** The questions that need a window of their own; a test answers them itself. */
public interface Dialogs {

    /** The answer to "save the changes?". */
    enum Unsaved {
        SAVE,
        DISCARD,
        CANCEL
    }

    /** Which document to open. */
    Optional<Path> documentToOpen();

    /** Where to save a document of that name. */
    Optional<Path> documentToSave(String name);

    /** Where to export a network to, as a file of that name. */
    Optional<Path> exportTo(String name);

    /** Which picture to open. */
    Optional<Path> pictureToOpen();

    /** What to do with the unsaved changes of a document. */
    Unsaved unsavedChanges(String title);
}
