package org.convscape.ui.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import org.convscape.task.JobRunner;
import org.convscape.ui.compare.WhyView;
import org.convscape.ui.cost.CostView;
import org.convscape.ui.cost.PlaneView;
import org.convscape.ui.cost.TimeView;
import org.convscape.ui.maps.MapsView;
import org.convscape.viewmodel.CostModel;
import org.convscape.viewmodel.ProblemsModel;
import org.convscape.viewmodel.Studio;
import org.convscape.viewmodel.TimeModel;
import org.convscape.viewmodel.compare.WhyModel;
import org.convscape.viewmodel.plane.PlaneModel;

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

    private final HBox header = new HBox();
    private final StackPane controls = new StackPane();
    private final ToggleGroup group = new ToggleGroup();
    private final List<Page> pages = new ArrayList<>();
    private final Label count = new Label();
    private final ToggleButton problemsTab;
    private final MapsView maps;
    private final JobRunner timing = JobRunner.threads("timing", 1);

    Drawer(Studio studio) {
        ProblemsModel problems = new ProblemsModel(studio);
        maps = new MapsView(studio.maps());
        getStyleClass().add("drawer");
        header.getStyleClass().add("drawer-header");
        header.setAlignment(Pos.CENTER_LEFT);
        controls.setAlignment(Pos.CENTER_RIGHT);
        controls.setMinWidth(0);
        HBox.setHgrow(controls, Priority.ALWAYS);
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
        header.getChildren().add(controls);
        setTop(header);
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
        tab.setOnAction(event -> show(index));
        tab.setMinWidth(USE_PREF_SIZE);
        pages.add(new Page(tab, build));
        header.getChildren().add(tab);
        return tab;
    }

    /** Shows a page: maps 0, cost 1, problems 2, why two counts differ 3, the plane 4, times 5. */
    void show(int index) {
        Page page = pages.get(index);
        page.tab.setSelected(true);
        setCenter(page.content().body());
        controls.getChildren().clear();
        if (page.content().controls() != null) {
            controls.getChildren().add(page.content().controls());
        }
    }

    /** Shows the maps and puts the keyboard there. */
    void focusMaps() {
        show(0);
        maps.focusMaps();
    }

    private void showCount(ProblemsModel problems) {
        int found = problems.problemsProperty().get().size();
        count.setText(Integer.toString(found));
        problemsTab.setGraphic(found > 0 ? count : null);
    }
}
