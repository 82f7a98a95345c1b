package org.convscape.layout;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.convscape.document.Point;
import org.convscape.graph.GroupPath;

/** Moves what a person has put somewhere to that place, and draws groups and connections after it. */
final class FixedPositions {
    private record Shift(double x, double y) {
        static final Shift NONE = new Shift(0, 0);
    }

    private final LayoutRequest request;
    private final LayoutResult automatic;
    private final Map<GroupPath, Shift> groupShifts = new HashMap<>();
    private final Map<String, Shift> cardShifts = new HashMap<>();

    private FixedPositions(LayoutRequest request, LayoutResult automatic) {
        this.request = request;
        this.automatic = automatic;
    }

    static LayoutResult applied(LayoutRequest request, LayoutResult automatic) {
        boolean any = automatic.cards().keySet().stream().anyMatch(request.positions()::containsKey)
                || automatic.groups().keySet().stream()
                        .anyMatch(group -> request.positions().containsKey(group.text()));
        return any ? new FixedPositions(request, automatic).result() : automatic;
    }

    private LayoutResult result() {
        groupShifts.put(GroupPath.ROOT, Shift.NONE);
        for (GroupPath group : request.view().groups()) {
            Shift outer = groupShifts.get(VisibleGraph.around(group.text(), groupShifts.keySet()));
            groupShifts.put(group, shift(group.text(), automatic.groups().get(group), outer));
        }
        Map<String, Box> cards = new LinkedHashMap<>();
        for (Card card : request.view().cards()) {
            Box box = automatic.cards().get(card.path());
            Shift shift = shift(card.path(), box, groupShifts.get(card.within()));
            cardShifts.put(card.path(), shift);
            cards.put(card.path(), box.moved(shift.x(), shift.y()));
        }
        Map<Link, List<Point>> routes = new LinkedHashMap<>();
        Map<Link, List<Point>> plain = Routes.all(request.view(), cards);
        automatic.routes().forEach((link, route) -> routes.put(link, route(link, route, plain.get(link))));
        return new LayoutResult(cards, groups(cards), routes);
    }

    private Shift shift(String path, Box box, Shift outer) {
        Point wanted = request.positions().get(path);
        return wanted == null ? outer : new Shift(wanted.x() - box.x(), wanted.y() - box.y());
    }

    /** The route that was found stays where both ends have moved together. */
    private List<Point> route(Link link, List<Point> found, List<Point> plain) {
        Shift shift = cardShifts.get(link.from());
        if (!shift.equals(cardShifts.get(link.to()))) {
            return plain;
        }
        return RoutePieces.moved(found, new Point(shift.x(), shift.y()));
    }

    /** A group keeps its box as long as what it holds has only moved with it; else it is drawn around what it holds. */
    private Map<GroupPath, Box> groups(Map<String, Box> cards) {
        Map<GroupPath, List<Box>> held = new HashMap<>();
        Map<GroupPath, Boolean> together = new HashMap<>();
        for (Card card : request.view().cards()) {
            Shift shift = cardShifts.get(card.path());
            hold(card.within(), cards.get(card.path()), shift.equals(groupShifts.get(card.within())), held, together);
        }
        List<GroupPath> innerFirst = new ArrayList<>(request.view().groups());
        java.util.Collections.reverse(innerFirst);
        Map<GroupPath, Box> boxes = new HashMap<>();
        for (GroupPath group : innerFirst) {
            Shift shift = groupShifts.get(group);
            Box box = together.getOrDefault(group, true)
                    ? automatic.groups().get(group).moved(shift.x(), shift.y())
                    : padded(Box.around(held.get(group)));
            boxes.put(group, box);
            GroupPath outer =
                    VisibleGraph.around(group.text(), automatic.groups().keySet());
            boolean whole = together.getOrDefault(group, true) && shift.equals(groupShifts.get(outer));
            hold(outer, box, whole, held, together);
        }
        Map<GroupPath, Box> ordered = new LinkedHashMap<>();
        request.view().groups().forEach(group -> ordered.put(group, boxes.get(group)));
        return ordered;
    }

    private static void hold(
            GroupPath group, Box box, boolean whole, Map<GroupPath, List<Box>> held, Map<GroupPath, Boolean> together) {
        held.computeIfAbsent(group, any -> new ArrayList<>()).add(box);
        together.merge(group, whole, Boolean::logicalAnd);
    }

    private Box padded(Box box) {
        double header = request.groupHeader() + Spacing.GROUP / 2;
        return new Box(
                box.x() - Spacing.GROUP,
                box.y() - header,
                Math.max(box.width() + 2 * Spacing.GROUP, Spacing.GROUP_WIDTH),
                box.height() + header + Spacing.GROUP);
    }
}
