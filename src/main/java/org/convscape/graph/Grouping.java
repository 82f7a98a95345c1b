package org.convscape.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.convscape.attribute.AttributeSchema;

/** The groups that the paths of nodes speak of, with the ports by which they are entered and left. */
public final class Grouping {
    private Grouping() {}

    /** One group for each that a path speaks of, the outer ones first. */
    public static List<Group> of(List<Node> nodes) {
        Set<GroupPath> paths = new LinkedHashSet<>();
        nodes.forEach(node -> paths.addAll(node.group().lineage()));
        Map<String, List<Node>> takers = new HashMap<>();
        nodes.forEach(node -> node.inputs().forEach(input -> takers.computeIfAbsent(input, key -> new ArrayList<>())
                .add(node)));
        return paths.stream().map(path -> group(path, nodes, takers)).toList();
    }

    /** What the first node takes from outside is what the whole group takes. */
    private static Group group(GroupPath path, List<Node> nodes, Map<String, List<Node>> takers) {
        List<Port> entries = new ArrayList<>();
        Set<String> exits = new HashSet<>();
        String source = null;
        for (Node node : nodes) {
            if (!path.contains(node.path())) {
                continue;
            }
            for (int port = 0; port < node.inputs().size(); port++) {
                String input = node.inputs().get(port);
                if (!path.contains(input) && (source == null || source.equals(input))) {
                    source = input;
                    entries.add(new Port(node.path(), port));
                }
            }
            List<Node> after = takers.getOrDefault(node.path(), List.of());
            if (after.isEmpty() || after.stream().anyMatch(taker -> !path.contains(taker.path()))) {
                exits.add(node.path());
            }
        }
        String exit = exits.size() == 1 ? exits.iterator().next() : "";
        return new Group(path, "", AttributeSchema.EMPTY.defaults(), entries, exit);
    }
}
