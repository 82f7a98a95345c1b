package org.convscape.scene;

import org.convscape.document.Point;
import org.convscape.layout.Box;

/**
 * Which part of the canvas is seen, and how large: a place on the screen is {@code scale · place + offset}.
 *
 * @param scale screen pixels per canvas unit
 */
public record Viewport(double scale, double x, double y) {

    /** The smallest scale: thousands of cards fit on the screen. */
    public static final double SMALLEST = 0.002;

    /** The largest scale. */
    public static final double LARGEST = 4;

    /** One unit is one pixel, the origin in the corner. */
    public static final Viewport PLAIN = new Viewport(1, 0, 0);

    /** This view pushed by so many pixels. */
    public Viewport panned(double dx, double dy) {
        return new Viewport(scale, x + dx, y + dy);
    }

    /** This view enlarged about a place on the screen, which stays where it is. */
    public Viewport zoomed(double factor, double atX, double atY) {
        double target = Math.max(SMALLEST, Math.min(LARGEST, scale * factor));
        double real = target / scale;
        return new Viewport(target, atX - (atX - x) * real, atY - (atY - y) * real);
    }

    /** The view that shows a box as large as it fits into a screen of that size with a margin, at most 1 : 1. */
    public static Viewport fitting(Box box, double width, double height, double margin) {
        if (box.width() <= 0 || box.height() <= 0 || width <= 2 * margin || height <= 2 * margin) {
            return PLAIN;
        }
        double fit = Math.min((width - 2 * margin) / box.width(), (height - 2 * margin) / box.height());
        double scale = Math.max(SMALLEST, Math.min(1, fit));
        return new Viewport(
                scale,
                (width - box.width() * scale) / 2 - box.x() * scale,
                (height - box.height() * scale) / 2 - box.y() * scale);
    }

    /** This view moved as little as possible so that a box is seen, as far as it fits. */
    public Viewport revealing(Box box, double width, double height, double margin) {
        double dx = shift(box.x() * scale + x, box.right() * scale + x, width, margin);
        double dy = shift(box.y() * scale + y, box.bottom() * scale + y, height, margin);
        return panned(dx, dy);
    }

    private static double shift(double low, double high, double extent, double margin) {
        if (low < margin || high - low > extent - 2 * margin) {
            return margin - low;
        }
        return high > extent - margin ? extent - margin - high : 0;
    }

    /** The place on the canvas under a place on the screen. */
    public Point toCanvas(double screenX, double screenY) {
        return new Point((screenX - x) / scale, (screenY - y) / scale);
    }

    /** The part of the canvas that a screen of that size shows. */
    public Box visible(double width, double height) {
        return new Box(-x / scale, -y / scale, width / scale, height / scale);
    }
}
