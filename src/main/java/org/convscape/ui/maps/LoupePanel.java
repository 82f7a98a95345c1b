package org.convscape.ui.maps;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.convscape.figures.Figures;
import org.convscape.maps.MapRange;
import org.convscape.maps.MapStatistics;
import org.convscape.viewmodel.maps.MapDisplay;
import org.convscape.viewmodel.maps.MapsModel;

/** One channel, large, with its figures, its histogram, and the value under the pointer. */
final class LoupePanel extends VBox {
    /** The widest place, value and ends of the histogram, in any network. */
    private static final double SIDE = 172;

    private static final double NARROWEST = 340;

    /** Widths change by so much at a time, so that the maps beside do not move with every digit. */
    private static final double STEP = 24;

    /** How much of the page the one map may take, however high the page is. */
    private static final double MOST = 0.6;

    /** Below these heights the scale of colours and then the histogram give way: the value under the pointer stays. */
    private static final double LEAST_WITH_SCALE = 170;

    private static final double LEAST_WITH_HISTOGRAM = 135;

    private final MapsModel model;
    private final Label title = new Label();
    private final Label figures = new Label();
    private final Loupe loupe;
    private final Label place = new Label();
    private final Label value = new Label();
    private final Histogram histogram = new Histogram();
    private final Label least = new Label();
    private final Label most = new Label();
    private final HBox head;
    private final HBox body;
    private final HBox scale;
    private final ColourBar colours = new ColourBar();
    private final Label low = new Label();
    private final Label high = new Label();

    LoupePanel(MapsModel model) {
        this.model = model;
        this.loupe = new Loupe(model);
        getStyleClass().add("loupe-panel");
        title.getStyleClass().add("panel-title");
        figures.getStyleClass().addAll("figure", "muted");
        figures.setId("channel-figures");
        place.getStyleClass().add("muted");
        place.setId("loupe-place");
        value.getStyleClass().addAll("figure", "loupe-value");
        value.setId("loupe-value");
        for (Label end : new Label[] {least, most, low, high}) {
            end.getStyleClass().addAll("figure", "muted", "small");
        }
        for (Label label : new Label[] {title, figures, place, value, least, most, low, high}) {
            label.setMinWidth(USE_PREF_SIZE);
        }
        head = row(title, figures);
        HBox ends = row(least, most);
        VBox side = new VBox(place, value, spring(), histogram, ends);
        side.getStyleClass().add("loupe-side");
        side.setAlignment(Pos.TOP_LEFT);
        VBox.setVgrow(histogram, Priority.ALWAYS);
        HBox.setHgrow(side, Priority.ALWAYS);
        side.setMinWidth(SIDE);
        body = new HBox(loupe, side);
        body.getStyleClass().add("loupe-body");
        VBox.setVgrow(body, Priority.ALWAYS);
        scale = new HBox(low, colours, high);
        scale.getStyleClass().add("loupe-scale");
        scale.setAlignment(Pos.CENTER);
        HBox.setHgrow(colours, Priority.ALWAYS);
        getChildren().addAll(head, body, scale);
        setMinHeight(0);
        heightProperty().addListener((property, before, after) -> {
            showFrom(LEAST_WITH_SCALE, scale);
            showFrom(LEAST_WITH_HISTOGRAM, histogram, ends);
        });
        loupe.pointerProperty().addListener(observable -> showValue());
        model.displayProperty().addListener(observable -> show());
        model.channelProperty().addListener(observable -> show());
        show();
    }

    private void showFrom(double height, Node... parts) {
        for (Node part : parts) {
            part.setVisible(getHeight() >= height);
            part.setManaged(getHeight() >= height);
        }
    }

    /** As wide as the map is at this height, and never narrower than its figures. */
    @Override
    protected double computePrefWidth(double height) {
        double tall = (height > 0 ? height : getHeight())
                - snappedTopInset()
                - snappedBottomInset()
                - 2 * getSpacing()
                - head.prefHeight(-1)
                - scale.prefHeight(-1);
        double most = getParent() instanceof Region page ? MOST * page.getWidth() : NARROWEST;
        double sides = snappedLeftInset() + snappedRightInset();
        double wanted = loupe.widthAt(Math.max(0, tall)) + body.getSpacing() + SIDE + sides;
        return Math.max(computeMinWidth(height), Math.min(most, wanted));
    }

    @Override
    protected double computeMinWidth(double height) {
        double figured = head.prefWidth(-1) + snappedLeftInset() + snappedRightInset();
        return Math.max(NARROWEST, STEP * Math.ceil(figured / STEP));
    }

    private static HBox row(Label left, Label right) {
        HBox row = new HBox(12, left, spring(), right);
        row.setAlignment(Pos.BASELINE_LEFT);
        return row;
    }

    private static Region spring() {
        Region spring = new Region();
        HBox.setHgrow(spring, Priority.ALWAYS);
        VBox.setVgrow(spring, Priority.ALWAYS);
        return spring;
    }

    private void show() {
        MapDisplay display = model.displayProperty().get();
        int channel = model.channelProperty().get();
        if (display == null
                || display.stack().vector()
                || channel >= display.ranges().size()) {
            return;
        }
        MapStatistics of = display.stack().channels().get(channel);
        MapRange range = display.ranges().get(channel);
        title.setText("Channel " + channel);
        figures.setText("mean " + Figures.value(of.mean()) + "  max " + Figures.value(of.maximum()) + "  zeros "
                + Math.round(100 * of.zeroShare()) + " %");
        histogram.show(display.stack().histogram(channel, 36));
        least.setText(Figures.value(of.minimum()));
        most.setText(Figures.value(of.maximum()));
        colours.show(display.colours());
        low.setText(Figures.value(range.low()));
        high.setText(Figures.value(range.high()));
        showValue();
    }

    private void showValue() {
        MapDisplay display = model.displayProperty().get();
        Loupe.Pointer at = loupe.pointerProperty().get();
        if (display == null || display.stack().vector() || at == null) {
            place.setText("Point at the map");
            value.setText("–");
            return;
        }
        place.setText("at (" + at.row() + ", " + at.column() + ")");
        value.setText(Figures.value(display.stack()
                .at(at.row(), at.column(), model.channelProperty().get())));
    }
}
