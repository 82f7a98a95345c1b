package org.convscape.layout;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.convscape.document.Point;
import org.convscape.graph.GroupPath;

/**
 * Breaks long chains into rows that are read like lines of text, inside groups first: a deep network becomes a page
 * instead of a ribbon. What is short stays as it was drawn.
 */
final class RowBreaks {
    private static final double ROUNDING = 1e-6;

    private final LayoutRequest request;
    private final LayoutResult straight;
    private final Map<Object, List<Object>> members = new LinkedHashMap<>();
    private final Map<Object, Box> before = new HashMap<>();
    private final Map<Object, Extent> sizes = new HashMap<>();
    private final Map<Object, Columns> columns = new HashMap<>();
    private final Map<Object, Box> after = new HashMap<>();
    private final Map<String, GroupPath> within = new HashMap<>();
    private final Map<String, List<Link>> siblings = new HashMap<>();

    private RowBreaks(LayoutRequest request, LayoutResult straight) {
        this.request = request;
        this.straight = straight;
    }

    static LayoutResult applied(LayoutRequest request, LayoutResult straight) {
        Box bounds = straight.bounds();
        boolean ribbon = bounds.width() > Columns.WIDEST
                || straight.groups().values().stream().anyMatch(box -> box.width() > Columns.WIDEST);
        if (!ribbon || request.view().cards().isEmpty()) {
            return straight;
        }
        RowBreaks folding = new RowBreaks(request, straight);
        folding.collect();
        List<Object> innerFirst = new ArrayList<>(folding.members.keySet());
        Collections.reverse(innerFirst);
        innerFirst.forEach(folding::size);
        folding.members.keySet().forEach(folding::settle);
        return folding.result();
    }

    private void collect() {
        members.put(GroupPath.ROOT, new ArrayList<>());
        Set<GroupPath> open = new HashSet<>();
        for (GroupPath group : request.view().groups()) {
            members.get(VisibleGraph.around(group.text(), open)).add(group);
            open.add(group);
            members.put(group, new ArrayList<>());
            note(group, straight.groups().get(group));
        }
        for (Card card : request.view().cards()) {
            members.get(card.within()).add(card.path());
            within.put(card.path(), card.within());
            note(card.path(), straight.cards().get(card.path()));
        }
        note(
                GroupPath.ROOT,
                Box.around(members.get(GroupPath.ROOT).stream().map(before::get).toList()));
        members.forEach((container, held) -> columns.put(container, new Columns(held, before, sizes)));
        for (Link link : request.view().links()) {
            cross(link);
            siblings.computeIfAbsent(link.from(), any -> new ArrayList<>()).add(link);
        }
    }

    private void note(Object key, Box box) {
        before.put(key, box);
        sizes.put(key, new Extent(box.width(), box.height()));
    }

    /** In every container that holds an end of the link, its output crosses the columns between. */
    private void cross(Link link) {
        List<Object> from = chain(link.from());
        List<Object> to = chain(link.to());
        int common = common(from, to);
        String output = link.edges().get(0).from();
        Columns shared = columns.get(from.get(common - 1));
        shared.cross(from.get(common), to.get(common), output);
        shared.runs(
                from.get(common),
                to.get(common),
                straight.routes().get(link).stream().mapToDouble(Point::y).min().orElseThrow());
        for (int i = common; i + 1 < from.size(); i++) {
            columns.get(from.get(i)).cross(from.get(i + 1), null, output);
        }
        for (int i = common; i + 1 < to.size(); i++) {
            columns.get(to.get(i)).cross(null, to.get(i + 1), output);
        }
    }

    private static int common(List<Object> from, List<Object> to) {
        int common = 1;
        while (common < Math.min(from.size(), to.size()) - 1 && from.get(common).equals(to.get(common))) {
            common++;
        }
        return common;
    }

    /** The root, the open groups around a card from the outermost, then the card. */
    private List<Object> chain(String card) {
        List<Object> chain = new ArrayList<>(List.of(GroupPath.ROOT));
        within.get(card).lineage().stream().filter(members::containsKey).forEach(chain::add);
        chain.add(card);
        return chain;
    }

    /** Lays out a container whose members have their sizes, relative to the corner it had, and gives it its own. */
    private void size(Object container) {
        Box box = before.get(container);
        Box content =
                Box.around(members.get(container).stream().map(before::get).toList());
        Columns held = columns.get(container);
        held.place(content.corner());
        double width = held.right() - box.x() + (box.right() - content.right());
        double height = held.bottom() - box.y() + (box.bottom() - content.bottom());
        sizes.put(container, new Extent(width, height));
    }

    /** Gives the members of a container, whose own place is known, theirs. */
    private void settle(Object container) {
        Box old = before.get(container);
        Box now = after.computeIfAbsent(container, any -> old);
        columns.get(container).places().forEach((member, at) -> {
            Extent size = sizes.get(member);
            after.put(
                    member,
                    new Box(at.x() + now.x() - old.x(), at.y() + now.y() - old.y(), size.width(), size.height()));
        });
    }

    private LayoutResult result() {
        Map<String, Box> cards = new LinkedHashMap<>();
        request.view().cards().forEach(card -> cards.put(card.path(), after.get(card.path())));
        Map<GroupPath, Box> frames = new LinkedHashMap<>();
        request.view().groups().forEach(group -> frames.put(group, after.get(group)));
        Map<Link, List<Point>> plain = Routes.all(request.view(), cards);
        Map<Link, List<Point>> routes = new LinkedHashMap<>();
        straight.routes().forEach((link, route) -> routes.put(link, route(link, route, plain.get(link))));
        return new LayoutResult(cards, frames, routes);
    }

    private List<Point> route(Link link, List<Point> found, List<Point> plain) {
        Point from = shift(link.from());
        Point to = shift(link.to());
        if (alike(from, to)) {
            return RoutePieces.moved(found, from);
        }
        List<Object> fromChain = chain(link.from());
        List<Object> toChain = chain(link.to());
        int common = common(fromChain, toChain);
        Object container = fromChain.get(common - 1);
        Columns held = columns.get(container);
        Object source = fromChain.get(common);
        Object target = toChain.get(common);
        boolean sameRow = held.row(target) == held.row(source);
        if (sameRow && Math.abs(from.x() - to.x()) < ROUNDING) {
            Optional<Columns.Gap> seam = held.seam(source, target);
            if (seam.isPresent()) {
                return new Bend(found, from, to).in(seam.get(), usual(link, seam.get()));
            }
        }
        if (held.row(target) < held.row(source)) {
            return plain;
        }
        List<Point> leaving = leaving(found, fromChain.subList(common, fromChain.size()));
        List<Point> entering = entering(found, toChain.subList(common, toChain.size()));
        if (sameRow) {
            return RoutePieces.across(leaving, entering).orElse(plain);
        }
        double above = held.top(held.row(target))
                + after.get(container).y()
                - before.get(container).y()
                - Columns.ROWS / 2;
        return RoutePieces.aroundTheRow(leaving, entering, above);
    }

    /**
     * The beginning of a route, to the right side of the outermost that holds its card: as it was found in all that has
     * moved as one with the card, and level from there.
     */
    private List<Point> leaving(List<Point> found, List<Object> holders) {
        Object together = movedAsOne(holders);
        List<Point> inside =
                RoutePieces.moved(RoutePieces.until(found, before.get(together).right()), shift(together));
        Point last = inside.get(inside.size() - 1);
        double side = after.get(holders.get(0)).right();
        return side > last.x() ? RoutePieces.joined(inside, List.of(new Point(side, last.y()))) : inside;
    }

    /** The end of a route, from the left side of the outermost that holds its card. */
    private List<Point> entering(List<Point> found, List<Object> holders) {
        Object together = movedAsOne(holders);
        List<Point> inside =
                RoutePieces.moved(RoutePieces.from(found, before.get(together).x()), shift(together));
        Point first = inside.get(0);
        double side = after.get(holders.get(0)).x();
        return side < first.x() ? RoutePieces.joined(List.of(new Point(side, first.y())), inside) : inside;
    }

    /** The outermost of these, each in the one before and a card the last, that has moved as far as the card. */
    private Object movedAsOne(List<Object> holders) {
        Object card = holders.get(holders.size() - 1);
        return holders.stream()
                .filter(holder -> alike(shift(holder), shift(card)))
                .findFirst()
                .orElse(card);
    }

    private static boolean alike(Point one, Point other) {
        return Math.abs(one.x() - other.x()) < ROUNDING && Math.abs(one.y() - other.y()) < ROUNDING;
    }

    /** Where other connections of the same output turn in a gap; its middle where none does. */
    private double usual(Link link, Columns.Gap gap) {
        return siblings.get(link.from()).stream()
                .flatMap(other -> Bend.turn(straight.routes().get(other), gap).stream())
                .findFirst()
                .orElse(gap.middle());
    }

    /** By how far a card or group has moved. */
    private Point shift(Object member) {
        Box old = before.get(member);
        Box now = after.get(member);
        return new Point(now.x() - old.x(), now.y() - old.y());
    }
}
