package org.convscape.ui.canvas;

import java.util.List;
import javafx.scene.shape.CubicCurveTo;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;
import javafx.scene.shape.QuadCurveTo;
import org.convscape.document.Point;

/** The line of a connection: along its route with rounded corners, or as one curve. */
final class LinkShape {
    private static final double CORNER = 12;

    private LinkShape() {}

    /** Straight pieces with rounded corners. */
    static void route(Path path, List<Point> points) {
        List<PathElement> elements = new java.util.ArrayList<>();
        Point first = points.get(0);
        elements.add(new MoveTo(first.x(), first.y()));
        for (int i = 1; i + 1 < points.size(); i++) {
            Point before = points.get(i - 1);
            Point corner = points.get(i);
            Point after = points.get(i + 1);
            double radius = Math.min(CORNER, Math.min(distance(before, corner), distance(corner, after)) / 2);
            Point in = towards(corner, before, radius);
            Point out = towards(corner, after, radius);
            elements.add(new LineTo(in.x(), in.y()));
            elements.add(new QuadCurveTo(corner.x(), corner.y(), out.x(), out.y()));
        }
        Point last = points.get(points.size() - 1);
        elements.add(new LineTo(last.x(), last.y()));
        path.getElements().setAll(elements);
    }

    /** One curve that leaves to the right and enters from the left. */
    static void curve(Path path, Point from, Point to) {
        double reach = Math.max(30, Math.abs(to.x() - from.x()) / 2);
        path.getElements()
                .setAll(
                        new MoveTo(from.x(), from.y()),
                        new CubicCurveTo(from.x() + reach, from.y(), to.x() - reach, to.y(), to.x(), to.y()));
    }

    private static double distance(Point one, Point other) {
        return Math.hypot(one.x() - other.x(), one.y() - other.y());
    }

    private static Point towards(Point from, Point to, double length) {
        double distance = distance(from, to);
        if (distance == 0) {
            return from;
        }
        return new Point(
                from.x() + (to.x() - from.x()) * length / distance, from.y() + (to.y() - from.y()) * length / distance);
    }
}
