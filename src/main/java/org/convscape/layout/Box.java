package org.convscape.layout;

import java.util.Collection;
import org.convscape.document.Point;

/** A rectangle on the canvas: its top left corner and its extent, in canvas units. */
public record Box(double x, double y, double width, double height) {

    /** The x of the right side. */
    public double right() {
        return x + width;
    }

    /** The y of the lower side. */
    public double bottom() {
        return y + height;
    }

    /** The top left corner. */
    public Point corner() {
        return new Point(x, y);
    }

    /** Where connections leave a card of this box: the middle of the right side. */
    public Point output() {
        return new Point(right(), y + height / 2);
    }

    /** Where a connection enters input {@code port} of {@code ports}: spread evenly down the left side. */
    public Point input(int port, int ports) {
        return new Point(x, y + height * (port + 1) / (ports + 1));
    }

    /** This box shifted. */
    public Box moved(double dx, double dy) {
        return new Box(x + dx, y + dy, width, height);
    }

    /** True when both have a place in common. */
    public boolean meets(Box other) {
        return other.x <= right() && x <= other.right() && other.y <= bottom() && y <= other.bottom();
    }

    /** The smallest box around all of these; an empty box at the origin for none. */
    public static Box around(Collection<Box> boxes) {
        if (boxes.isEmpty()) {
            return new Box(0, 0, 0, 0);
        }
        double left = Double.POSITIVE_INFINITY;
        double top = Double.POSITIVE_INFINITY;
        double right = Double.NEGATIVE_INFINITY;
        double bottom = Double.NEGATIVE_INFINITY;
        for (Box box : boxes) {
            left = Math.min(left, box.x);
            top = Math.min(top, box.y);
            right = Math.max(right, box.right());
            bottom = Math.max(bottom, box.bottom());
        }
        return new Box(left, top, right - left, bottom - top);
    }
}
