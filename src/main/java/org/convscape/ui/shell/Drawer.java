package org.convscape.ui.shell;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.convscape.task.JobRunner;
import org.convscape.ui.compare.WhyView;
import org.convscape.ui.cost.CostView;
import org.convscape.ui.cost.PlaneView;
import org.convscape.ui.cost.TimeView;
import org.convscape.ui.maps.MapsView;
import org.convscape.viewmodel.action.Actions;
import org.convscape.viewmodel.compare.WhyModel;
import org.convscape.viewmodel.cost.CostModel;
import org.convscape.viewmodel.cost.TimeModel;
import org.convscape.viewmodel.desk.Studio;
import org.convscape.viewmodel.maps.MapsModel;
import org.convscape.viewmodel.plane.PlaneModel;
import org.convscape.viewmodel.status.ProblemsModel;
import org.convscape.viewmodel.window.Page;
import org.convscape.viewmodel.window.WindowModel;

/** The drawer under the canvas: maps, cost, problems, one at a time, each with its controls in the header. */
final class Drawer extends BorderPane {

    /** What a page shows, and its controls in the header; null for none. */
    private record Content(Node body, Node controls) {}

    /** A page is built when it is first opened: several never are. */
    private static final class Tab {
        private final ToggleButton button;
        private final Supplier<Content> build;
        private Content content;

        Tab(ToggleButton button, Supplier<Content> build) {
            this.button = button;
            this.build = build;
        }

        Content content() {
            if (content == null) {
                content = build.get();
            }
            return content;
        }
    }

    private final HBox tabs = new HBox();
    private final DrawerHeader header = new DrawerHeader(tabs);
    private final StackPane body = new StackPane();
    private final WindowModel window;
    private final ToggleGroup group = new ToggleGroup();
    private final Map<Page, Tab> pages = new EnumMap<>(Page.class);
    private final Label count = new Label();
    private final ToggleButton problemsTab;
    private final MapsView maps;
    private final JobRunner timing = JobRunner.threads("timing", 1);

    Drawer(Studio studio, WindowModel window, MapsModel mapsModel, Actions actions) {
        this.window = window;
        ProblemsModel problems = new ProblemsModel(studio);
        maps = new MapsView(mapsModel, actions);
        getStyleClass().add("drawer");
        tabs.getStyleClass().add("drawer-tabs");
        tabs.setAlignment(Pos.CENTER_LEFT);
        // A page that wants more room than there is is cut at its own edges, and never lies over the tabs.
        body.setMinSize(0, 0);
        body.setAlignment(Pos.TOP_LEFT);
        AreasView.clip(body);
        add(Page.MAPS, () -> new Content(maps, maps.controls()));
        add(Page.COST, () -> {
            CostView costs = new CostView(new CostModel(studio));
            return new Content(costs, costs.controls());
        });
        problemsTab = add(Page.PROBLEMS, () -> new Content(new ProblemsView(problems), null));
        count.getStyleClass().add("problem-count");
        problemsTab.setContentDisplay(ContentDisplay.RIGHT);
        add(Page.WHY_DIFFERENT, () -> {
            WhyView why = new WhyView(new WhyModel(studio));
            return new Content(why, why.controls());
        });
        add(Page.PLANE, () -> {
            PlaneView plane = new PlaneView(new PlaneModel(studio));
            return new Content(plane, plane.controls());
        });
        add(Page.TIME, () -> {
            TimeView times = new TimeView(new TimeModel(studio, timing));
            return new Content(times, times.controls());
        });
        setTop(header);
        setCenter(body);
        problems.problemsProperty().addListener(observable -> showCount(problems));
        showCount(problems);
        window.pageProperty().addListener((property, before, after) -> show(after));
        show(window.pageProperty().get());
    }

    /** Ends the thread on which networks are timed. */
    void close() {
        timing.close();
    }

    private ToggleButton add(Page page, Supplier<Content> build) {
        ToggleButton button = new ToggleButton(page.label());
        button.setToggleGroup(group);
        button.setId("drawer-" + page.id());
        button.getStyleClass().add("drawer-tab");
        button.setOnAction(event -> {
            window.showPage(page);
            // A click on the tab that is shown must not let it go.
            button.setSelected(true);
        });
        button.setMinWidth(USE_PREF_SIZE);
        pages.put(page, new Tab(button, build));
        tabs.getChildren().add(button);
        return button;
    }

    private void show(Page page) {
        Tab tab = pages.get(page);
        tab.button.setSelected(true);
        Region content = (Region) tab.content().body();
        content.setMinSize(0, 0);
        body.getChildren().setAll(content);
        Region controls = (Region) tab.content().controls();
        if (controls != null && controls.getMinWidth() == USE_COMPUTED_SIZE) {
            controls.setMinWidth(USE_PREF_SIZE);
        }
        header.showControls(controls);
    }

    /** The height of the tabs in a drawer of some width, in pixels. */
    double tabsHeight(double width) {
        return header.prefHeight(width);
    }

    /** Puts the keyboard on the page that is shown: on what it is mainly for, else on its tab. */
    void focusPage() {
        Node page = body.getChildren().get(0);
        if (page == maps && maps.focusMaps()) {
            return;
        }
        Node first = page == maps ? null : focusable(page);
        (first == null ? pages.get(window.pageProperty().get()).button : first).requestFocus();
    }

    private static Node focusable(Node node) {
        if (!node.isVisible() || node.isDisabled()) {
            return null;
        }
        if (node.isFocusTraversable()) {
            return node;
        }
        if (node instanceof Parent parent) {
            for (Node child : parent.getChildrenUnmodifiable()) {
                Node found = focusable(child);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    private void showCount(ProblemsModel problems) {
        int found = problems.problemsProperty().get().size();
        count.setText(Integer.toString(found));
        problemsTab.setGraphic(found > 0 ? count : null);
    }
}
