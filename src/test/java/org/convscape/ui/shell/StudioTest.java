package org.convscape.ui.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.convscape.document.Document;
import org.convscape.engine.Engine;
import org.convscape.engine.PlannedEngine;
import org.convscape.engine.nd4j.Engines;
import org.convscape.io.DocumentFile;
import org.convscape.testing.ScreenSize;
import org.convscape.testing.ScreenTest;
import org.convscape.ui.control.Theme;
import org.convscape.viewmodel.desk.OpenDocument;
import org.junit.jupiter.api.io.TempDir;

/** A test in the whole window; every test opens its own, and it is closed after it. */
abstract class StudioTest extends ScreenTest {
    /** Where the documents of the test are kept. */
    @TempDir
    Path folder;

    private int opened;

    /** The window that was shown last. */
    protected StudioWindow window;

    /** Shows the window on the true engine, which runs whatever is opened. */
    protected final StudioWindow show(ScreenSize size) {
        return show(Engines.nd4j(), size, true);
    }

    /** Shows the window on an engine in plain loops that runs nothing by itself: for tests of what needs no run. */
    protected final StudioWindow showQuiet(ScreenSize size) {
        return show(PlannedEngine.ofPlainLoops(), size, false);
    }

    private StudioWindow show(Engine engine, ScreenSize size, boolean live) {
        interact(() -> {
            StudioWindow made = new StudioWindow(engine, size);
            closing(() -> interact(made::close));
            made.stage = showInWindow(made.scene);
            made.studio.liveProperty().set(live);
            if (live) {
                made.begin();
            }
            window = made;
        });
        settle();
        return window;
    }

    /** Opens a document as a person does: Ctrl+O, and a file is chosen; then a click on each card that is named. */
    protected final OpenDocument open(Document document, String... selected) {
        Path before = window.answers.file;
        Path file = folder.resolve(opened++ + "-" + document.title() + DocumentFile.ENDING);
        DocumentFile.write(document, file);
        window.answers.file = file;
        push(KeyCode.CONTROL, KeyCode.O);
        await("the document", () -> file.equals(currentFile()));
        window.answers.file = before;
        select(selected);
        return current();
    }

    private Path currentFile() {
        OpenDocument document = window.studio.focusedProperty().get();
        return document == null ? null : document.workspace().fileProperty().get();
    }

    /** The document that is shown. */
    protected final OpenDocument current() {
        AtomicReference<OpenDocument> shown = new AtomicReference<>();
        interact(() -> shown.set(window.studio.focusedProperty().get()));
        return shown.get();
    }

    /** Clicks on the title of a card; on further ones with Shift. */
    protected final void select(String... paths) {
        for (String path : paths) {
            boolean further = !path.equals(paths[0]);
            if (further) {
                press(KeyCode.SHIFT);
            }
            clickOn(title(path));
            release(KeyCode.SHIFT);
        }
        settle();
    }

    /** Where the title of a card, a chip or the frame of a block is seen on the screen. */
    protected final Point2D title(String path) {
        AtomicReference<Point2D> place = new AtomicReference<>();
        interact(() -> {
            List<String> ids = List.of("card-" + path, "chip-" + path, "group-" + path);
            Node card = lookup((Node node) -> ids.contains(String.valueOf(node.getId())) && seen(node))
                    .query();
            Bounds bounds = card.localToScreen(card.getLayoutBounds());
            place.set(new Point2D(
                    bounds.getMinX() + bounds.getWidth() * 0.3,
                    bounds.getMinY() + bounds.getHeight() * (card.getId().startsWith("chip") ? 0.5 : 0.12)));
        });
        return place.get();
    }

    /** Opens a network of the catalogue on a tab of its own, with something selected. */
    protected final OpenDocument openNetwork(String id, String... selected) {
        AtomicReference<OpenDocument> opened = new AtomicReference<>();
        interact(() -> {
            opened.set(window.studio.openNetwork(id).orElseThrow());
            opened.get().workspace().select(selected);
        });
        settle();
        return opened.get();
    }

    /** Leaves a picture of the window in both themes. */
    protected final void screenshotInBothThemes(String name) {
        window.screenshot(name + "-dark");
        interact(() -> window.view.themeProperty().set(Theme.LIGHT));
        window.screenshot(name + "-light");
        interact(() -> window.view.themeProperty().set(Theme.DARK));
    }
}
