package org.convscape.ui.shell;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.input.KeyCombination;
import org.convscape.viewmodel.OpenDocument;
import org.convscape.viewmodel.RunModel;
import org.convscape.viewmodel.Studio;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;
import org.kordamp.ikonli.materialdesign2.MaterialDesignU;

/** Everything that toolbar, menu and keyboard can do, said once. */
final class Commands {
    private static final ObservableValue<Boolean> ALWAYS = new ReadOnlyObjectWrapper<>(true);
    private static final ObservableValue<String> NOTHING_MORE = new ReadOnlyObjectWrapper<>("");

    final Command newDocument;
    final Command open;
    final Command save;
    final Command saveAs;
    final Command export;
    final Command close;
    final Command undo;
    final Command redo;
    final Command fold;
    final Command unfold;
    final Command run;
    final Command live;
    final Command cancel;
    final Command openPicture;
    final Command find;
    final Command theme;
    final Command fit;
    private final List<Command> all = new ArrayList<>();

    Commands(Studio studio, FileActions files, WindowActions window) {
        ObservableValue<OpenDocument> current = studio.currentProperty();
        ObservableValue<Boolean> some = current.map(document -> true).orElse(false);
        ObservableValue<String> undoLabel = current.flatMap(
                        document -> document.workspace().undoLabelProperty())
                .orElse("");
        ObservableValue<String> redoLabel = current.flatMap(
                        document -> document.workspace().redoLabelProperty())
                .orElse("");
        ObservableValue<Boolean> running = current.flatMap(
                        document -> document.runs().stateProperty())
                .map(state -> state == RunModel.State.RUNNING)
                .orElse(false);
        newDocument = add("new", "New", MaterialDesignF.FILE_PLUS_OUTLINE, "Shortcut+N", ALWAYS, studio::openNew);
        open = add("open", "Open…", MaterialDesignF.FOLDER_OPEN_OUTLINE, "Shortcut+O", ALWAYS, files::open);
        save = add("save", "Save", MaterialDesignC.CONTENT_SAVE_OUTLINE, "Shortcut+S", some, files::save);
        saveAs = add(
                "save-as",
                "Save as…",
                MaterialDesignC.CONTENT_SAVE_EDIT_OUTLINE,
                "Shortcut+Shift+S",
                some,
                files::saveAs);
        export = add("export", "Export as ONNX…", MaterialDesignE.EXPORT_VARIANT, "Shortcut+E", some, files::export);
        close = add("close", "Close tab", MaterialDesignC.CLOSE, "Shortcut+W", some, files::closeCurrent);
        undo = add(new Command(
                "undo",
                "Undo",
                MaterialDesignU.UNDO,
                KeyCombination.valueOf("Shortcut+Z"),
                undoLabel,
                undoLabel.map(label -> !label.isEmpty()),
                () -> current.getValue().workspace().undo()));
        redo = add(new Command(
                "redo",
                "Redo",
                MaterialDesignR.REDO,
                KeyCombination.valueOf("Shortcut+Shift+Z"),
                redoLabel,
                redoLabel.map(label -> !label.isEmpty()),
                () -> current.getValue().workspace().redo()));
        fold = add(
                "fold",
                "Fold batch normalisation",
                MaterialDesignC.CALL_MERGE,
                "Shortcut+B",
                some,
                () -> studio.fold(current.getValue(), true));
        unfold = add(
                "unfold",
                "Unfold batch normalisation",
                MaterialDesignC.CALL_SPLIT,
                "Shortcut+Shift+B",
                some,
                () -> studio.fold(current.getValue(), false));
        run = add("run", "Run", MaterialDesignP.PLAY, "F5", some, () -> current.getValue()
                .run());
        cancel = add("cancel", "Cancel the run", MaterialDesignS.STOP, "Shift+F5", running, () -> current.getValue()
                .runs()
                .cancel());
        live = add(
                "live",
                "Run after every change",
                MaterialDesignL.LIGHTNING_BOLT_OUTLINE,
                "Shortcut+L",
                ALWAYS,
                () -> studio.liveProperty().set(!studio.liveProperty().get()));
        openPicture =
                add("picture", "Open a picture…", MaterialDesignI.IMAGE_PLUS, "Shortcut+I", ALWAYS, files::openPicture);
        find = add("find", "Insert or find…", MaterialDesignM.MAGNIFY, "Shortcut+K", ALWAYS, window::find);
        fit = add(
                "fit", "Show the whole network", MaterialDesignF.FIT_TO_PAGE_OUTLINE, "Shortcut+0", some, window::fit);
        theme = add(
                "theme",
                "Light or dark",
                MaterialDesignT.THEME_LIGHT_DARK,
                "Shortcut+Shift+L",
                ALWAYS,
                window::switchTheme);
    }

    private Command add(
            String id, String label, Ikon icon, String keys, ObservableValue<Boolean> enabled, Runnable action) {
        return add(new Command(id, label, icon, KeyCombination.valueOf(keys), NOTHING_MORE, enabled, action));
    }

    private Command add(Command command) {
        all.add(command);
        return command;
    }

    /** All of them, in the order of a menu. */
    List<Command> all() {
        return List.copyOf(all);
    }
}
