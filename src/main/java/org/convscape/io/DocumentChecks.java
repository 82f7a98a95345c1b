package org.convscape.io;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.convscape.document.Point;
import org.convscape.graph.Folded;
import org.convscape.graph.Graph;
import org.convscape.graph.Group;
import org.convscape.graph.GroupPath;
import org.convscape.graph.Naming;
import org.convscape.graph.Node;
import org.convscape.graph.Port;
import org.convscape.op.Operation;

/**
 * What a document's file may say beyond the kind of each value: checked once, on reading, so that nothing that works on
 * a document has to ask again.
 */
final class DocumentChecks {
    /** Canvases are never so wide; sums of such places stay exact. */
    private static final double FARTHEST = 1e9;

    private DocumentChecks() {}

    /**
     * Checks that every text anywhere in a file, names of fields among them, can be written again as it was read.
     *
     * @throws FileFailure for half a surrogate pair, which UTF-8 cannot hold
     */
    static void texts(JsonPlace place) {
        if (place.missing()) {
            return;
        }
        if (place.node().isTextual()) {
            if (!Naming.isUnicode(place.node().textValue())) {
                throw notUnicode(place, place.node().textValue());
            }
        } else if (place.node().isObject()) {
            for (String name : place.names()) {
                if (!Naming.isUnicode(name)) {
                    throw notUnicode(place, name);
                }
                texts(place.field(name));
            }
        } else if (place.node().isArray()) {
            place.elements().forEach(DocumentChecks::texts);
        }
    }

    private static FileFailure notUnicode(JsonPlace place, String text) {
        return place.failure(
                "expected text that is Unicode, found half a surrogate pair alone in " + Naming.quoted(text));
    }

    /**
     * The path of a node or group.
     *
     * @throws FileFailure for what {@link Naming} does not allow
     */
    static String path(JsonPlace place) {
        String path = place.text("a path such as stage1/conv in quotes");
        Naming.fault(path).ifPresent(expected -> {
            throw place.failure("expected " + expected + ", found " + Naming.quoted(path));
        });
        return path;
    }

    /**
     * Checks that no two nodes say they are the same one, which would give both the same weights.
     *
     * @param places where each of the nodes was read, in the same order
     */
    static void origins(List<JsonPlace> places, Collection<Node> nodes) {
        Map<String, String> paths = new HashMap<>();
        int at = 0;
        for (Node node : nodes) {
            JsonPlace place = places.get(at++);
            String other = paths.put(node.origin(), node.path());
            if (other != null) {
                throw place.failure("the node " + Naming.quoted(other) + " has the origin "
                        + Naming.quoted(node.origin()) + " too; origins are unique, because weights are found by them");
            }
        }
    }

    /**
     * Checks what groups say of the nodes they hold.
     *
     * @param places where each of the graph's groups was read, in the same order
     * @throws FileFailure for a group of nothing, and for an entry or exit that is not in its group
     */
    static void groups(List<JsonPlace> places, Graph graph) {
        Set<GroupPath> holding = GroupPath.around(graph.nodes());
        int at = 0;
        for (Group group : graph.groups()) {
            JsonPlace place = places.get(at++);
            if (!holding.contains(group.path())) {
                throw place.failure("a group holds at least one node, and no node's path begins with "
                        + Naming.quoted(group.path().text() + "/"));
            }
            JsonPlace stated = place.field("entries");
            List<JsonPlace> entries = stated.missing() ? List.of() : stated.elements();
            for (int i = 0; i < entries.size(); i++) {
                entry(entries.get(i), group.entries().get(i), group, graph);
            }
            if (!group.exit().isEmpty() && !group.path().contains(group.exit())) {
                throw outside(place.field("exit"), group, group.exit());
            }
        }
    }

    private static void entry(JsonPlace place, Port port, Group group, Graph graph) {
        if (!group.path().contains(port.node())) {
            throw outside(place.field("node"), group, port.node());
        }
        int ports = graph.node(port.node()).inputs().size();
        if (port.index() >= ports) {
            throw place.field("port")
                    .failure(
                            "node " + Naming.quoted(port.node()) + " has " + ports + (ports == 1 ? " input" : " inputs")
                                    + (ports == 0 ? "" : ", counted from 0") + "; found " + port.index());
        }
    }

    private static FileFailure outside(JsonPlace place, Group group, String node) {
        return place.failure("expected a node of the group "
                + Naming.quoted(group.path().text()) + ", found " + Naming.quoted(node));
    }

    /**
     * Checks what a node stands for: a layer that can take in scalings, and at least one of them, at paths that are
     * free.
     *
     * @param nodes the paths of all nodes
     * @param others what other nodes stand for
     * @throws FileFailure where taking them apart could not give them back
     */
    static void fold(JsonPlace place, Folded folded, Set<String> nodes, Collection<Folded> others) {
        Operation linear = folded.linear().operation();
        if (linear.withBias().isEmpty()) {
            throw place.field("linear")
                    .field("operation")
                    .failure("expected a layer that takes in a scaling, such as conv2d, found "
                            + Naming.quoted(linear.type().id()));
        }
        List<JsonPlace> places = place.field("scalings").elements();
        if (places.isEmpty()) {
            throw place.field("scalings").failure("expected at least one scaling that was taken in, found none");
        }
        Set<String> taken = new HashSet<>(nodes);
        others.forEach(other -> other.scalings().forEach(scaling -> taken.add(scaling.path())));
        for (int i = 0; i < places.size(); i++) {
            scaling(places.get(i), folded.scalings().get(i), taken);
        }
    }

    private static void scaling(JsonPlace place, Node scaling, Set<String> taken) {
        if (!taken.add(scaling.path())) {
            throw place.field("path")
                    .failure("there is already a node " + Naming.quoted(scaling.path()) + "; paths are unique");
        }
        if (scaling.operation().channelAffine().isEmpty()) {
            throw place.field("operation")
                    .failure("expected a scaling of channels, such as batch-norm, found "
                            + Naming.quoted(scaling.operation().type().id()));
        }
    }

    /** Checks that everything lies where a canvas can reach. */
    static void positions(JsonPlace place, Map<String, Point> positions) {
        positions.forEach((path, point) -> {
            if (Math.abs(point.x()) > FARTHEST || Math.abs(point.y()) > FARTHEST) {
                throw place.field(path).expected("a place within a thousand million units of the middle");
            }
        });
    }
}
