package org.convscape.ui.cost;

import java.util.List;
import java.util.Locale;
import javafx.beans.property.ObjectProperty;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.chart.LineChart;
import javafx.scene.chart.NumberAxis;
import javafx.scene.chart.XYChart;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.util.StringConverter;
import org.convscape.figures.Figures;
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
    private final PlaneModel model;
    private final NumberAxis factors = new NumberAxis();
    private final NumberAxis costs = new NumberAxis();
    private final LineChart<Number, Number> curves = new LineChart<>(factors, costs);
    private final HeatMap map = new HeatMap(this::showCurves, this::showPlace);
    private final Label place = new Label();
    private final Label growth = new Label();
    private final BorderPane body = new BorderPane();
    private final EmptyState empty = new EmptyState(MaterialDesignC.CHART_BELL_CURVE, "");
    private final HBox controls = new HBox();

    /** Shows a plane, and has it worked out as long as this is in a window. */
    public PlaneView(PlaneModel model) {
        this.model = model;
        getStyleClass().add("plane");
        curves.setId("plane-curves");
        curves.setAnimated(false);
        curves.setCreateSymbols(false);
        curves.setLegendSide(javafx.geometry.Side.RIGHT);
        curves.setMinSize(200, 110);
        factors.setLabel("times the width at the pin");
        factors.setForceZeroInRange(true);
        costs.setTickLabelFormatter(new Shortened());
        HBox both = new HBox(map, curves);
        HBox.setHgrow(map, Priority.ALWAYS);
        HBox.setHgrow(curves, Priority.ALWAYS);
        map.prefWidthProperty().bind(widthProperty().multiply(0.42));
        curves.prefWidthProperty().bind(widthProperty().multiply(0.58));
        both.getStyleClass().add("plane-body");
        body.setCenter(both);
        body.setBottom(foot());
        getChildren().addAll(body, empty);
        fillControls();
        model.planeProperty().addListener(observable -> show());
        model.messageProperty().addListener(observable -> show());
        sceneProperty()
                .addListener((property, before, after) -> model.activeProperty().set(after != null));
        show();
    }

    private Node foot() {
        place.getStyleClass().addAll("figure");
        place.setId("plane-place");
        growth.getStyleClass().addAll("figure", "strong");
        growth.setId("plane-growth");
        // Where both do not fit side by side, they stand one below the other: no figure is cut.
        FlowPane foot = new FlowPane(place, growth);
        foot.getStyleClass().addAll("cost-foot", "plane-foot");
        foot.setRowValignment(VPos.CENTER);
        return foot;
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
        Plane plane = model.planeProperty().get();
        // The pointer may leave a plane that is just being worked out anew.
        if (plane != null) {
            place.setText(plane.words(column, row));
        }
    }

    private void showCurves(int column, int row) {
        Plane plane = model.planeProperty().get();
        if (plane == null) {
            return;
        }
        growth.setText(plane.growth(column, row));
        costs.setLabel(plane.unit());
        List<XYChart.Series<Number, Number>> lines =
                plane.curves(column, row).stream().map(PlaneView::line).toList();
        curves.getData().setAll(lines);
    }

    private static XYChart.Series<Number, Number> line(Plane.Curve curve) {
        XYChart.Series<Number, Number> line = new XYChart.Series<>();
        line.setName(curve.label());
        curve.points().forEach(point -> line.getData().add(new XYChart.Data<>(point.factor(), point.cost())));
        return line;
    }

    /** The choice of widths, for the header of the drawer. */
    public Node controls() {
        return controls;
    }

    /** Counts along a scale, short. */
    private static final class Shortened extends StringConverter<Number> {
        @Override
        public String toString(Number value) {
            return Figures.compact(value.longValue());
        }

        @Override
        public Number fromString(String text) {
            throw new UnsupportedOperationException("Scales are not typed");
        }
    }
}
