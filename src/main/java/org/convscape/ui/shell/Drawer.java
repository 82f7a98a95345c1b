package org.convscape.ui.shell;

import java.util.ArrayList;
import java.util.List;
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
import org.convscape.ui.compare.WhyView;
import org.convscape.ui.cost.CostView;
import org.convscape.ui.cost.PlaneView;
import org.convscape.ui.maps.MapsView;
import org.convscape.viewmodel.CostModel;
import org.convscape.viewmodel.ProblemsModel;
import org.convscape.viewmodel.Studio;
import org.convscape.viewmodel.compare.WhyModel;
import org.convscape.viewmodel.plane.PlaneModel;

/** The drawer under the canvas: maps, cost, problems, one at a time, each with its controls in the header. */
final class Drawer extends BorderPane {

    private record Page(ToggleButton tab, Node body, Node controls) {}

    private final HBox header = new HBox();
    private final StackPane controls = new StackPane();
    private final ToggleGroup group = new ToggleGroup();
    private final List<Page> pages = new ArrayList<>();
    private final Label count = new Label();
    private final ToggleButton problemsTab;
    private final MapsView maps;

    Drawer(Studio studio) {
        ProblemsModel problems = new ProblemsModel(studio);
        CostView costs = new CostView(new CostModel(studio));
        maps = new MapsView(studio.maps());
        getStyleClass().add("drawer");
        header.getStyleClass().add("drawer-header");
        header.setAlignment(Pos.CENTER_LEFT);
        controls.setAlignment(Pos.CENTER_RIGHT);
        controls.setMinWidth(0);
        HBox.setHgrow(controls, Priority.ALWAYS);
        add("Maps", maps, maps.controls());
        add("Cost", costs, costs.controls());
        problemsTab = add("Problems", new ProblemsView(problems), null);
        count.getStyleClass().add("problem-count");
        problemsTab.setContentDisplay(ContentDisplay.RIGHT);
        WhyView why = new WhyView(new WhyModel(studio));
        add("Why different", why, why.controls());
        PlaneView plane = new PlaneView(new PlaneModel(studio));
        add("Plane", plane, plane.controls());
        header.getChildren().add(controls);
        setTop(header);
        problems.problemsProperty().addListener(observable -> showCount(problems));
        showCount(problems);
        show(0);
    }

    private ToggleButton add(String label, Node body, Node itsControls) {
        ToggleButton tab = new ToggleButton(label);
        tab.setToggleGroup(group);
        tab.setId("drawer-" + label.toLowerCase(java.util.Locale.ROOT).replace(' ', '-'));
        tab.getStyleClass().add("drawer-tab");
        int index = pages.size();
        tab.setOnAction(event -> show(index));
        tab.setMinWidth(USE_PREF_SIZE);
        pages.add(new Page(tab, body, itsControls));
        header.getChildren().add(tab);
        return tab;
    }

    /** Shows a page: maps 0, cost 1, problems 2, why two counts differ 3, the plane 4. */
    void show(int index) {
        Page page = pages.get(index);
        page.tab().setSelected(true);
        setCenter(page.body());
        controls.getChildren().clear();
        if (page.controls() != null) {
            controls.getChildren().add(page.controls());
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
