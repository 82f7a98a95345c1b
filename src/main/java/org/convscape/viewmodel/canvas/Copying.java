package org.convscape.viewmodel.canvas;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.convscape.document.Document;
import org.convscape.document.Edit;
import org.convscape.document.FreeName;
import org.convscape.document.Point;
import org.convscape.graph.Group;
import org.convscape.graph.GroupPath;
import org.convscape.graph.Node;
import org.convscape.graph.Port;
import org.convscape.scene.CardUnits;

/**
 * Copies of selected nodes and groups under free names; copies take from copies, and else from where the originals do.
 */
final class Copying {
    private final Document document;
    private final Map<String, String> names = new LinkedHashMap<>();
    private final Set<String> tops = new LinkedHashSet<>();

    Copying(Document document, CardUnits units, Set<String> selection) {
        this.document = document;
        selection.stream().sorted().forEach(path -> {
            tops.add(path);
            tops.addAll(units.followers(path));
        });
        tops.removeIf(path -> GroupPath.covers(tops, GroupPath.of(path).text()));
        Set<String> given = new LinkedHashSet<>();
        for (String top : tops) {
            GroupPath around = GroupPath.of(top);
            String base = GroupPath.nameOf(top);
            String free = around.child(FreeName.in(document, around, base));
            while (!given.add(free)) {
                base = base + "-copy";
                free = around.child(FreeName.in(document, around, base));
            }
            names.put(top, free);
        }
    }

    /**
     * The change.
     *
     * @param shift from where the originals lie to where their copies do, in canvas units
     */
    Edit edit(Point shift) {
        Map<String, String> paths = new HashMap<>();
        document.graph().nodes().forEach(node -> paths.put(node.path(), copyOf(node.path())));
        List<Node> nodes = new ArrayList<>();
        for (Node node : document.graph().nodes()) {
            if (!paths.get(node.path()).equals(node.path())) {
                List<String> inputs = node.inputs().stream()
                        .map(input -> paths.getOrDefault(input, input))
                        .toList();
                nodes.add(new Node(paths.get(node.path()), node.operation(), inputs));
            }
        }
        List<Group> groups = new ArrayList<>();
        for (Group group : document.graph().groups()) {
            String path = copyOf(group.path().text());
            if (!path.equals(group.path().text())) {
                List<Port> entries = group.entries().stream()
                        .map(entry -> new Port(copyOf(entry.node()), entry.index()))
                        .toList();
                groups.add(new Group(
                        new GroupPath(path), group.template(), group.attributes(), entries, copyOf(group.exit())));
            }
        }
        Map<String, Point> places = new HashMap<>();
        document.layout().positions().forEach((path, at) -> {
            if (!copyOf(path).equals(path)) {
                places.put(copyOf(path), new Point(at.x() + shift.x(), at.y() + shift.y()));
            }
        });
        return new Edit.AddCopies(nodes, groups, places);
    }

    private String copyOf(String path) {
        for (Map.Entry<String, String> top : names.entrySet()) {
            if (path.equals(top.getKey())) {
                return top.getValue();
            }
            if (new GroupPath(top.getKey()).contains(path)) {
                return top.getValue() + path.substring(top.getKey().length());
            }
        }
        return path;
    }

    /** The copies of what was selected. */
    List<String> selected() {
        return List.copyOf(names.values());
    }
}
