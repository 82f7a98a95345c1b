package org.convscape.ui.shell;

import java.util.HashMap;
import java.util.Map;
import javafx.beans.InvalidationListener;
import javafx.collections.ListChangeListener;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.convscape.ui.canvas.CanvasView;
import org.convscape.ui.canvas.Crumbs;
import org.convscape.ui.control.EmptyState;
import org.convscape.viewmodel.action.Actions;
import org.convscape.viewmodel.desk.OpenDocument;
import org.convscape.viewmodel.desk.Studio;
import org.convscape.viewmodel.window.FileActions;
import org.kordamp.ikonli.materialdesign2.MaterialDesignG;

/** The open documents, each a canvas on a tab; without one, what to do next. */
final class TabsView extends StackPane {
    private static final double ROOM_FOR_NOTICE = 420;
    private static final double MOST_NOTICE = 760;
    private static final double GAP = 12;
    private static final double TABS_HEIGHT = 31;

    private final Studio studio;
    private final FileActions files;
    private final Actions actions;
    private final TabPane tabs = new TabPane();
    private final Map<OpenDocument, Tab> tabOf = new HashMap<>();
    private final EmptyState empty;
    private boolean following;
    private final Map<OpenDocument, Crumbs> crumbsOf = new HashMap<>();
    private Crumbs crumbs;
    private Region notice;

    TabsView(Studio studio, FileActions files, Actions actions) {
        this.studio = studio;
        this.actions = actions;
        this.files = files;
        getStyleClass().add("tabs");
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.ALL_TABS);
        tabs.setTabDragPolicy(TabPane.TabDragPolicy.FIXED);
        tabs.getStyleClass().add("documents");
        tabs.setId("documents");
        empty = new EmptyState(
                        MaterialDesignG.GRAPH_OUTLINE,
                        "Nothing is open. Choose a network in the palette, or begin with an empty canvas")
                .offer("First look", () -> studio.openNetwork("first-look"))
                .offer("Empty canvas", () -> actions.perform("new"));
        getChildren().addAll(tabs, empty);
        studio.documents().addListener((ListChangeListener<OpenDocument>) change -> {
            while (change.next()) {
                change.getRemoved().forEach(this::remove);
                change.getAddedSubList().forEach(this::add);
            }
        });
        studio.documents().forEach(this::add);
        tabs.getSelectionModel().selectedItemProperty().addListener((property, before, after) -> {
            if (after != null && !following) {
                studio.focusedProperty().set((OpenDocument) after.getUserData());
            }
        });
        studio.focusedProperty().addListener((property, before, after) -> follow(after));
        follow(studio.focusedProperty().get());
    }

    private void add(OpenDocument document) {
        Tab tab = new Tab();
        tab.setUserData(document);
        tab.setContent(new CanvasView(document.canvas(), actions));
        tab.setOnCloseRequest(event -> {
            event.consume();
            files.close(document);
        });
        InvalidationListener title = observable ->
                tab.setText(document.title() + (document.changedProperty().get() ? " ●" : ""));
        document.changedProperty().addListener(title);
        document.workspace().fileProperty().addListener(title);
        title.invalidated(null);
        tabOf.put(document, tab);
        following = true;
        tabs.getTabs().add(tab);
        following = false;
    }

    private void remove(OpenDocument document) {
        crumbsOf.remove(document);
        following = true;
        tabs.getTabs().remove(tabOf.remove(document));
        following = false;
    }

    private void follow(OpenDocument document) {
        empty.setVisible(document == null);
        tabs.setVisible(document != null);
        if (document != null && tabOf.containsKey(document)) {
            tabs.getSelectionModel().select(tabOf.get(document));
        }
        getChildren().remove(crumbs);
        crumbs = document == null
                ? null
                : crumbsOf.computeIfAbsent(
                        document, shown -> new Crumbs(shown.canvas(), () -> canvas().requestFocus()));
        if (crumbs != null) {
            // Under the sentence that may come there, and over the tabs.
            getChildren().add(getChildren().indexOf(tabs) + 1, crumbs);
        }
    }

    /** The canvas that is seen; null for none. */
    CanvasView canvas() {
        Tab tab = tabOf.get(studio.focusedProperty().get());
        return tab == null ? null : (CanvasView) tab.getContent();
    }

    /**
     * Lays a sentence over the line of tabs, beside them as long as there is room, else under them: nothing moves, and
     * what it covers of a canvas is its margin.
     */
    void over(Region sentence) {
        StackPane.setAlignment(sentence, Pos.TOP_RIGHT);
        sentence.setMaxHeight(USE_PREF_SIZE);
        getChildren().add(sentence);
        notice = sentence;
    }

    @Override
    protected void layoutChildren() {
        Node line = tabs.lookup(".headers-region");
        double taken =
                line == null || !tabs.isVisible() ? 0 : line.getLayoutBounds().getWidth();
        if (crumbs != null) {
            crumbs.layAtEnd(taken + GAP, getWidth() - GAP, TABS_HEIGHT);
        }
        if (notice != null && notice.isManaged()) {
            boolean beside = getWidth() - taken >= ROOM_FOR_NOTICE;
            // Where the sentence stands in their line, the groups around what is selected wait until it is gone.
            if (beside && crumbs != null) {
                crumbs.setVisible(false);
            }
            notice.setMaxWidth(Math.min(MOST_NOTICE, getWidth() - (beside ? taken + GAP : 0)));
            StackPane.setMargin(notice, new Insets(beside ? 0 : TABS_HEIGHT, 0, 0, 0));
        }
        super.layoutChildren();
    }
}
