package org.convscape.layout;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.convscape.graph.Edge;
import org.convscape.graph.Graph;
import org.convscape.graph.Group;
import org.convscape.graph.GroupPath;
import org.convscape.graph.Node;

/**
 * What of a graph is drawn when some groups are collapsed: cards, open groups (outer before inner) and links, in the
 * order of the graph. Only groups that the graph records are drawn.
 */
public record VisibleGraph(List<Card> cards, List<GroupPath> groups, List<Link> links) {

    /** Keeps unmodifiable copies. */
    public VisibleGraph {
        cards = List.copyOf(cards);
        groups = List.copyOf(groups);
        links = List.copyOf(links);
    }

    /** The view of a graph; collapsed paths that name no group of the graph are ignored. */
    public static VisibleGraph of(Graph graph, Set<GroupPath> collapsed) {
        Set<GroupPath> recorded = new HashSet<>();
        for (Group group : graph.groups()) {
            recorded.add(group.path());
        }
        Map<String, Card> cards = new LinkedHashMap<>();
        Card[] cardOf = new Card[graph.size()];
        Set<GroupPath> open = new java.util.LinkedHashSet<>();
        Card before = null;
        GroupPath neighbour = null;
        for (int position = 0; position < cardOf.length; position++) {
            GroupPath around = graph.groupAround(position);
            // Neighbours in a collapsed group are on the same card, which then need not be looked for.
            if (before == null || !before.collapsedGroup() || around != neighbour) {
                Card found = cardFor(graph.node(position), around, recorded, collapsed, open);
                Card known = cards.putIfAbsent(found.path(), found);
                before = known == null ? found : known;
            }
            cardOf[position] = before;
            neighbour = around;
        }
        return new VisibleGraph(List.copyOf(cards.values()), List.copyOf(open), links(graph, cardOf));
    }

    private static Card cardFor(
            Node node, GroupPath around, Set<GroupPath> recorded, Set<GroupPath> collapsed, Set<GroupPath> open) {
        GroupPath within = GroupPath.ROOT;
        for (GroupPath group : around.lineage()) {
            if (recorded.contains(group)) {
                if (collapsed.contains(group)) {
                    return new Card(group.text(), true, within, 1);
                }
                open.add(group);
                within = group;
            }
        }
        int inputs = Math.max(node.inputs().size(), node.operation().type().minimumInputs());
        return new Card(node.path(), false, within, inputs);
    }

    private static List<Link> links(Graph graph, Card[] cardOf) {
        record Ends(String from, String to, int port) {}
        Map<Ends, List<Edge>> byEnds = new LinkedHashMap<>();
        for (int position = 0; position < cardOf.length; position++) {
            Node node = graph.node(position);
            Card to = cardOf[position];
            for (int port = 0; port < node.inputs().size(); port++) {
                int source = graph.source(position, port);
                boolean drawn = source >= 0 && !(cardOf[source] == to && to.collapsedGroup());
                if (drawn) {
                    Ends ends = new Ends(cardOf[source].path(), to.path(), to.collapsedGroup() ? 0 : port);
                    byEnds.computeIfAbsent(ends, any -> new ArrayList<>())
                            .add(new Edge(node.inputs().get(port), node.path(), port));
                }
            }
        }
        List<Link> links = new ArrayList<>(byEnds.size());
        byEnds.forEach((ends, shown) -> links.add(new Link(ends.from(), ends.to(), ends.port(), shown)));
        return links;
    }

    /** The innermost of these groups that lies around a group or card of that path; the root where none does. */
    static GroupPath around(String path, Collection<GroupPath> groups) {
        for (GroupPath group = GroupPath.of(path); !group.isRoot(); group = group.parent()) {
            if (groups.contains(group)) {
                return group;
            }
        }
        return GroupPath.ROOT;
    }
}
