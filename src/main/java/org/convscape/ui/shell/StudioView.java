package org.convscape.ui.shell;

import java.io.File;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.DragEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.convscape.io.DocumentFile;
import org.convscape.ui.canvas.CanvasView;
import org.convscape.ui.control.Floating;
import org.convscape.ui.control.ScreenThread;
import org.convscape.ui.control.Theme;
import org.convscape.ui.inspector.InspectorView;
import org.convscape.ui.palette.PaletteView;
import org.convscape.viewmodel.desk.OpenDocument;
import org.convscape.viewmodel.desk.Studio;
import org.convscape.viewmodel.palette.FinderModel;
import org.convscape.viewmodel.palette.Headings;
import org.convscape.viewmodel.palette.PaletteModel;
import org.convscape.viewmodel.session.SessionModel;
import org.convscape.viewmodel.status.StatusModel;

/** The whole window: toolbar, palette, canvas over drawer, inspector, status bar. */
public final class StudioView extends StackPane implements AutoCloseable {
    private final Studio studio;
    private final FileActions files;
    private final Commands commands;
    private final Banner banner = new Banner();
    private final VBox offers = new VBox();
    private final FinderView finder;
    private final KeysView keys;
    private final PaletteModel paletteModel;
    private final PaletteView palette;
    private final TabsView tabs;
    private final InspectorView inspector = new InspectorView();
    private final Drawer drawer;
    private final AreasView areas;
    private final ObjectProperty<Theme> theme = new SimpleObjectProperty<>(this, "theme", Theme.DARK);

    /** Shows a studio. */
    public StudioView(Studio studio, Dialogs dialogs) {
        this.studio = studio;
        this.files = new FileActions(studio, dialogs, this::focusCanvas);
        this.paletteModel = new PaletteModel(studio);
        this.finder = new FinderView(new FinderModel(studio, paletteModel));
        this.palette = new PaletteView(paletteModel);
        this.tabs = new TabsView(studio, files);
        this.drawer = new Drawer(studio);
        getStyleClass().add("studio");
        this.areas = new AreasView(palette, tabs, drawer, inspector);
        this.commands = new Commands(studio, files, new Actions());
        this.keys = new KeysView(commands);
        drawer.setOnPage(() -> areas.drawerFoldedProperty().set(false));
        BorderPane page = new BorderPane(areas);
        page.setTop(new VBox(new ToolBarView(studio, commands), offers));
        offers.getChildren().add(new DiskBar(studio, files, this::focusCanvas));
        tabs.over(banner);
        page.setBottom(new StatusLine(studio, new StatusModel(studio)));
        getChildren().addAll(page, finder, keys);
        studio.noticeProperty().addListener((property, before, after) -> banner.show(after));
        // The engine may have failed before there was a window to say so in.
        banner.show(studio.noticeProperty().get());
        studio.focusedProperty().addListener((property, before, after) -> inspector.show(after));
        // What was opened is worked on next; and where a tab was closed, its canvas had the keyboard.
        studio.focusedProperty()
                .addListener(observable -> ScreenThread.executor().execute(this::focusCanvas));
        inspector.show(studio.focusedProperty().get());
        addEventFilter(DragEvent.DRAG_OVER, this::dragOver);
        addEventFilter(DragEvent.DRAG_DROPPED, this::dropped);
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    }

    /** Puts this view into a scene: dresses it, and gives it the keys. */
    public void install(Scene scene) {
        dress(scene, theme.get());
        theme.addListener((property, before, after) -> dress(scene, after));
        Floating.over(scene);
        // Who comes back from another program may have written a file there.
        scene.windowProperty()
                .flatMap(Window::focusedProperty)
                .orElse(false)
                .addListener((property, before, focused) -> {
                    if (focused) {
                        studio.files().check();
                    }
                });
    }

    /** Shows what of an earlier start can be brought back. */
    public void offer(SessionModel session) {
        offers.getChildren().add(0, new RecoveryBar(session, this::focusCanvas));
    }

    private static void dress(Scene scene, Theme theme) {
        theme.dress(scene);
        scene.setFill(theme.ground());
    }

    /** How the window looks. */
    public ObjectProperty<Theme> themeProperty() {
        return theme;
    }

    AreasView areas() {
        return areas;
    }

    Drawer drawer() {
        return drawer;
    }

    /** How far the headings of the palette are open. */
    public ObjectProperty<Headings> headingsProperty() {
        return paletteModel.headingsProperty();
    }

    /** What the title of the window says. */
    public ObservableValue<String> titleProperty() {
        return studio.focusedProperty()
                .flatMap(document -> document.changedProperty().flatMap(changed -> document.workspace()
                        .fileProperty()
                        .map(java.nio.file.Path::toString)
                        .orElse("")
                        .map(file -> title(document, changed, file))))
                .orElse("Convscape");
    }

    private static String title(OpenDocument document, boolean changed, String file) {
        return (changed ? "● " : "") + document.title() + (file.isEmpty() ? "" : " (" + file + ")") + " – Convscape";
    }

    /** Opens a document or a picture, by the ending of its name. */
    public void open(java.nio.file.Path file) {
        files.openAny(file);
    }

    /** Closes everything, after asking where something would be lost; then does {@code then}. */
    public void closeAll(Runnable then) {
        files.closeAll(then);
    }

    /** Ends what the view itself has begun; the studio is closed by who opened it. */
    @Override
    public void close() {
        drawer.close();
    }

    private void dragOver(DragEvent event) {
        if (event.getDragboard().hasFiles()) {
            event.acceptTransferModes(TransferMode.COPY);
            event.consume();
        }
    }

    private void dropped(DragEvent event) {
        List<File> dropped = event.getDragboard().getFiles();
        if (event.getDragboard().hasFiles() && !dropped.isEmpty()) {
            dropped.stream()
                    .filter(file -> file.getName().toLowerCase(Locale.ROOT).endsWith(DocumentFile.ENDING))
                    .forEach(file -> files.openAny(file.toPath()));
            dropped.stream()
                    .filter(file -> !file.getName().toLowerCase(Locale.ROOT).endsWith(DocumentFile.ENDING))
                    .findFirst()
                    .ifPresent(file -> files.openAny(file.toPath()));
            event.setDropCompleted(true);
            event.consume();
        }
    }

    private void key(KeyEvent event) {
        for (Command command : commands.all()) {
            if (command.everywhere() && command.keys() != null && command.keys().match(event)) {
                command.run();
                event.consume();
                return;
            }
        }
        if (event.getCode() == KeyCode.Y && event.isShortcutDown()) {
            commands.redo.run();
            event.consume();
        }
    }

    /** F6 goes from area to area, as it does in other programs with panes; the ring shows where one is. */
    private void cycleAreas(boolean back) {
        record Area(Region region, Runnable focus) {}
        List<Area> all = List.of(
                new Area(palette, () -> palette.lookup("#palette-list").requestFocus()),
                new Area(tabs, this::focusCanvas),
                new Area(drawer, drawer::focusPage),
                new Area(inspector, () -> inspector.lookup(".scroll-pane").requestFocus()));
        List<Area> seen = all.stream().filter(area -> area.region().isVisible()).toList();
        Node focus = getScene().getFocusOwner();
        int at = -1;
        for (int i = 0; i < seen.size(); i++) {
            if (isIn(focus, seen.get(i).region())) {
                at = i;
            }
        }
        int next = Math.floorMod(at < 0 && back ? -1 : at + (back ? -1 : 1), seen.size());
        seen.get(next).focus().run();
        areas.ring(seen.get(next).region());
    }

    private static boolean isIn(Node node, Node area) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at == area) {
                return true;
            }
        }
        return false;
    }

    /** Puts the keyboard on the canvas, or, without one, on the window itself. */
    public void focusCanvas() {
        CanvasView canvas = tabs.canvas();
        if (canvas != null) {
            canvas.requestFocus();
        } else {
            requestFocus();
        }
    }

    /** What the commands ask of this window. */
    private final class Actions implements WindowActions {
        @Override
        public CanvasView canvas() {
            return tabs.canvas();
        }

        @Override
        public void focusCanvas() {
            StudioView.this.focusCanvas();
        }

        @Override
        public void find() {
            finder.open(StudioView.this::focusCanvas);
        }

        @Override
        public void keys() {
            keys.open(StudioView.this::focusCanvas);
        }

        @Override
        public void switchTheme() {
            theme.set(theme.get().other());
        }

        @Override
        public void fullScreen() {
            if (getScene().getWindow() instanceof Stage stage) {
                stage.setFullScreenExitHint("");
                stage.setFullScreenExitKeyCombination(KeyCombination.NO_MATCH);
                stage.setFullScreen(!stage.isFullScreen());
                if (stage.isFullScreen()) {
                    studio.say("F11 leaves the full screen");
                }
            }
        }

        @Override
        public void nextArea(boolean back) {
            cycleAreas(back);
        }

        @Override
        public List<String> pages() {
            return drawer.names();
        }

        @Override
        public void page(int index) {
            areas.drawerFoldedProperty().set(false);
            drawer.show(index);
        }

        @Override
        public BooleanProperty paletteFolded() {
            return areas.paletteFoldedProperty();
        }

        @Override
        public BooleanProperty drawerFolded() {
            return areas.drawerFoldedProperty();
        }

        @Override
        public BooleanProperty inspectorFolded() {
            return areas.inspectorFoldedProperty();
        }
    }
}
