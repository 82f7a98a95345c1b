package org.convscape.layout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.convscape.document.Point;

/** The columns of one group, the gaps between them, and the ways that connections take there. */
final class Floor {
    private final Lanes lanes = new Lanes();
    private final double[] left;
    private final double[] right;
    private double top;

    private Point corner = new Point(0, 0);
    private Map<String, Box> cards = Map.of();
    private Map<String, Integer> inputs = Map.of();
    /** Where what leaves a card runs up or down. */
    private final Map<String, Double> outwards = new HashMap<>();
    /** Where a link comes down from its lane. */
    private final Map<Link, Double> down = new HashMap<>();

    Floor(int columns) {
        left = new double[columns];
        right = new double[columns];
    }

    Lanes lanes() {
        return lanes;
    }

    /** Notes where a column begins and ends, relative to the group's corner. */
    void column(int column, double from, double to) {
        left[column] = from;
        right[column] = to;
    }

    /** Notes where the cards begin, below the lanes, relative to the group's corner. */
    void top(double cards) {
        top = cards;
    }

    /** Finds a place in its gap for everything that runs up or down there, now that every card has its place. */
    void settle(Point where, Map<String, Box> placed, Map<String, Integer> ports) {
        corner = where;
        cards = placed;
        inputs = ports;
        for (int gap : lanes.gaps()) {
            List<String> leaving = new ArrayList<>(lanes.leaving(gap));
            // A higher output turns before a lower one, and a lower port is reached before a higher one: so they do
            // not cross.
            leaving.sort(
                    Comparator.comparingDouble(card -> placed.get(card).output().y()));
            List<Link> coming = new ArrayList<>(lanes.comingDown(gap));
            coming.sort(Comparator.comparingDouble(link -> -entry(link).y()));
            double step = (left[gap + 1] - right[gap]) / (leaving.size() + coming.size() + 1);
            double x = corner.x() + right[gap];
            for (String card : leaving) {
                x += step;
                outwards.put(card, x);
            }
            for (Link link : coming) {
                x += step;
                down.put(link, x);
            }
        }
    }

    private Point entry(Link link) {
        return cards.get(link.to()).input(link.port(), inputs.get(link.to()));
    }

    /** The way of a link from a column to one further to the right. */
    List<Point> route(Link link, int from, int to) {
        Point start = cards.get(link.from()).output();
        Point end = entry(link);
        double turn = outwards.get(link.from());
        if (to == from + 1) {
            return start.y() == end.y()
                    ? List.of(start, end)
                    : List.of(start, new Point(turn, start.y()), new Point(turn, end.y()), end);
        }
        double lane = lanes.lane(link, corner.y() + top - Spacing.LINKS);
        double descent = down.get(link);
        return List.of(
                start,
                new Point(turn, start.y()),
                new Point(turn, lane),
                new Point(descent, lane),
                new Point(descent, end.y()),
                end);
    }
}
