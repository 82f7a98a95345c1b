package org.convscape.ui.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
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
import org.convscape.viewmodel.compare.WhyModel;
import org.convscape.viewmodel.cost.CostModel;
import org.convscape.viewmodel.cost.TimeModel;
import org.convscape.viewmodel.desk.Studio;
import org.convscape.viewmodel.maps.MapsModel;
import org.convscape.viewmodel.plane.PlaneModel;
import org.convscape.viewmodel.status.ProblemsModel;

/** The drawer under the canvas: maps, cost, problems, one at a time, each with its controls in the header. */
final class Drawer extends BorderPane {

    /** What a page shows, and its controls in the header; null for none. */
    private record Content(Node body, Node controls) {}

    /** A page is built when it is first opened: several never are. */
    private static final class Page {
        private final ToggleButton tab;
        private final Supplier<Content> build;
        private Content content;

        Page(ToggleButton tab, Supplier<Content> build) {
            this.tab = tab;
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
    private final ReadOnlyIntegerWrapper shown = new ReadOnlyIntegerWrapper(this, "shown");
    private Runnable onPage = () -> {};
    private final ToggleGroup group = new ToggleGroup();
    private final List<Page> pages = new ArrayList<>();
    private final Label count = new Label();
    private final ToggleButton problemsTab;
    private final MapsModel mapsModel;
    private final MapsView maps;
    private final JobRunner timing = JobRunner.threads("timing", 1);

    Drawer(Studio studio) {
        ProblemsModel problems = new ProblemsModel(studio);
        mapsModel = new MapsModel(studio);
        maps = new MapsView(mapsModel);
        getStyleClass().add("drawer");
        tabs.getStyleClass().add("drawer-tabs");
        tabs.setAlignment(Pos.CENTER_LEFT);
        // A page that wants more room than there is is cut at its own edges, and never lies over the tabs.
        body.setMinSize(0, 0);
        body.setAlignment(Pos.TOP_LEFT);
        AreasView.clip(body);
        add("Maps", () -> new Content(maps, maps.controls()));
        add("Cost", () -> {
            CostView costs = new CostView(new CostModel(studio));
            return new Content(costs, costs.controls());
        });
        problemsTab = add("Problems", () -> new Content(new ProblemsView(problems), null));
        count.getStyleClass().add("problem-count");
        problemsTab.setContentDisplay(ContentDisplay.RIGHT);
        add("Why different", () -> {
            WhyView why = new WhyView(new WhyModel(studio));
            return new Content(why, why.controls());
        });
        add("Plane", () -> {
            PlaneView plane = new PlaneView(new PlaneModel(studio));
            return new Content(plane, plane.controls());
        });
        add("Time", () -> {
            TimeView times = new TimeView(new TimeModel(studio, timing));
            return new Content(times, times.controls());
        });
        setTop(header);
        setCenter(body);
        problems.problemsProperty().addListener(observable -> showCount(problems));
        showCount(problems);
        show(0);
    }

    /** Ends the thread on which networks are timed. */
    void close() {
        timing.close();
    }

    private ToggleButton add(String label, Supplier<Content> build) {
        ToggleButton tab = new ToggleButton(label);
        tab.setToggleGroup(group);
        tab.setId("drawer-" + label.toLowerCase(java.util.Locale.ROOT).replace(' ', '-'));
        tab.getStyleClass().add("drawer-tab");
        int index = pages.size();
        tab.setOnAction(event -> {
            show(index);
            onPage.run();
        });
        tab.setMinWidth(USE_PREF_SIZE);
        pages.add(new Page(tab, build));
        tabs.getChildren().add(tab);
        return tab;
    }

    /** Shows a page: maps 0, cost 1, problems 2, why two counts differ 3, the plane 4, times 5. */
    void show(int index) {
        Page page = pages.get(index);
        page.tab.setSelected(true);
        Region content = (Region) page.content().body();
        content.setMinSize(0, 0);
        body.getChildren().setAll(content);
        Region controls = (Region) page.content().controls();
        if (controls != null && controls.getMinWidth() == USE_COMPUTED_SIZE) {
            controls.setMinWidth(USE_PREF_SIZE);
        }
        header.showControls(controls);
        shown.set(index);
    }

    /** Which page is shown. */
    ReadOnlyIntegerProperty shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /** The names of the pages, in the order of their tabs. */
    List<String> names() {
        return pages.stream().map(page -> page.tab.getText()).toList();
    }

    /** Has something done when somebody chooses a page. */
    void setOnPage(Runnable action) {
        onPage = action;
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
        (first == null ? pages.get(shown.get()).tab : first).requestFocus();
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

    /** The maps of what is selected. */
    MapsModel maps() {
        return mapsModel;
    }
}
