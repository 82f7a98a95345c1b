package org.convscape.layout;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.convscape.document.Point;
import org.convscape.graph.GroupPath;

/**
 * A plain drawing that always succeeds, in time linear in the cards and links: what stands in a group is put into
 * columns by its distance from the group's beginning, inner groups first; connections run between the columns and,
 * where they go further than one, in lanes above them.
 */
final class ColumnLayout {
    private final LayoutRequest request;
    private final Map<GroupPath, List<Object>> members = new LinkedHashMap<>();
    private final Map<GroupPath, Map<Object, Set<Object>>> followers = new HashMap<>();
    private final Map<Object, Box> boxes = new HashMap<>();
    private final Map<Object, Integer> columnOf = new HashMap<>();
    private final Map<GroupPath, Floor> floors = new HashMap<>();
    private final Map<Link, Ends> ends = new LinkedHashMap<>();

    /** The members of a group, cards or what holds them, between which a link runs. */
    private record Ends(GroupPath in, Object from, Object to) {}

    private ColumnLayout(LayoutRequest request) {
        this.request = request;
    }

    static LayoutResult arrange(LayoutRequest request) {
        ColumnLayout layout = new ColumnLayout(request);
        layout.collect();
        layout.number();
        List<GroupPath> innerFirst = new ArrayList<>(layout.members.keySet());
        java.util.Collections.reverse(innerFirst);
        innerFirst.forEach(layout::fill);
        return layout.result();
    }

    private void collect() {
        VisibleGraph view = request.view();
        members.put(GroupPath.ROOT, new ArrayList<>());
        for (GroupPath group : view.groups()) {
            members.get(VisibleGraph.around(group.text(), members.keySet())).add(group);
            members.put(group, new ArrayList<>());
        }
        Map<String, GroupPath> within = new HashMap<>();
        for (Card card : view.cards()) {
            members.get(card.within()).add(card.path());
            within.put(card.path(), card.within());
            Extent extent = request.sizes().apply(card);
            boxes.put(card.path(), new Box(0, 0, extent.width(), extent.height()));
        }
        for (Link link : view.links()) {
            List<Object> from = chain(link.from(), within.get(link.from()));
            List<Object> to = chain(link.to(), within.get(link.to()));
            int common = 0;
            while (common < Math.min(from.size(), to.size()) && from.get(common).equals(to.get(common))) {
                common++;
            }
            if (common < from.size() && common < to.size()) {
                GroupPath shared = common == 0 ? GroupPath.ROOT : (GroupPath) from.get(common - 1);
                followers
                        .computeIfAbsent(shared, group -> new HashMap<>())
                        .computeIfAbsent(from.get(common), member -> new LinkedHashSet<>())
                        .add(to.get(common));
                ends.put(link, new Ends(shared, from.get(common), to.get(common)));
            }
        }
    }

    /** Finds the columns of every group, and what runs between them. */
    private void number() {
        members.forEach((group, held) -> {
            columnOf.putAll(columns(held, followers.getOrDefault(group, Map.of())));
            floors.put(group, new Floor(held.size()));
        });
        ends.forEach((link, between) ->
                floors.get(between.in()).lanes().add(link, columnOf.get(between.from()), columnOf.get(between.to())));
        floors.values().forEach(floor -> floor.lanes().assign());
    }

    /** The open groups around a card from the outermost, then the card. */
    private List<Object> chain(String card, GroupPath within) {
        List<Object> chain = new ArrayList<>();
        for (GroupPath group : within.lineage()) {
            if (members.containsKey(group)) {
                chain.add(group);
            }
        }
        chain.add(card);
        return chain;
    }

    /** Places the members of one group relative to its corner, and gives the group its size. */
    private void fill(GroupPath group) {
        Map<Integer, List<Object>> byColumn = new java.util.TreeMap<>();
        for (Object member : members.get(group)) {
            byColumn.computeIfAbsent(columnOf.get(member), any -> new ArrayList<>())
                    .add(member);
        }
        double tallest =
                byColumn.values().stream().mapToDouble(this::height).max().orElse(0);
        boolean root = group.isRoot();
        Floor floor = floors.get(group);
        double x = root ? 0 : Spacing.GROUP;
        double top = (root ? 0 : request.groupHeader() + Spacing.GROUP / 2)
                + floor.lanes().height();
        floor.top(top);
        double right = x;
        for (Map.Entry<Integer, List<Object>> column : byColumn.entrySet()) {
            double y = top + (tallest - height(column.getValue())) / 2;
            double widest = 0;
            for (Object member : column.getValue()) {
                Box box = boxes.get(member);
                boxes.put(member, new Box(x, y, box.width(), box.height()));
                y += box.height() + Spacing.CARDS;
                widest = Math.max(widest, box.width());
            }
            right = x + widest;
            floor.column(column.getKey(), x, right);
            x = right + floor.lanes().gap(column.getKey());
        }
        double width = Math.max(right + Spacing.GROUP, Spacing.GROUP_WIDTH);
        boxes.put(group, new Box(0, 0, width, top + tallest + Spacing.GROUP));
    }

    private double height(Collection<Object> column) {
        return column.stream().mapToDouble(member -> boxes.get(member).height()).sum()
                + Spacing.CARDS * (column.size() - 1);
    }

    /** The column of each member: one more than that of the last one before it; cycles are cut where they close. */
    private static Map<Object, Integer> columns(List<Object> members, Map<Object, Set<Object>> followers) {
        Map<Object, Integer> waiting = new LinkedHashMap<>();
        members.forEach(member -> waiting.put(member, 0));
        followers.values().forEach(targets -> targets.forEach(to -> waiting.merge(to, 1, Integer::sum)));
        Map<Object, Integer> columns = new HashMap<>();
        java.util.ArrayDeque<Object> ready = new java.util.ArrayDeque<>();
        Set<Object> remaining = new LinkedHashSet<>(members);
        for (Object member : members) {
            if (waiting.get(member) == 0) {
                ready.add(member);
            }
        }
        while (!remaining.isEmpty()) {
            Object member = ready.isEmpty() ? remaining.iterator().next() : ready.remove();
            if (!remaining.remove(member)) {
                continue;
            }
            int column = columns.computeIfAbsent(member, any -> 0);
            for (Object follower : followers.getOrDefault(member, Set.of())) {
                if (remaining.contains(follower)) {
                    columns.merge(follower, column + 1, Math::max);
                    if (waiting.merge(follower, -1, Integer::sum) == 0) {
                        ready.add(follower);
                    }
                }
            }
        }
        Map<Object, Integer> inOrder = new LinkedHashMap<>();
        members.forEach(member -> inOrder.put(member, columns.get(member)));
        return inOrder;
    }

    private LayoutResult result() {
        Map<GroupPath, Box> groups = new LinkedHashMap<>();
        Map<String, Box> cards = new LinkedHashMap<>();
        Map<GroupPath, Point> corners = new HashMap<>(Map.of(GroupPath.ROOT, new Point(0, 0)));
        for (GroupPath group : request.view().groups()) {
            Point outer = corners.get(VisibleGraph.around(group.text(), corners.keySet()));
            Box box = boxes.get(group).moved(outer.x(), outer.y());
            groups.put(group, box);
            corners.put(group, box.corner());
        }
        for (Card card : request.view().cards()) {
            Point outer = corners.get(card.within());
            cards.put(card.path(), boxes.get(card.path()).moved(outer.x(), outer.y()));
        }
        Map<Link, List<Point>> routes = new HashMap<>(Routes.all(request.view(), cards));
        Map<String, Integer> inputs = new HashMap<>();
        request.view().cards().forEach(card -> inputs.put(card.path(), card.inputs()));
        floors.forEach((group, floor) -> floor.settle(corners.get(group), cards, inputs));
        ends.forEach((link, between) -> {
            int from = columnOf.get(between.from());
            int to = columnOf.get(between.to());
            if (from < to) {
                routes.put(link, floors.get(between.in()).route(link, from, to));
            }
        });
        Map<Link, List<Point>> ordered = new LinkedHashMap<>();
        request.view().links().forEach(link -> ordered.put(link, routes.get(link)));
        return new LayoutResult(cards, groups, ordered);
    }
}
