package org.convscape.viewmodel.canvas;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.convscape.block.BlockTemplate;
import org.convscape.block.Family;
import org.convscape.graph.Edge;
import org.convscape.graph.Graph;
import org.convscape.graph.Group;
import org.convscape.graph.Node;
import org.convscape.op.Category;
import org.convscape.viewmodel.Inventory;

/**
 * The connections of blocks that go round their layers: straight from the block's source to where branches join, and in
 * residual blocks also the shortest way where every branch has layers (a projection).
 */
final class Shortcuts {
    private final Map<Edge, Family> families = new HashMap<>();

    Shortcuts(Graph graph, Inventory inventory) {
        Map<String, Family> blocks = new HashMap<>();
        Map<String, Group> byPath = new HashMap<>();
        for (Group group : graph.groups()) {
            inventory.templateOf(group).map(BlockTemplate::family).ifPresent(family -> {
                blocks.put(group.path().text(), family);
                byPath.put(group.path().text(), group);
            });
        }
        for (Node node : graph.nodes()) {
            if (node.operation().type().category() == Category.MERGE
                    && node.inputs().size() > 1) {
                Group block = byPath.get(node.group().text());
                if (block != null) {
                    collect(graph, block, node, blocks.get(block.path().text()));
                }
            }
        }
    }

    private void collect(Graph graph, Group block, Node merge, Family family) {
        List<Edge> shortest = null;
        for (int port = 0; port < merge.inputs().size(); port++) {
            List<Edge> way = wayIn(graph, block, merge, port);
            if (merge.inputs().get(port).equals(Node.OPEN)) {
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
    private static List<Edge> wayIn(Graph graph, Group block, Node merge, int port) {
        List<Edge> way = new ArrayList<>();
        Node at = merge;
        int entered = port;
        while (at.inputs().size() > entered && way.size() < graph.size()) {
            String from = at.inputs().get(entered);
            if (from.equals(Node.OPEN)) {
                // An open entry of the block is where its source will be: the way ends there.
                return way;
            }
            way.add(new Edge(from, at.path(), entered));
            if (!block.path().contains(from)) {
                return way;
            }
            at = graph.node(from);
            entered = 0;
            if (at.inputs().size() != 1) {
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
