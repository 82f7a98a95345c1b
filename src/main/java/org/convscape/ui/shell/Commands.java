package org.convscape.ui.shell;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.input.KeyCombination;
import org.convscape.ui.canvas.CanvasCommand;
import org.convscape.viewmodel.desk.OpenDocument;
import org.convscape.viewmodel.desk.Studio;
import org.convscape.viewmodel.workspace.RunModel;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;
import org.kordamp.ikonli.materialdesign2.MaterialDesignK;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;
import org.kordamp.ikonli.materialdesign2.MaterialDesignU;

/** Everything that toolbar, menus, keyboard and the sheet of keys know, said once. */
final class Commands {
    final Command newDocument;
    final Command open;
    final Command save;
    final Command undo;
    final Command redo;
    final Command run;
    final Command live;
    final Command cancel;
    final Command openPicture;
    final Command find;
    final Command theme;
    final Command fit;
    final Command arrange;
    final Command foldPalette;
    final Command foldDrawer;
    final Command foldInspector;
    private final Studio studio;
    private final WindowActions window;
    private final ObservableValue<OpenDocument> current;
    private final ObservableValue<Boolean> some;
    private final Map<String, List<List<Command>>> menus = new LinkedHashMap<>();

    Commands(Studio studio, FileActions files, WindowActions window) {
        this.studio = studio;
        this.window = window;
        current = studio.focusedProperty();
        some = current.map(document -> true).orElse(false);
        newDocument = Command.of("new", "New", MaterialDesignF.FILE_PLUS_OUTLINE, "Shortcut+N", studio::openNew);
        open = Command.of("open", "Open…", MaterialDesignF.FOLDER_OPEN_OUTLINE, "Shortcut+O", thenCanvas(files::open));
        save = Command.of("save", "Save", MaterialDesignC.CONTENT_SAVE_OUTLINE, "Shortcut+S", thenCanvas(files::save))
                .when(some);
        openPicture = Command.of(
                "picture", "Open a picture…", MaterialDesignI.IMAGE_PLUS, "Shortcut+I", thenCanvas(files::openPicture));
        ObservableValue<String> undoLabel = current.flatMap(
                        document -> document.workspace().undoLabelProperty())
                .orElse("");
        ObservableValue<String> redoLabel = current.flatMap(
                        document -> document.workspace().redoLabelProperty())
                .orElse("");
        undo = Command.of("undo", "Undo", MaterialDesignU.UNDO, "Shortcut+Z", () -> current.getValue()
                        .workspace()
                        .undo())
                .saying(undoLabel)
                .when(undoLabel.map(label -> !label.isEmpty()));
        redo = Command.of("redo", "Redo", MaterialDesignR.REDO, "Shortcut+Shift+Z", () -> current.getValue()
                        .workspace()
                        .redo())
                .saying(redoLabel)
                .when(redoLabel.map(label -> !label.isEmpty()));
        ObservableValue<Boolean> running = current.flatMap(
                        document -> document.runs().stateProperty())
                .map(state -> state == RunModel.State.RUNNING)
                .orElse(false);
        run = Command.of("run", "Run", MaterialDesignP.PLAY, "F5", () -> current.getValue()
                        .run())
                .when(some);
        cancel = Command.of("cancel", "Cancel the run", MaterialDesignS.STOP, "Shift+F5", () -> current.getValue()
                        .runs()
                        .cancel())
                .when(running);
        live = Command.of(
                        "live",
                        "Run after every change",
                        MaterialDesignL.LIGHTNING_BOLT_OUTLINE,
                        "Shortcut+L",
                        () -> toggle(studio.liveProperty()))
                .checkedBy(studio.liveProperty());
        find = Command.of("find", "Insert or find…", MaterialDesignM.MAGNIFY, "Shortcut+K", window::find);
        theme = Command.of(
                "theme", "Light or dark", MaterialDesignT.THEME_LIGHT_DARK, "Shortcut+Shift+L", window::switchTheme);
        fit = canvas(CanvasCommand.FIT, MaterialDesignF.FIT_TO_PAGE_OUTLINE);
        arrange = canvas(CanvasCommand.ARRANGE, MaterialDesignS.SITEMAP_OUTLINE);
        foldPalette = panel("palette", "Palette", MaterialDesignD.DOCK_LEFT, "F7", window.paletteFolded());
        foldDrawer = panel("drawer", "Drawer", MaterialDesignD.DOCK_BOTTOM, "F8", window.drawerFolded());
        foldInspector = panel("inspector", "Inspector", MaterialDesignD.DOCK_RIGHT, "F9", window.inspectorFolded());
        fill(files);
    }

    private void fill(FileActions files) {
        Command saveAs = Command.of(
                        "save-as",
                        "Save as…",
                        MaterialDesignC.CONTENT_SAVE_EDIT_OUTLINE,
                        "Shortcut+Shift+S",
                        thenCanvas(files::saveAs))
                .when(some);
        Command export = Command.of(
                        "export",
                        "Export as ONNX…",
                        MaterialDesignE.EXPORT_VARIANT,
                        "Shortcut+E",
                        thenCanvas(files::export))
                .when(some);
        Command close = Command.of(
                        "close", "Close tab", MaterialDesignC.CLOSE, "Shortcut+W", thenCanvas(files::closeCurrent))
                .when(some);
        menus.put(
                "File",
                List.of(List.of(newDocument, open, openPicture), List.of(save, saveAs, export), List.of(close)));
        Command fold = Command.of(
                        "fold",
                        "Fold batch normalisation",
                        MaterialDesignC.CALL_MERGE,
                        "Shortcut+B",
                        () -> studio.fold(current.getValue(), true))
                .when(some);
        Command unfold = Command.of(
                        "unfold",
                        "Unfold batch normalisation",
                        MaterialDesignC.CALL_SPLIT,
                        "Shortcut+Shift+B",
                        () -> studio.fold(current.getValue(), false))
                .when(some);
        menus.put(
                "Edit",
                List.of(
                        List.of(undo, redo),
                        List.of(
                                canvas(CanvasCommand.DELETE, null),
                                canvas(CanvasCommand.DUPLICATE, null),
                                canvas(CanvasCommand.RENAME, null),
                                canvas(CanvasCommand.SELECT_ALL, null)),
                        List.of(
                                find,
                                canvas(CanvasCommand.CONNECT, null),
                                canvas(CanvasCommand.DISCONNECT, null),
                                canvas(CanvasCommand.TOGGLE, null)),
                        List.of(arrange, canvas(CanvasCommand.APART, null)),
                        List.of(fold, unfold)));
        List<Command> pages = new ArrayList<>();
        for (int i = 0; i < window.pages().size(); i++) {
            int page = i;
            pages.add(Command.of(
                    "page-" + (i + 1), window.pages().get(i), null, "Shortcut+" + (i + 1), () -> window.page(page)));
        }
        menus.put(
                "View",
                List.of(
                        List.of(
                                fit,
                                canvas(CanvasCommand.FULL_SIZE, null),
                                canvas(CanvasCommand.LARGER, null),
                                canvas(CanvasCommand.SMALLER, null)),
                        pages,
                        List.of(foldPalette, foldDrawer, foldInspector),
                        List.of(canvas(CanvasCommand.COUNT, null), canvas(CanvasCommand.PARAMETERS, null)),
                        List.of(
                                theme,
                                Command.of(
                                        "full-screen",
                                        "Full screen",
                                        MaterialDesignF.FULLSCREEN,
                                        "F11",
                                        window::fullScreen))));
        menus.put("Run", List.of(List.of(run, cancel, live)));
        menus.put(
                "Help",
                List.of(
                        List.of(Command.of("keys", "All keys", MaterialDesignK.KEYBOARD_OUTLINE, "F1", window::keys)),
                        List.of(
                                Command.of("next-area", "Next area", null, "F6", () -> window.nextArea(false)),
                                Command.of(
                                        "previous-area",
                                        "Area before",
                                        null,
                                        "Shift+F6",
                                        () -> window.nextArea(true)))));
    }

    /** Where a question was asked, or a tab closed, the keyboard goes back to where a person works. */
    private Runnable thenCanvas(Runnable action) {
        return () -> {
            action.run();
            window.focusCanvas();
        };
    }

    private static void toggle(BooleanProperty state) {
        state.set(!state.get());
    }

    private static Command panel(String id, String label, Ikon icon, String keys, BooleanProperty folded) {
        return Command.of("show-" + id, label, icon, keys, () -> toggle(folded))
                .checkedBy(folded.map(hidden -> !hidden));
    }

    /** A command of the canvas that is seen; with Ctrl its keys are heard in the whole window, except in what is typed. */
    private Command canvas(CanvasCommand command, Ikon icon) {
        boolean everywhere = command == CanvasCommand.FIT
                || command == CanvasCommand.FULL_SIZE
                || command == CanvasCommand.ARRANGE
                || command == CanvasCommand.APART;
        KeyCombination keys = command.keys().stream()
                .filter(key -> !everywhere || key.getShortcut() == KeyCombination.ModifierValue.DOWN)
                .findFirst()
                .orElse(null);
        ObservableValue<?> selection =
                current.flatMap(document -> document.workspace().selectionProperty());
        ObservableValue<?> links = current.flatMap(document -> document.canvas().selectedLinksProperty());
        ObservableValue<Boolean> possible = Bindings.createBooleanBinding(
                () -> window.canvas() != null && command.possible(window.canvas()), selection, links, current);
        ObservableValue<Boolean> checked = command == CanvasCommand.APART
                ? current.flatMap(document -> document.canvas().joinedProperty())
                        .map(joined -> !joined)
                        .orElse(false)
                : null;
        return new Command(
                command.id(),
                command.label(),
                icon,
                keys,
                everywhere,
                Command.constant(""),
                possible,
                checked,
                () -> command.run(window.canvas()));
    }

    /** The menus by their names, each in groups. */
    Map<String, List<List<Command>>> menus() {
        return menus;
    }

    /** All of them, in the order of the menus. */
    List<Command> all() {
        return menus.values().stream()
                .flatMap(List::stream)
                .flatMap(List::stream)
                .toList();
    }
}
