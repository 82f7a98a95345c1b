package org.convscape.layout;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.convscape.document.Point;
import org.convscape.graph.GroupPath;

/**
 * What is shown while a better arrangement is being found: everything stays where it was or goes where a person put it,
 * and what is new stands beside what it is connected to.
 */
public final class Provisional {
    private final LayoutRequest request;
    private final LayoutResult last;
    private final Map<String, Box> cards = new LinkedHashMap<>();

    private Provisional(LayoutRequest request, LayoutResult last) {
        this.request = request;
        this.last = last;
    }

    /**
     * Such places; a card that is connected to nothing that has a place has none either.
     *
     * @param last where everything was before
     */
    public static LayoutResult of(LayoutRequest request, LayoutResult last) {
        return new Provisional(request, last).result();
    }

    private LayoutResult result() {
        for (Card card : request.view().cards()) {
            Point corner = known(card);
            if (corner != null) {
                put(card, corner);
            }
        }
        for (Card card : request.view().cards()) {
            if (!cards.containsKey(card.path())) {
                besideNeighbours(card);
            }
        }
        Map<GroupPath, Box> groups = new LinkedHashMap<>();
        for (GroupPath group : request.view().groups()) {
            Box box = last.groups().get(group);
            if (box != null) {
                groups.put(group, box);
            }
        }
        return new LayoutResult(cards, groups, routes());
    }

    /** Where a person put a card, or where it was before; a group that was open, where its frame began. */
    private Point known(Card card) {
        Point put = request.positions().get(card.path());
        Box before = last.cards().get(card.path());
        Box frame = card.collapsedGroup() ? last.groups().get(new GroupPath(card.path())) : null;
        if (put != null) {
            return put;
        }
        return before != null ? before.corner() : frame != null ? frame.corner() : null;
    }

    private void put(Card card, Point corner) {
        Extent extent = request.sizes().apply(card);
        cards.put(card.path(), new Box(corner.x(), corner.y(), extent.width(), extent.height()));
    }

    private void besideNeighbours(Card card) {
        Extent extent = request.sizes().apply(card);
        for (Link link : request.view().links()) {
            Box source = link.to().equals(card.path()) ? cards.get(link.from()) : null;
            Box target = link.from().equals(card.path()) ? cards.get(link.to()) : null;
            if (source != null) {
                put(card, new Point(source.right() + Spacing.COLUMNS, source.y()));
                return;
            }
            if (target != null) {
                put(card, new Point(target.x() - Spacing.COLUMNS - extent.width(), target.y()));
                return;
            }
        }
    }

    /** The ways that were there stay as long as their ends do; the others are drawn plainly. */
    private Map<Link, List<Point>> routes() {
        Map<String, Integer> inputs = new HashMap<>();
        Set<String> still = new HashSet<>();
        for (Card card : request.view().cards()) {
            inputs.put(card.path(), card.inputs());
            Box box = cards.get(card.path());
            if (box != null && box.equals(last.cards().get(card.path()))) {
                still.add(card.path());
            }
        }
        Map<Link, List<Point>> routes = new LinkedHashMap<>();
        for (Link link : request.view().links()) {
            Box from = cards.get(link.from());
            Box to = cards.get(link.to());
            List<Point> before = last.routes().get(link);
            Point end = to == null ? null : to.input(link.port(), inputs.get(link.to()));
            boolean same = before != null
                    && still.contains(link.from())
                    && still.contains(link.to())
                    && near(before.get(before.size() - 1), end);
            if (same) {
                routes.put(link, before);
            } else if (from != null && to != null) {
                routes.put(link, Routes.between(from, to, link.port(), inputs.get(link.to())));
            }
        }
        return routes;
    }

    /** A card that has got more inputs is entered at other heights. */
    private static boolean near(Point one, Point other) {
        return Math.abs(one.x() - other.x()) < 1 && Math.abs(one.y() - other.y()) < 1;
    }
}
