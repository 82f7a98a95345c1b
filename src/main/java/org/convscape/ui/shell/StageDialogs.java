package org.convscape.ui.shell;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javafx.scene.control.Alert;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Stage;
import org.convscape.exchange.Exporter;
import org.convscape.exchange.Exporters;
import org.convscape.exchange.Importers;
import org.convscape.io.DocumentFile;
import org.convscape.session.Settings;
import org.convscape.ui.control.Theme;
import org.convscape.viewmodel.window.Dialogs;
import org.convscape.weights.file.WeightFiles;

/** The questions as windows over the main window. */
public final class StageDialogs implements Dialogs {
    private static final List<FileChooser.ExtensionFilter> DOCUMENTS = Importers.standard().stream()
            .map(each -> new FileChooser.ExtensionFilter(
                    each.label(),
                    each.endings().stream().map(ending -> "*" + ending).toList()))
            .toList();
    private static final FileChooser.ExtensionFilter SAVED =
            new FileChooser.ExtensionFilter("Convscape documents", "*" + DocumentFile.ENDING);
    private static final List<FileChooser.ExtensionFilter> EXPORTS = Exporters.standard().stream()
            .map(each -> new FileChooser.ExtensionFilter(each.label(), "*" + each.ending()))
            .toList();
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
    private static final FileChooser.ExtensionFilter WEIGHTS = new FileChooser.ExtensionFilter(
            "Weights (PyTorch, safetensors, Keras, ONNX)",
            WeightFiles.endings().stream().map(ending -> "*" + ending).toList());
    private static final FileChooser.ExtensionFilter LABELS = new FileChooser.ExtensionFilter(
            "Names, one a line, in a table or as JSON", "*.txt", "*.csv", "*.tsv", "*.json");
    private static final FileChooser.ExtensionFilter ALL = new FileChooser.ExtensionFilter("All files", "*");

    private static final String DOCUMENT_FOLDER = "folder.documents";
    private static final String MODEL_FOLDER = "folder.models";
    private static final String WEIGHTS_FOLDER = "folder.weights";
    private static final int GAPS_SHOWN = 12;
    private static final int FEWEST_ROWS = 4;

    /** So many letters stand in a line of such a list at least. */
    private static final int LINE_LETTERS = 60;

    private static final String PICTURE_FOLDER = "folder.pictures";

    private final Stage stage;
    private final Settings settings;

    /** Asks over this window, and begins where such a file was last opened or saved. */
    public StageDialogs(Stage stage, Settings settings) {
        this.stage = stage;
        this.settings = settings;
    }

    @Override
    public Optional<Path> documentToOpen() {
        FileChooser chooser = chooser("Open a document", DOCUMENTS, DOCUMENT_FOLDER, Optional.empty());
        return remember(toOpen(chooser), DOCUMENT_FOLDER);
    }

    @Override
    public Optional<Path> documentToSave(String name, Optional<Path> folder) {
        FileChooser chooser = chooser("Save the document", List.of(SAVED), DOCUMENT_FOLDER, folder);
        chooser.setInitialFileName(name);
        return remember(toSave(chooser), DOCUMENT_FOLDER);
    }

    @Override
    public Optional<Export> exportTo(String name) {
        FileChooser chooser = chooser("Export the network", EXPORTS, MODEL_FOLDER, Optional.empty());
        chooser.setInitialFileName(name);
        Optional<Path> chosen = remember(toSave(chooser), MODEL_FOLDER);
        // Two kinds may have one ending: the place in the list tells which was chosen.
        int kind = EXPORTS.indexOf(chooser.getSelectedExtensionFilter());
        if (kind < 0) {
            return chosen.map(file -> new Export(file, Optional.empty()));
        }
        Exporter as = Exporters.standard().get(kind);
        return chosen.map(file -> new Export(ending(file, as.ending()), Optional.of(as)));
    }

    @Override
    public Optional<Path> weightsToOpen() {
        FileChooser chooser = chooser("Open weights", List.of(WEIGHTS), WEIGHTS_FOLDER, Optional.empty());
        return remember(toOpen(chooser), WEIGHTS_FOLDER);
    }

    @Override
    public Optional<Path> labelsToOpen() {
        FileChooser chooser = chooser("Class names", List.of(LABELS), WEIGHTS_FOLDER, Optional.empty());
        return remember(toOpen(chooser), WEIGHTS_FOLDER);
    }

    @Override
    public Optional<Path> weightsFolder() {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle("Where published weights are kept");
        File chosen = WindowPlacement.during(stage, () -> chooser.showDialog(stage));
        return Optional.ofNullable(chosen).map(File::toPath);
    }

    @Override
    public boolean takePart(String sentence, List<String> gaps) {
        return take(
                "Not all of it fits",
                sentence,
                "What the file lacks would be drawn at random:",
                gaps,
                "Take what fits");
    }

    @Override
    public boolean takeAnyway(String sentence, String objection) {
        return take(
                "Of another definition",
                sentence,
                "The network would compute something else than it was trained for:",
                List.of(objection),
                "Take it anyway");
    }

    private boolean take(String title, String sentence, String said, List<String> gaps, String button) {
        // Enter leaves it: what was taken by mistake gives maps that mean nothing.
        ButtonType take = new ButtonType(button, ButtonBar.ButtonData.OTHER);
        ButtonType leave = new ButtonType("Leave it", ButtonBar.ButtonData.CANCEL_CLOSE);
        Alert alert = new Alert(Alert.AlertType.CONFIRMATION, "", take, leave);
        alert.initOwner(stage);
        alert.setTitle(title);
        alert.setHeaderText(sentence);
        TextArea list = new TextArea(String.join("\n", gaps));
        list.setEditable(false);
        list.setWrapText(true);
        int lines =
                gaps.stream().mapToInt(gap -> 1 + gap.length() / LINE_LETTERS).sum();
        list.setPrefRowCount(Math.min(GAPS_SHOWN, Math.max(lines, FEWEST_ROWS)));
        list.setMinHeight(Region.USE_PREF_SIZE);
        list.setId("weight-gaps");
        Label rest = new Label(said);
        alert.getDialogPane().setContent(new VBox(rest, list));
        WindowPlacement.centre(alert, stage);
        alert.getDialogPane().setId("take-part");
        Theme.likeIn(stage.getScene(), alert.getDialogPane().getScene());
        Button leaving = (Button) alert.getDialogPane().lookupButton(leave);
        leaving.setDefaultButton(true);
        alert.showingProperty().addListener(observable -> leaving.requestFocus());
        return WindowPlacement.during(stage, alert::showAndWait).orElse(leave) == take;
    }

    @Override
    public Optional<Path> pictureToOpen() {
        FileChooser chooser = chooser("Open a picture", List.of(PICTURES), PICTURE_FOLDER, Optional.empty());
        return remember(toOpen(chooser), PICTURE_FOLDER);
    }

    /** Whoever has chosen a kind of file gets one, also where the name that was proposed ends as another. */
    static Path ending(Path file, String ending) {
        String name = file.getFileName().toString();
        if (name.toLowerCase(Locale.ROOT).endsWith(ending)) {
            return file;
        }
        String bare = Exporters.forFile(file)
                .map(other -> name.substring(0, name.length() - other.ending().length()))
                .orElse(name);
        return file.resolveSibling(bare + ending);
    }

    private File toOpen(FileChooser chooser) {
        return WindowPlacement.during(stage, () -> chooser.showOpenDialog(stage));
    }

    private File toSave(FileChooser chooser) {
        return WindowPlacement.during(stage, () -> chooser.showSaveDialog(stage));
    }

    private FileChooser chooser(
            String title, List<FileChooser.ExtensionFilter> filters, String kind, Optional<Path> proposed) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.getExtensionFilters().addAll(filters);
        chooser.getExtensionFilters().add(ALL);
        String last = settings.text(kind, "");
        File folder = proposed.map(Path::toFile).orElse(last.isEmpty() ? null : new File(last));
        if (folder != null && folder.isDirectory()) {
            chooser.setInitialDirectory(folder);
        }
        return chooser;
    }

    private Optional<Path> remember(File chosen, String kind) {
        if (chosen == null) {
            return Optional.empty();
        }
        if (chosen.getParent() != null) {
            settings.put(kind, chosen.getParent());
        }
        return Optional.of(chosen.toPath());
    }

    @Override
    public Optional<Set<Integer>> documentsToKeep(List<String> titles) {
        return new UnsavedDialog(stage, titles).ask();
    }

    @Override
    public boolean writeOver(Path file) {
        ButtonType over = new ButtonType("Write over it", ButtonBar.ButtonData.YES);
        ButtonType cancel = new ButtonType("Cancel", ButtonBar.ButtonData.CANCEL_CLOSE);
        Alert alert = new Alert(Alert.AlertType.WARNING, "What is in the file now would be lost.", over, cancel);
        alert.initOwner(stage);
        alert.setTitle("Changed by another program");
        alert.setHeaderText(file + " has become another since it was opened.");
        WindowPlacement.centre(alert, stage);
        alert.getDialogPane().setId("write-over");
        Theme.likeIn(stage.getScene(), alert.getDialogPane().getScene());
        ((Button) alert.getDialogPane().lookupButton(over)).setDefaultButton(false);
        ((Button) alert.getDialogPane().lookupButton(cancel)).setDefaultButton(true);
        return WindowPlacement.during(stage, alert::showAndWait).orElse(cancel) == over;
    }
}
