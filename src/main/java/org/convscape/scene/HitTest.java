package org.convscape.scene;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.convscape.document.Point;
import org.convscape.graph.GroupPath;
import org.convscape.layout.Box;
import org.convscape.layout.Card;
import org.convscape.layout.LayoutRequest;
import org.convscape.layout.Link;

/** Finds what lies under a place: ports before cards, cards before connections, connections before groups. */
public final class HitTest {
    private static final double PORT = 9;
    private static final double LINE = 6;
    private static final double END = 26;

    private HitTest() {}

    /**
     * What lies there.
     *
     * @param slack how many canvas units one may miss a port or a line by; more when the canvas is seen from afar
     */
    public static Hit at(CanvasScene scene, Point place, double slack) {
        Hit port = port(scene, place, Math.max(PORT, slack));
        if (port != null) {
            return port;
        }
        for (Map.Entry<String, Box> card : scene.places().cards().entrySet()) {
            if (contains(card.getValue(), place)) {
                return new Hit.OnCard(card.getKey());
            }
        }
        Hit link = link(scene, place, Math.max(LINE, slack));
        return link != null ? link : group(scene, place);
    }

    private static Hit port(CanvasScene scene, Point place, double reach) {
        for (Card card : scene.view().cards()) {
            Box box = scene.places().cards().get(card.path());
            if (box == null
                    || place.x() < box.x() - reach
                    || place.x() > box.right() + reach
                    || place.y() < box.y() - reach
                    || place.y() > box.bottom() + reach) {
                continue;
            }
            // Half of a port lies on its card; there the card's own middle wins.
            if (distance(place, box.output()) <= reach && place.x() > box.right() - PORT) {
                return new Hit.OnOutput(card.path());
            }
            for (int port = 0; port < card.inputs(); port++) {
                if (distance(place, box.input(port, card.inputs())) <= reach && place.x() < box.x() + PORT) {
                    return new Hit.OnInput(card.path(), port);
                }
            }
        }
        return null;
    }

    private static Hit link(CanvasScene scene, Point place, double reach) {
        for (Map.Entry<Link, List<Point>> route : scene.places().routes().entrySet()) {
            List<Point> points = route.getValue();
            for (int i = 0; i + 1 < points.size(); i++) {
                if (distanceToSegment(place, points.get(i), points.get(i + 1)) <= reach) {
                    boolean atTarget = distance(place, points.get(points.size() - 1)) <= END;
                    return new Hit.OnLink(route.getKey(), atTarget);
                }
            }
        }
        return null;
    }

    /** Inner groups come after outer ones, so the last that contains the place is the innermost. */
    private static Hit group(CanvasScene scene, Point place) {
        List<Map.Entry<GroupPath, Box>> groups =
                new ArrayList<>(scene.places().groups().entrySet());
        Collections.reverse(groups);
        for (Map.Entry<GroupPath, Box> group : groups) {
            if (contains(group.getValue(), place)) {
                return place.y() < group.getValue().y() + LayoutRequest.GROUP_HEADER
                        ? new Hit.OnHeader(group.getKey())
                        : new Hit.OnBody(group.getKey());
            }
        }
        return new Hit.Nothing();
    }

    private static boolean contains(Box box, Point place) {
        return place.x() >= box.x() && place.x() <= box.right() && place.y() >= box.y() && place.y() <= box.bottom();
    }

    private static double distance(Point one, Point other) {
        return Math.hypot(one.x() - other.x(), one.y() - other.y());
    }

    private static double distanceToSegment(Point place, Point from, Point to) {
        double dx = to.x() - from.x();
        double dy = to.y() - from.y();
        double length = dx * dx + dy * dy;
        double along = length == 0 ? 0 : ((place.x() - from.x()) * dx + (place.y() - from.y()) * dy) / length;
        double clamped = Math.max(0, Math.min(1, along));
        return distance(place, new Point(from.x() + clamped * dx, from.y() + clamped * dy));
    }
}
