package org.convscape.ui.canvas;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;
import javafx.scene.shape.StrokeLineCap;
import org.convscape.scene.Viewport;

/**
 * Faint dots behind everything, which move and grow with the view, so that one sees it move where there is nothing
 * else.
 */
final class DotGrid extends Path {
    private static final double STEP = 32;
    private double drawnStep;
    private double drawnWidth;
    private double drawnHeight;

    DotGrid() {
        getStyleClass().add("dot-grid");
        setManaged(false);
        setMouseTransparent(true);
        setStrokeLineCap(StrokeLineCap.ROUND);
        setStrokeWidth(1.6);
    }

    /** Dots stand 32 units apart, or as many times two more or less as keep them from crowding. */
    void show(Viewport view, double width, double height) {
        double step = STEP * view.scale();
        while (step < STEP * 0.75) {
            step *= 2;
        }
        while (step > STEP * 1.5) {
            step /= 2;
        }
        if (step != drawnStep || width > drawnWidth || height > drawnHeight) {
            draw(step, width, height);
        }
        setTranslateX(mod(view.x(), step) - step);
        setTranslateY(mod(view.y(), step) - step);
    }

    private static double mod(double value, double step) {
        return value - Math.floor(value / step) * step;
    }

    private void draw(double step, double width, double height) {
        drawnStep = step;
        drawnWidth = width;
        drawnHeight = height;
        List<PathElement> dots = new ArrayList<>();
        for (double y = 0; y < height + 2 * step; y += step) {
            for (double x = 0; x < width + 2 * step; x += step) {
                dots.add(new MoveTo(x, y));
                dots.add(new LineTo(x + 0.01, y));
            }
        }
        getElements().setAll(dots);
    }
}
