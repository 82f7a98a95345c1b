package org.convscape.ui.shell;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.convscape.io.DocumentFile;
import org.convscape.io.onnx.OnnxFile;
import org.convscape.viewmodel.OpenDocument;
import org.convscape.viewmodel.Studio;

/** Opening, saving, exporting and closing, with the questions that belong to them. */
final class FileActions {
    private final Studio studio;
    private final Dialogs dialogs;

    FileActions(Studio studio, Dialogs dialogs) {
        this.studio = studio;
        this.dialogs = dialogs;
    }

    void open() {
        dialogs.documentToOpen().ifPresent(studio::open);
    }

    void openPicture() {
        dialogs.pictureToOpen().ifPresent(studio.pictures()::open);
    }

    /** Opens what was dropped on the window or named on the command line: a document, else a picture. */
    void openAny(Path file) {
        if (file.toString().toLowerCase(Locale.ROOT).endsWith(DocumentFile.ENDING)) {
            studio.open(file);
        } else {
            studio.pictures().open(file);
        }
    }

    void save() {
        save(studio.currentProperty().get(), saved -> {});
    }

    void saveAs() {
        saveElsewhere(studio.currentProperty().get(), saved -> {});
    }

    private void save(OpenDocument document, Consumer<Boolean> done) {
        Path file = document.workspace().fileProperty().get();
        if (file == null) {
            saveElsewhere(document, done);
        } else {
            studio.save(document, file, done);
        }
    }

    private void saveElsewhere(OpenDocument document, Consumer<Boolean> done) {
        Optional<Path> chosen = dialogs.documentToSave(document.title() + DocumentFile.ENDING);
        if (chosen.isEmpty()) {
            done.accept(false);
            return;
        }
        studio.save(document, ending(chosen.get(), DocumentFile.ENDING), done);
    }

    /** Nobody has to type what such files end with. */
    private static Path ending(Path file, String ending) {
        String name = file.getFileName().toString();
        return name.contains(".") ? file : file.resolveSibling(name + ending);
    }

    void export() {
        OpenDocument document = studio.currentProperty().get();
        dialogs.exportTo(document.title() + OnnxFile.ENDING)
                .ifPresent(file -> studio.export(document, ending(file, OnnxFile.ENDING)));
    }

    void closeCurrent() {
        close(studio.currentProperty().get(), closed -> {});
    }

    /** Closes a document, after asking where something would be lost. */
    void close(OpenDocument document, Consumer<Boolean> done) {
        if (!document.workspace().changed()) {
            studio.close(document);
            done.accept(true);
            return;
        }
        studio.currentProperty().set(document);
        switch (dialogs.unsavedChanges(document.title())) {
            case CANCEL -> done.accept(false);
            case DISCARD -> {
                studio.close(document);
                done.accept(true);
            }
            case SAVE ->
                save(document, saved -> {
                    if (saved) {
                        studio.close(document);
                    }
                    done.accept(saved);
                });
        }
    }

    /** Closes everything, one after the other, as long as nobody says stop; then does {@code then}. */
    void closeAll(Runnable then) {
        Optional<OpenDocument> changed = studio.documents().stream()
                .filter(document -> document.workspace().changed())
                .findFirst();
        if (changed.isEmpty()) {
            then.run();
        } else {
            close(changed.get(), closed -> {
                if (closed) {
                    closeAll(then);
                }
            });
        }
    }
}
