package org.convscape.ui.cost;

import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import org.convscape.io.RooflineChart;
import org.convscape.timing.TimingTable;
import org.convscape.ui.control.Pixels;

/** The roofline as large as there is room, in the colours of the theme. */
final class RooflineView extends Region {
    /** Below this no axis can be read. */
    private static final double NARROWEST = 220;

    static final double LOWEST = 140;

    private final ImageView image = new ImageView();

    /** Never seen: their colours are those that the theme gives to writing and lines. */
    private final Label ground = sample("roofline-ground");

    private final Label text = sample("roofline-text");
    private final Label grid = sample("roofline-grid");
    private TimingTable table;
    private boolean stale;
    private double drawnWidth;
    private double drawnHeight;

    RooflineView() {
        setId("time-roofline");
        getStyleClass().add("roofline");
        setAccessibleText("Every layer under the roofline of the machine");
        setMinSize(0, 0);
        getChildren().addAll(image, ground, text, grid);
        for (Label sample : new Label[] {ground, text, grid}) {
            sample.textFillProperty().addListener(observable -> redraw());
        }
    }

    private static Label sample(String styleClass) {
        Label label = new Label();
        label.getStyleClass().add(styleClass);
        label.setVisible(false);
        label.setManaged(false);
        return label;
    }

    void show(TimingTable fresh) {
        table = fresh;
        redraw();
    }

    private void redraw() {
        stale = true;
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        boolean readable = table != null && getWidth() >= NARROWEST && getHeight() >= LOWEST;
        image.setVisible(readable);
        if (readable && (stale || drawnWidth != getWidth() || drawnHeight != getHeight())) {
            stale = false;
            drawnWidth = getWidth();
            drawnHeight = getHeight();
            int width = (int) drawnWidth;
            int height = (int) drawnHeight;
            double scale =
                    getScene().getWindow() == null ? 1 : getScene().getWindow().getOutputScaleX();
            RooflineChart.Look look = new RooflineChart.Look(
                    rgb(ground.getTextFill()), rgb(text.getTextFill()), rgb(grid.getTextFill()), false);
            int[] pixels = RooflineChart.pixels(table, look, width, height, scale);
            image.setImage(Pixels.image(pixels, (int) Math.round(width * scale), (int) Math.round(height * scale)));
            image.setFitWidth(width);
            image.setFitHeight(height);
        }
    }

    private static int rgb(Paint paint) {
        Color colour = paint instanceof Color plain ? plain : Color.GRAY;
        return (int) Math.round(255 * colour.getRed()) << 16
                | (int) Math.round(255 * colour.getGreen()) << 8
                | (int) Math.round(255 * colour.getBlue());
    }
}
