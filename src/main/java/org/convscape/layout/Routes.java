package org.convscape.layout;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.convscape.document.Point;

/** The way of a connection where no drawing algorithm has found one. */
final class Routes {
    private Routes() {}

    /** Such a way for every link. */
    static Map<Link, List<Point>> all(VisibleGraph view, Map<String, Box> cards) {
        Map<String, Integer> inputs = new HashMap<>();
        view.cards().forEach(card -> inputs.put(card.path(), card.inputs()));
        Map<Link, List<Point>> routes = new LinkedHashMap<>();
        for (Link link : view.links()) {
            routes.put(link, between(cards.get(link.from()), cards.get(link.to()), link.port(), inputs.get(link.to())));
        }
        return routes;
    }

    /** Forwards with one step in the middle; backwards around below both cards. */
    static List<Point> between(Box from, Box to, int port, int ports) {
        Point start = from.output();
        Point end = to.input(port, ports);
        if (end.x() >= start.x() + Spacing.LINKS) {
            if (start.y() == end.y()) {
                return List.of(start, end);
            }
            double middle = (start.x() + end.x()) / 2;
            return List.of(start, new Point(middle, start.y()), new Point(middle, end.y()), end);
        }
        double below = Math.max(from.bottom(), to.bottom()) + Spacing.LINKS;
        double right = start.x() + Spacing.LINKS;
        double left = end.x() - Spacing.LINKS;
        return List.of(
                start,
                new Point(right, start.y()),
                new Point(right, below),
                new Point(left, below),
                new Point(left, end.y()),
                end);
    }
}
