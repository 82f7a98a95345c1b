package org.convscape.ui.shell;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.stage.FileChooser;
import javafx.stage.Stage;
import org.convscape.io.DocumentFile;
import org.convscape.io.onnx.OnnxFile;
import org.convscape.ui.control.Theme;

/** The questions as windows over the main window. */
public final class StageDialogs implements Dialogs {
    private static final FileChooser.ExtensionFilter DOCUMENTS =
            new FileChooser.ExtensionFilter("Convscape documents", "*" + DocumentFile.ENDING);
    private static final FileChooser.ExtensionFilter MODELS =
            new FileChooser.ExtensionFilter("ONNX models", "*" + OnnxFile.ENDING);
    private static final FileChooser.ExtensionFilter PICTURES = new FileChooser.ExtensionFilter(
            "Pictures",
            "*.png",
            "*.PNG",
            "*.jpg",
            "*.JPG",
            "*.jpeg",
            "*.JPEG",
            "*.gif",
            "*.GIF",
            "*.bmp",
            "*.BMP",
            "*.tif",
            "*.TIF",
            "*.tiff",
            "*.webp",
            "*.WEBP",
            "*.tga");
    private static final FileChooser.ExtensionFilter ALL = new FileChooser.ExtensionFilter("All files", "*");

    private final Stage stage;
    private File folder;

    /** Asks over this window. */
    public StageDialogs(Stage stage) {
        this.stage = stage;
    }

    @Override
    public Optional<Path> documentToOpen() {
        return remember(toOpen(chooser("Open a document", DOCUMENTS)));
    }

    @Override
    public Optional<Path> documentToSave(String name) {
        return toSave("Save the document", DOCUMENTS, name);
    }

    @Override
    public Optional<Path> exportTo(String name) {
        return toSave("Export the network with its weights", MODELS, name);
    }

    private Optional<Path> toSave(String title, FileChooser.ExtensionFilter filter, String name) {
        FileChooser chooser = chooser(title, filter);
        chooser.setInitialFileName(name);
        return remember(WindowPlacement.during(stage, () -> chooser.showSaveDialog(stage)));
    }

    @Override
    public Optional<Path> pictureToOpen() {
        return remember(toOpen(chooser("Open a picture", PICTURES)));
    }

    private File toOpen(FileChooser chooser) {
        return WindowPlacement.during(stage, () -> chooser.showOpenDialog(stage));
    }

    private FileChooser chooser(String title, FileChooser.ExtensionFilter filter) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.getExtensionFilters().addAll(filter, ALL);
        if (folder != null && folder.isDirectory()) {
            chooser.setInitialDirectory(folder);
        }
        return chooser;
    }

    private Optional<Path> remember(File chosen) {
        if (chosen == null) {
            return Optional.empty();
        }
        folder = chosen.getParentFile();
        return Optional.of(chosen.toPath());
    }

    @Override
    public Unsaved unsavedChanges(String title) {
        ButtonType save = new ButtonType("Save", ButtonBar.ButtonData.YES);
        ButtonType discard = new ButtonType("Discard the changes", ButtonBar.ButtonData.NO);
        ButtonType cancel = new ButtonType("Cancel", ButtonBar.ButtonData.CANCEL_CLOSE);
        Alert alert = new Alert(Alert.AlertType.CONFIRMATION, "They would be lost otherwise.", save, discard, cancel);
        alert.initOwner(stage);
        alert.setTitle("Unsaved changes");
        alert.setHeaderText("Save the changes to " + title + "?");
        Theme.likeIn(stage.getScene(), alert.getDialogPane().getScene());
        ButtonType answer = WindowPlacement.during(stage, alert::showAndWait).orElse(cancel);
        return answer == save ? Unsaved.SAVE : answer == discard ? Unsaved.DISCARD : Unsaved.CANCEL;
    }
}
