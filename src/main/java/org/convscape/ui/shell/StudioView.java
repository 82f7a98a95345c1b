package org.convscape.ui.shell;

import java.io.File;
import java.util.List;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.DragEvent;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.convscape.exchange.Importers;
import org.convscape.ui.canvas.CanvasView;
import org.convscape.ui.control.Floating;
import org.convscape.ui.control.KeyDispatch;
import org.convscape.ui.control.ScreenThread;
import org.convscape.ui.control.Theme;
import org.convscape.ui.inspector.InspectorView;
import org.convscape.ui.palette.PaletteView;
import org.convscape.viewmodel.action.Actions;
import org.convscape.viewmodel.desk.OpenDocument;
import org.convscape.viewmodel.desk.Studio;
import org.convscape.viewmodel.maps.MapsModel;
import org.convscape.viewmodel.palette.FinderModel;
import org.convscape.viewmodel.palette.Headings;
import org.convscape.viewmodel.palette.PaletteModel;
import org.convscape.viewmodel.published.PublishedModel;
import org.convscape.viewmodel.session.SessionModel;
import org.convscape.viewmodel.status.StatusModel;
import org.convscape.viewmodel.window.Area;
import org.convscape.viewmodel.window.Dialogs;
import org.convscape.viewmodel.window.FileActions;
import org.convscape.viewmodel.window.Look;
import org.convscape.viewmodel.window.Vocabulary;
import org.convscape.viewmodel.window.WindowModel;

/** The whole window: toolbar, palette, canvas over drawer, inspector, status bar. */
public final class StudioView extends StackPane implements AutoCloseable {
    private final Studio studio;
    private final FileActions files;
    private final WindowModel window = new WindowModel();
    private final MapsModel maps;
    private final Actions actions;
    private final Banner banner = new Banner();
    private final VBox offers = new VBox();
    private final FinderView finder;
    private final KeysView keys;
    private final PublishedModel published;
    private final PaletteModel paletteModel;
    private final PaletteView palette;
    private final TabsView tabs;
    private final InspectorView inspector;
    private final Drawer drawer;
    private final AreasView areas;
    private final ObjectProperty<Theme> theme = new SimpleObjectProperty<>(this, "theme", Theme.DARK);

    /** Shows a studio. */
    public StudioView(Studio studio, Dialogs dialogs) {
        this.studio = studio;
        this.files = new FileActions(studio, dialogs, this::focusCanvas);
        this.maps = new MapsModel(studio);
        this.inspector = new InspectorView(maps);
        this.actions = Vocabulary.of(studio, files, window, maps);
        this.paletteModel = new PaletteModel(studio);
        this.finder = new FinderView(new FinderModel(studio, paletteModel, actions), window);
        this.palette = new PaletteView(paletteModel);
        this.tabs = new TabsView(studio, files, actions);
        this.drawer = new Drawer(studio, window, maps, actions);
        getStyleClass().add("studio");
        this.areas = new AreasView(window, palette, tabs, drawer, inspector);
        this.keys = new KeysView(window, actions);
        this.published = new PublishedModel(studio, files, window);
        BorderPane page = new BorderPane(areas);
        page.setTop(new VBox(new ToolBarView(studio, actions), offers));
        offers.getChildren().add(new DiskBar(studio, files, this::focusCanvas));
        tabs.over(banner);
        page.setBottom(new StatusLine(studio, new StatusModel(studio)));
        getChildren().addAll(page, finder, keys, new PublishedView(published, window, dialogs));
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
        KeyDispatch.everywhere(this, actions);
        window.wishProperty().addListener((property, before, after) -> focus(after));
        window.lookProperty().addListener((property, before, after) -> theme.set(Theme.valueOf(after.name())));
        theme.addListener((property, before, after) -> window.lookProperty().set(Look.valueOf(after.name())));
    }

    /** Puts this view into a scene: dresses it, and gives it the keys. */
    public void install(Scene scene) {
        dress(scene, theme.get());
        theme.addListener((property, before, after) -> dress(scene, after));
        Floating.over(scene);
        follow(scene);
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

    /** Follows where the keyboard goes, and whether the window fills the screen, whoever has brought that about. */
    private void follow(Scene scene) {
        scene.focusOwnerProperty().addListener((property, before, node) -> window.keyboardIn(areaOf(node)));
        BooleanProperty full = window.fullScreenProperty();
        full.addListener((property, before, wanted) -> {
            if (scene.getWindow() instanceof Stage stage) {
                stage.setFullScreenExitHint("");
                stage.setFullScreenExitKeyCombination(KeyCombination.NO_MATCH);
                stage.setFullScreen(wanted);
            }
        });
        scene.windowProperty()
                .flatMap(shown -> shown instanceof Stage stage ? stage.fullScreenProperty() : null)
                .orElse(false)
                .addListener((property, before, now) -> full.set(now));
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

    /** What the window shows and where its keyboard is. */
    WindowModel window() {
        return window;
    }

    /** Everything that can be done in this window. */
    Actions actions() {
        return actions;
    }

    /** The maps of what is selected. */
    MapsModel maps() {
        return maps;
    }

    AreasView areas() {
        return areas;
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
        published.close();
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
                    .filter(file -> Importers.forFile(file.toPath()).isPresent())
                    .forEach(file -> files.openAny(file.toPath()));
            dropped.stream()
                    .filter(file -> Importers.forFile(file.toPath()).isEmpty())
                    .findFirst()
                    .ifPresent(file -> files.openAny(file.toPath()));
            event.setDropCompleted(true);
            event.consume();
        }
    }

    /** F6 goes from area to area, as it does in other programs with panes; the ring shows where one is. */
    private void focus(WindowModel.Wish wish) {
        switch (wish.area()) {
            case PALETTE -> palette.lookup("#palette-list").requestFocus();
            case CANVAS -> focusCanvasNow();
            case DRAWER -> drawer.focusPage();
            case INSPECTOR -> inspector.lookup(".scroll-pane").requestFocus();
        }
        if (wish.ringed()) {
            areas.ring(areas.region(wish.area()));
        }
    }

    private Area areaOf(Node node) {
        return Stream.of(Area.values())
                .filter(area -> isIn(node, areas.region(area)))
                .findFirst()
                .orElse(null);
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
        window.focus(Area.CANVAS);
    }

    private void focusCanvasNow() {
        CanvasView canvas = tabs.canvas();
        if (canvas != null) {
            canvas.requestFocus();
        } else {
            requestFocus();
        }
    }
}
