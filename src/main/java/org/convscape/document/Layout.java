package org.convscape.document;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.convscape.graph.GroupPath;

/**
 * Where things lie on the canvas.
 *
 * @param positions by the path of a node or group; what is absent is placed automatically
 * @param collapsed the groups that are drawn as one card
 */
public record Layout(Map<String, Point> positions, Set<GroupPath> collapsed) {

    /** Everything placed automatically, every group open. */
    public static final Layout AUTOMATIC = new Layout(Map.of(), Set.of());

    /** Keeps unmodifiable copies in a stable order, so that saved files do not jump. */
    public Layout {
        positions = Collections.unmodifiableMap(new TreeMap<>(positions));
        collapsed = Collections.unmodifiableSet(new TreeSet<>(collapsed));
    }

    /** Where a node or group was put, if a person put it somewhere. */
    public Optional<Point> position(String path) {
        return Optional.ofNullable(positions.get(path));
    }

    /** This layout with some things moved. */
    public Layout moved(Map<String, Point> moved) {
        Map<String, Point> changed = new LinkedHashMap<>(positions);
        changed.putAll(moved);
        return new Layout(changed, collapsed);
    }

    /** This layout with groups drawn as one card each, or opened. */
    public Layout collapsed(Collection<GroupPath> groups, boolean value) {
        Set<GroupPath> changed = new TreeSet<>(collapsed);
        if (value) {
            changed.addAll(groups);
        } else {
            groups.forEach(changed::remove);
        }
        return new Layout(positions, changed);
    }

    /** This layout with every path mapped; a path that maps to null is forgotten. */
    Layout mapped(UnaryOperator<String> mapping) {
        Map<String, Point> points = new LinkedHashMap<>();
        positions.forEach((path, point) -> {
            String target = mapping.apply(path);
            if (target != null) {
                points.put(target, point);
            }
        });
        Set<GroupPath> groups = new TreeSet<>();
        for (GroupPath group : collapsed) {
            String target = mapping.apply(group.text());
            if (target != null) {
                groups.add(new GroupPath(target));
            }
        }
        return new Layout(points, groups);
    }
}
