package org.convscape.ui.shell;

import java.util.concurrent.atomic.AtomicReference;
import org.convscape.document.Document;
import org.convscape.engine.Engine;
import org.convscape.engine.PlannedEngine;
import org.convscape.engine.nd4j.Engines;
import org.convscape.testing.ScreenSize;
import org.convscape.testing.ScreenTest;
import org.convscape.ui.control.Theme;
import org.convscape.viewmodel.OpenDocument;

/** A test in the whole window; every test opens its own, and it is closed after it. */
abstract class StudioTest extends ScreenTest {
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

    /** Opens a document on a tab of its own, with something selected. */
    protected final OpenDocument open(Document document, String... selected) {
        AtomicReference<OpenDocument> opened = new AtomicReference<>();
        interact(() -> {
            opened.set(window.studio.open(document));
            opened.get().workspace().select(selected);
        });
        settle();
        return opened.get();
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
