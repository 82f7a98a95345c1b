package org.convscape.scene;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.convscape.block.BlockTemplate;
import org.convscape.block.Family;
import org.convscape.graph.Edge;
import org.convscape.graph.Graph;
import org.convscape.graph.Group;
import org.convscape.graph.GroupPath;
import org.convscape.graph.Node;
import org.convscape.inventory.Inventory;
import org.convscape.op.Category;

/**
 * The connections of blocks that go round their layers: straight from the block's source to where branches join, and in
 * residual blocks also the shortest way where every branch has layers (a projection).
 */
final class Shortcuts {
    private final Map<Edge, Family> families = new HashMap<>();

    Shortcuts(Graph graph, Inventory inventory) {
        Map<GroupPath, Family> blocks = new HashMap<>();
        for (Group group : graph.groups()) {
            inventory
                    .templateOf(group)
                    .map(BlockTemplate::family)
                    .ifPresent(family -> blocks.put(group.path(), family));
        }
        for (int position = 0; position < graph.size(); position++) {
            Node node = graph.node(position);
            if (node.inputs().size() > 1 && node.operation().type().category() == Category.MERGE) {
                Family family = blocks.get(graph.groupAround(position));
                if (family != null) {
                    collect(graph, graph.groupAround(position), position, family);
                }
            }
        }
    }

    private void collect(Graph graph, GroupPath block, int merge, Family family) {
        List<Edge> shortest = null;
        for (int port = 0; port < graph.node(merge).inputs().size(); port++) {
            List<Edge> way = wayIn(graph, block, merge, port);
            if (graph.source(merge, port) < 0) {
                // Where the block's source will be connected straight to the merge.
                shortest = List.of();
            } else if (way.size() == 1) {
                families.put(way.get(0), Family.RESIDUAL);
                shortest = List.of();
            } else if (!way.isEmpty() && (shortest == null || way.size() < shortest.size())) {
                shortest = way;
            }
        }
        if (shortest != null && family == Family.RESIDUAL) {
            shortest.forEach(edge -> families.put(edge, family));
        }
    }

    /** The connections from the block's source to a port of the merge; empty where the branch is open or branches. */
    private static List<Edge> wayIn(Graph graph, GroupPath block, int merge, int port) {
        List<Edge> way = new ArrayList<>();
        int at = merge;
        int entered = port;
        while (graph.node(at).inputs().size() > entered && way.size() < graph.size()) {
            int from = graph.source(at, entered);
            if (from < 0) {
                // An open entry of the block is where its source will be: the way ends there.
                return way;
            }
            Node source = graph.node(from);
            way.add(new Edge(source.path(), graph.node(at).path(), entered));
            if (!block.contains(source.path())) {
                return way;
            }
            at = from;
            entered = 0;
            if (source.inputs().size() != 1) {
                return List.of();
            }
        }
        return way;
    }

    /** The family whose shortcut these connections are, or null where one of them is none. */
    Family of(List<Edge> edges) {
        return edges.stream().allMatch(families::containsKey) ? families.get(edges.get(0)) : null;
    }
}
