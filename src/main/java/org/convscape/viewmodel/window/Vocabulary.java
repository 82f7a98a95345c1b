package org.convscape.viewmodel.window;

import javafx.beans.value.ObservableValue;
import org.convscape.viewmodel.action.Action;
import org.convscape.viewmodel.action.Action.Held;
import org.convscape.viewmodel.action.Actions;
import org.convscape.viewmodel.action.Menu;
import org.convscape.viewmodel.desk.OpenDocument;
import org.convscape.viewmodel.desk.Studio;
import org.convscape.viewmodel.maps.MapsModel;
import org.convscape.viewmodel.workspace.RunModel;
import org.convscape.weights.LoadedWeights;

/**
 * Everything that can be done in a window: the one list that menus, keys, toolbar, search and sheet of keys are made
 * from.
 */
public final class Vocabulary {
    private static final String NOTHING_OPEN = "no document is open";

    private final Studio studio;
    private final FileActions files;
    private final WindowModel window;
    private final ObservableValue<OpenDocument> focused;
    private final Actions actions;

    private Vocabulary(Studio studio, FileActions files, WindowModel window) {
        this.studio = studio;
        this.files = files;
        this.window = window;
        this.focused = studio.focusedProperty();
        this.actions = new Actions(studio::say);
    }

    /** All actions of a window, in the order of its menus. */
    public static Actions of(Studio studio, FileActions files, WindowModel window, MapsModel maps) {
        Vocabulary made = new Vocabulary(studio, files, window);
        made.addFiles();
        made.addHistory();
        CanvasActions.addTo(made.actions, made.focused.map(OpenDocument::canvas));
        made.addFolding();
        new WindowActions(made.actions, window, studio).add();
        made.addRuns();
        MapsActions.addTo(made.actions, maps);
        ControlKeys.addTo(made.actions);
        return made.actions;
    }

    private void addFiles() {
        actions.add(
                Action.named("new", "New").in(Menu.FILE, 0).keys("Ctrl+N").does(studio::openNew),
                Action.named("open", "Open…").in(Menu.FILE, 0).keys("Ctrl+O").does(thenCanvas(files::open)),
                Action.named("picture", "Open a picture…")
                        .in(Menu.FILE, 0)
                        .keys("Ctrl+I")
                        .does(thenCanvas(files::openPicture)),
                document("weights", "Open weights…")
                        .in(Menu.FILE, 0)
                        .keys("Ctrl+Shift+W")
                        .does(thenCanvas(files::openWeights)),
                Action.named("published", "Published weights…")
                        .in(Menu.FILE, 0)
                        .keys("Ctrl+Shift+P")
                        .does(() -> window.publishedOpenProperty().set(true)),
                document("labels", "Class names…").in(Menu.FILE, 0).does(thenCanvas(files::openLabels)),
                document("save", "Save").in(Menu.FILE, 1).keys("Ctrl+S").does(thenCanvas(files::save)),
                document("save-as", "Save as…")
                        .in(Menu.FILE, 1)
                        .keys("Ctrl+Shift+S")
                        .does(thenCanvas(files::saveAs)),
                document("export", "Export…").in(Menu.FILE, 1).keys("Ctrl+E").does(thenCanvas(files::export)),
                document("close", "Close tab").in(Menu.FILE, 2).keys("Ctrl+W").does(thenCanvas(files::closeCurrent)));
    }

    private void addHistory() {
        ObservableValue<String> undone = focused.flatMap(
                        document -> document.workspace().undoLabelProperty())
                .orElse("");
        ObservableValue<String> redone = focused.flatMap(
                        document -> document.workspace().redoLabelProperty())
                .orElse("");
        actions.add(
                Action.named("undo", "Undo")
                        .in(Menu.EDIT, 0)
                        .keys("Ctrl+Z")
                        .held(Held.AGAIN)
                        .saying(undone)
                        .unless(() -> undone.getValue().isEmpty() ? "there is nothing to take back" : "", undone)
                        .does(() -> focused.getValue().workspace().undo()),
                Action.named("redo", "Redo")
                        .in(Menu.EDIT, 0)
                        .keys("Ctrl+Shift+Z", "Ctrl+Y")
                        .held(Held.AGAIN)
                        .saying(redone)
                        .unless(() -> redone.getValue().isEmpty() ? "nothing was taken back" : "", redone)
                        .does(() -> focused.getValue().workspace().redo()),
                Action.named("find", "Insert or find…")
                        .in(Menu.EDIT, 2)
                        .keys("Ctrl+K")
                        .does(() -> window.finderOpenProperty().set(true)));
    }

    private void addFolding() {
        actions.add(
                document("fold", "Fold batch normalisation")
                        .in(Menu.EDIT, 4)
                        .keys("Ctrl+B")
                        .does(() -> studio.fold(focused.getValue(), true)),
                document("unfold", "Unfold batch normalisation")
                        .in(Menu.EDIT, 4)
                        .keys("Ctrl+Shift+B")
                        .does(() -> studio.fold(focused.getValue(), false)));
    }

    private void addRuns() {
        ObservableValue<RunModel.State> state =
                focused.flatMap(document -> document.runs().stateProperty());
        ObservableValue<LoadedWeights> loaded =
                focused.flatMap(document -> document.weights().loadedProperty());
        actions.add(
                document("run", "Run").in(Menu.RUN, 0).keys("F5").does(() -> focused.getValue()
                        .run()),
                Action.named("weights-drawn", "Draw the weights at random")
                        .in(Menu.RUN, 0)
                        .unless(() -> loaded.getValue() == null ? "they are drawn at random already" : "", loaded)
                        .does(() -> focused.getValue().weights().draw()),
                Action.named("cancel", "Cancel the run")
                        .in(Menu.RUN, 0)
                        .keys("Shift+F5")
                        .unless(() -> state.getValue() == RunModel.State.RUNNING ? "" : "nothing is running", state)
                        .does(() -> focused.getValue().runs().cancel()),
                Action.named("live", "Run after every change")
                        .in(Menu.RUN, 0)
                        .keys("Ctrl+L")
                        .checkedBy(studio.liveProperty())
                        .does(() ->
                                studio.liveProperty().set(!studio.liveProperty().get())));
    }

    /** Something that is done with the document that has the focus. */
    private Action.Builder document(String id, String name) {
        return Action.named(id, name).unless(() -> focused.getValue() == null ? NOTHING_OPEN : "", focused);
    }

    /** Where a question was asked, or a tab closed, the keyboard goes back to where a person works. */
    private Runnable thenCanvas(Runnable action) {
        return () -> {
            action.run();
            window.focus(Area.CANVAS);
        };
    }
}
