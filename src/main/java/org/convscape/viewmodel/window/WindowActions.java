package org.convscape.viewmodel.window;

import java.util.List;
import java.util.Locale;
import javafx.beans.Observable;
import javafx.beans.property.BooleanProperty;
import org.convscape.viewmodel.action.Action;
import org.convscape.viewmodel.action.Actions;
import org.convscape.viewmodel.action.Menu;
import org.convscape.viewmodel.desk.OpenDocument;
import org.convscape.viewmodel.desk.Studio;

/** What is done with the window itself: pages, areas, theme, tabs, full screen, and the sheet of keys. */
final class WindowActions {
    private static final String OTHER_TABS = "no other document is open";

    private final Actions actions;
    private final WindowModel window;
    private final Studio studio;

    WindowActions(Actions actions, WindowModel window, Studio studio) {
        this.actions = actions;
        this.window = window;
        this.studio = studio;
    }

    void add() {
        for (Page page : Page.values()) {
            actions.add(Action.named("page-" + page.id(), page.label())
                    .in(Menu.VIEW, 1)
                    .keys("Ctrl+" + (page.ordinal() + 1))
                    .does(() -> window.showPage(page)));
        }
        area(Area.PALETTE, "Palette", "F7");
        area(Area.DRAWER, "Drawer", "F8");
        area(Area.INSPECTOR, "Inspector", "F9");
        actions.add(
                Action.named("theme", "Light or dark")
                        .in(Menu.VIEW, 4)
                        .keys("Ctrl+Shift+L")
                        .does(() -> window.lookProperty()
                                .set(window.lookProperty().get().other())),
                Action.named("full-screen", "Full screen")
                        .in(Menu.VIEW, 4)
                        .keys("F11")
                        .does(this::fullScreen),
                tab("next-tab", "Next tab", 1, "Ctrl+Tab", "Ctrl+Page Down"),
                tab("previous-tab", "Tab before", -1, "Ctrl+Shift+Tab", "Ctrl+Page Up"),
                Action.named("keys", "All keys")
                        .in(Menu.HELP, 0)
                        .keys("F1")
                        .does(() -> toggle(window.keysOpenProperty())),
                Action.named("next-area", "Next area")
                        .in(Menu.HELP, 1)
                        .keys("F6")
                        .does(() -> window.focusNext(false)),
                Action.named("previous-area", "Area before")
                        .in(Menu.HELP, 1)
                        .keys("Shift+F6")
                        .does(() -> window.focusNext(true)));
    }

    private void area(Area area, String name, String key) {
        BooleanProperty folded = window.foldedProperty(area);
        actions.add(Action.named("show-" + area.name().toLowerCase(Locale.ROOT), name)
                .in(Menu.VIEW, 2)
                .keys(key)
                .checkedBy(folded.map(hidden -> !hidden))
                .does(() -> toggle(folded)));
    }

    private void fullScreen() {
        toggle(window.fullScreenProperty());
        if (window.fullScreenProperty().get()) {
            studio.say("F11 leaves the full screen");
        }
    }

    private Action tab(String id, String name, int by, String... keys) {
        List<OpenDocument> documents = studio.documents();
        return Action.named(id, name)
                .in(Menu.VIEW, 5)
                .keys(keys)
                .unless(() -> documents.size() < 2 ? OTHER_TABS : "", (Observable) studio.documents())
                .does(() -> {
                    int at = documents.indexOf(studio.focusedProperty().get());
                    studio.focusedProperty().set(documents.get(Math.floorMod(at + by, documents.size())));
                });
    }

    private static void toggle(BooleanProperty state) {
        state.set(!state.get());
    }
}
