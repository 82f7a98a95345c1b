package org.convscape.ui.cost;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.beans.Observable;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.convscape.chart.Chart;
import org.convscape.ui.chart.ChartActions;
import org.convscape.ui.chart.ChartView;
import org.convscape.ui.control.EmptyState;
import org.convscape.ui.control.Hints;
import org.convscape.ui.control.Segments;
import org.convscape.viewmodel.plane.Axis;
import org.convscape.viewmodel.plane.Plane;
import org.convscape.viewmodel.plane.PlaneModel;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/**
 * The cost of the selected layer or block over two of its widths: a heat map, and beside it the lines through its pin,
 * so that one sees what grows linearly and what quadratically.
 */
public final class PlaneView extends StackPane {
    /** What a narrow page shows of both. */
    private enum Shown {
        MAP,
        CURVES
    }

    /** A place of the plane. */
    private record Cell(int column, int row) {}

    /** On a page lower than this, the map has all of the height, and few words stand under the curves. */
    private static final double LOW = 170;

    /** On a page narrower than this, map and curves would both be cramped: it shows one of them, which is chosen. */
    private static final double NARROW = 560;

    private static final double MAP_SHARE = 0.42;

    private final PlaneModel model;
    private final ObjectProperty<Shown> shown = new SimpleObjectProperty<>(Shown.MAP);
    private final Segments<Shown> shownChoice =
            new Segments<>("plane-shown", shown).word(Shown.MAP, "Map").word(Shown.CURVES, "Curves");
    private final HBox both = new HBox();
    private final VBox right = new VBox();
    private final ChartView curves;
    private final HeatMap map = new HeatMap(this::showCurves, this::showPlace);
    private final Label place = new Label();
    private final Label growth = new Label();
    private final FlowPane foot = new FlowPane();
    private final BorderPane body = new BorderPane();
    private final EmptyState empty = new EmptyState(MaterialDesignC.CHART_BELL_CURVE, "");
    private final HBox controls = new HBox();
    private Cell pinned = new Cell(0, 0);
    private Cell pointed = new Cell(0, 0);
    private boolean low;

    /** Shows a plane, and has it worked out as long as this is in a window. */
    public PlaneView(PlaneModel model) {
        this.model = model;
        getStyleClass().add("plane");
        curves = new ChartView(new ChartActions() {
            @Override
            public void select(String path) {
                // A point of a line is a width, not a layer.
            }

            @Override
            public void save(Chart chart, Path file) {
                model.save(chart, file);
            }
        });
        curves.setId("plane-curves");
        HBox.setHgrow(map, Priority.ALWAYS);
        HBox.setHgrow(right, Priority.ALWAYS);
        VBox.setVgrow(curves, Priority.ALWAYS);
        map.prefWidthProperty().bind(widthProperty().multiply(MAP_SHARE));
        right.prefWidthProperty().bind(widthProperty().multiply(1 - MAP_SHARE));
        both.getStyleClass().add("plane-body");
        right.getStyleClass().add("plane-side");
        // On a small page both get smaller; what is wider or higher than the page would be cut.
        both.setMinSize(0, 0);
        body.setMinSize(0, 0);
        setMinSize(0, 0);
        body.setCenter(both);
        fillFoot();
        getChildren().addAll(body, empty);
        fillControls();
        for (Observable changed : List.of(widthProperty(), heightProperty(), shown)) {
            changed.addListener(observable -> arrange());
        }
        arrange();
        model.planeProperty().addListener(observable -> show());
        model.messageProperty().addListener(observable -> show());
        sceneProperty()
                .addListener((property, before, after) -> model.activeProperty().set(after != null));
        show();
    }

    /** Map and curves beside each other, or one of them where both would be cramped, with the words to it. */
    private void arrange() {
        boolean narrow = getWidth() < NARROW;
        boolean mapped = !narrow || shown.get() == Shown.MAP;
        boolean curved = !narrow || shown.get() == Shown.CURVES;
        fill(both, mapped && curved ? List.of(map, right) : List.of(mapped ? map : right));
        boolean under = narrow || getHeight() >= LOW;
        if (under != (body.getBottom() == foot)) {
            // First away from where it was.
            body.setBottom(null);
            fill(right, under ? List.of(curves) : List.of(curves, foot));
            body.setBottom(under ? foot : null);
        }
        seen(shownChoice, narrow);
        seen(place, mapped);
        seen(growth, curved);
        boolean nowLow = getHeight() < LOW;
        if (nowLow != low) {
            low = nowLow;
            say();
        }
    }

    private static void fill(Pane pane, List<Node> wanted) {
        if (!pane.getChildren().equals(wanted)) {
            pane.getChildren().setAll(wanted);
        }
    }

    private static void seen(Node node, boolean whether) {
        node.setVisible(whether);
        node.setManaged(whether);
    }

    private void fillFoot() {
        place.getStyleClass().addAll("figure");
        place.setId("plane-place");
        growth.getStyleClass().addAll("figure", "strong");
        growth.setId("plane-growth");
        // Where both do not fit side by side, they stand one below the other: no figure is cut.
        foot.getStyleClass().addAll("cost-foot", "plane-foot");
        foot.setMinSize(0, USE_PREF_SIZE);
        for (Label words : List.of(place, growth)) {
            words.setWrapText(true);
            words.maxWidthProperty().bind(foot.widthProperty().subtract(30));
        }
        foot.setRowValignment(VPos.CENTER);
        foot.getChildren().addAll(shownChoice, place, growth);
    }

    private void fillControls() {
        Segments<PlaneModel.Quantity> quantities = new Segments<>("plane", model.quantityProperty())
                .word(PlaneModel.Quantity.COUNT, "Count")
                .word(PlaneModel.Quantity.PARAMETERS, "Parameters");
        controls.getStyleClass().add("why-controls");
        controls.setAlignment(Pos.CENTER_RIGHT);
        controls.getChildren()
                .addAll(quantities, width("Across", model.acrossProperty()), width("Up", model.upProperty()));
    }

    private HBox width(String name, ObjectProperty<Axis> property) {
        ComboBox<Axis> box = new ComboBox<>();
        box.setId("plane-" + name.toLowerCase(Locale.ROOT));
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(Axis axis) {
                return axis == null ? "" : axis.label();
            }

            @Override
            public Axis fromString(String text) {
                throw new UnsupportedOperationException("Choices are not typed");
            }
        });
        boolean[] filling = new boolean[1];
        Runnable follow = () -> {
            filling[0] = true;
            box.getItems().setAll(model.axesProperty().get());
            box.setValue(property.get());
            box.setDisable(model.axesProperty().get().isEmpty());
            filling[0] = false;
        };
        model.axesProperty().addListener(observable -> follow.run());
        property.addListener(observable -> follow.run());
        box.valueProperty().addListener((observable, before, after) -> {
            if (!filling[0] && after != null) {
                property.set(after);
            }
        });
        follow.run();
        Hints.on(box, "Which width of the selected layer or block grows in this direction");
        Label label = new Label(name);
        label.getStyleClass().addAll("muted", "small");
        label.setMinWidth(USE_PREF_SIZE);
        label.setLabelFor(box);
        HBox pair = new HBox(6, label, box);
        pair.setAlignment(Pos.CENTER);
        return pair;
    }

    private void show() {
        Plane plane = model.planeProperty().get();
        body.setVisible(plane != null);
        empty.setVisible(plane == null);
        String message = model.messageProperty().get();
        empty.say(message.isEmpty() ? "Working it out…" : message);
        if (plane != null) {
            map.show(plane);
        }
    }

    private void showPlace(int column, int row) {
        pointed = new Cell(column, row);
        say();
    }

    private void showCurves(int column, int row) {
        pinned = new Cell(column, row);
        // The place that was pointed at may lie outside a new plane.
        pointed = pinned;
        Plane plane = model.planeProperty().get();
        if (plane != null) {
            curves.show(plane.chart(column, row));
        }
        say();
    }

    private void say() {
        Plane plane = model.planeProperty().get();
        // The pointer may leave a plane that is just being worked out anew.
        if (plane != null) {
            place.setText(low ? plane.brief(pointed.column, pointed.row) : plane.words(pointed.column, pointed.row));
            growth.setText(
                    low ? plane.briefGrowth(pinned.column, pinned.row) : plane.growth(pinned.column, pinned.row));
        }
    }

    /** The choice of widths, for the header of the drawer. */
    public Node controls() {
        return controls;
    }
}
