package org.convscape.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.convscape.document.Point;

/** Pieces of routes, and how they are joined where a chain is broken into rows. */
final class RoutePieces {
    private RoutePieces() {}

    static List<Point> moved(List<Point> route, Point by) {
        return route.stream().map(point -> moved(point, by)).toList();
    }

    static Point moved(Point point, Point by) {
        return new Point(point.x() + by.x(), point.y() + by.y());
    }

    static List<Point> joined(List<Point> beginning, List<Point> end) {
        List<Point> joined = new ArrayList<>(beginning);
        joined.addAll(end);
        return joined;
    }

    /** A route up to where it first goes to the right past a side; its beginning where it never does. */
    static List<Point> until(List<Point> route, double side) {
        List<Point> beginning = new ArrayList<>();
        for (int i = 0; i + 1 < route.size(); i++) {
            Point here = route.get(i);
            beginning.add(here);
            if (here.x() <= side && route.get(i + 1).x() > side) {
                beginning.addAll(here.x() < side ? List.of(new Point(side, here.y())) : List.of());
                return beginning;
            }
        }
        return List.of(route.get(0));
    }

    /** A route from where it last goes to the right past a side; its end where it never does. */
    static List<Point> from(List<Point> route, double side) {
        for (int i = route.size() - 1; i > 0; i--) {
            Point here = route.get(i);
            if (here.x() >= side && route.get(i - 1).x() < side) {
                List<Point> rest = new ArrayList<>();
                rest.addAll(here.x() > side ? List.of(new Point(side, here.y())) : List.of());
                rest.addAll(route.subList(i, route.size()));
                return rest;
            }
        }
        return List.of(route.get(route.size() - 1));
    }

    /** Joins two pieces of one row by a turn between them; empty where the second does not lie to the right. */
    static Optional<List<Point>> across(List<Point> leaving, List<Point> entering) {
        Point last = leaving.get(leaving.size() - 1);
        Point first = entering.get(0);
        if (first.x() < last.x()) {
            return Optional.empty();
        }
        double turn = (last.x() + first.x()) / 2;
        List<Point> between = List.of(new Point(turn, last.y()), new Point(turn, first.y()));
        return Optional.of(joined(joined(leaving, between), entering));
    }

    /** From the end of a row back between the rows, at a height, to the beginning of a later one. */
    static List<Point> aroundTheRow(List<Point> leaving, List<Point> entering, double above) {
        Point last = leaving.get(leaving.size() - 1);
        Point first = entering.get(0);
        double right = last.x() + Spacing.LINKS;
        double left = first.x() - Spacing.LINKS;
        List<Point> around = List.of(
                new Point(right, last.y()),
                new Point(right, above),
                new Point(left, above),
                new Point(left, first.y()));
        return joined(joined(leaving, around), entering);
    }
}
