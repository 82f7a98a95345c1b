package org.convscape.layout;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.convscape.document.Point;
import org.convscape.graph.GroupPath;

/**
 * Where everything lies.
 *
 * @param cards the box of each card, by path
 * @param groups the box of each open group, header included; outer groups come before inner ones
 * @param routes the corners of each link, from the output it leaves to the input it enters; between corners it runs
 *     straight
 */
public record LayoutResult(Map<String, Box> cards, Map<GroupPath, Box> groups, Map<Link, List<Point>> routes) {

    /** Keeps unmodifiable copies in their order. */
    public LayoutResult {
        cards = Collections.unmodifiableMap(new LinkedHashMap<>(cards));
        groups = Collections.unmodifiableMap(new LinkedHashMap<>(groups));
        routes = Collections.unmodifiableMap(new LinkedHashMap<>(routes));
    }

    /** The box around everything, connections included. */
    public Box bounds() {
        List<Box> all = new ArrayList<>(cards.values());
        all.addAll(groups.values());
        routes.values().forEach(route -> route.forEach(point -> all.add(new Box(point.x(), point.y(), 0, 0))));
        return Box.around(all);
    }
}
