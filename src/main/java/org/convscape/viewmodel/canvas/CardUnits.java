package org.convscape.viewmodel.canvas;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.convscape.graph.Edge;
import org.convscape.graph.Graph;
import org.convscape.graph.GroupPath;
import org.convscape.graph.Node;
import org.convscape.layout.Card;
import org.convscape.layout.Link;
import org.convscape.layout.VisibleGraph;
import org.convscape.op.Category;

/**
 * Which layers share a card: a layer and the normalisation and activation that follow it in the same group, as long as
 * nothing else takes what is between them. So a network reads as its papers draw it, and every layer stays visible.
 */
public final class CardUnits {

    /** Every layer on a card of its own. */
    public static final CardUnits APART = new CardUnits(Map.of(), Map.of());

    private final Map<String, List<String>> followers;
    private final Map<String, String> hosts;

    private CardUnits(Map<String, List<String>> followers, Map<String, String> hosts) {
        this.followers = followers;
        this.hosts = hosts;
    }

    /** Layers joined wherever that hides no connection. */
    public static CardUnits joined(Graph graph) {
        return joined(graph, Set.of());
    }

    /**
     * Layers joined wherever that hides no connection.
     *
     * @param placed the paths that a person has put somewhere: those keep cards of their own
     */
    public static CardUnits joined(Graph graph, Set<String> placed) {
        Map<String, List<String>> followers = new HashMap<>();
        Map<String, String> hosts = new HashMap<>();
        for (Node node : graph.nodes()) {
            if (hosts.containsKey(node.path()) || follows(graph, placed, node) != null) {
                continue;
            }
            Node last = node;
            for (Node next = soleFollower(graph, placed, last);
                    next != null;
                    next = soleFollower(graph, placed, last)) {
                followers.computeIfAbsent(node.path(), any -> new ArrayList<>()).add(next.path());
                hosts.put(next.path(), node.path());
                last = next;
            }
        }
        return new CardUnits(followers, hosts);
    }

    private static Node soleFollower(Graph graph, Set<String> placed, Node node) {
        List<Edge> leaving = graph.outgoing(node.path());
        if (leaving.size() != 1) {
            return null;
        }
        Node next = graph.node(leaving.get(0).to());
        return node.path().equals(follows(graph, placed, next)) ? next : null;
    }

    /** The layer whose card this one shares, or null. */
    private static String follows(Graph graph, Set<String> placed, Node node) {
        Category category = node.operation().type().category();
        boolean small = category == Category.NORMALISATION || category == Category.ACTIVATION;
        if (!small
                || placed.contains(node.path())
                || node.inputs().size() != 1
                || node.inputs().get(0).equals(Node.OPEN)) {
            return null;
        }
        Node before = graph.node(node.inputs().get(0));
        boolean shares = GroupPath.same(before.path(), node.path())
                && before.operation().type().category() != Category.INPUT
                && graph.outgoing(before.path()).size() == 1
                && !before.path().equals(node.path());
        return shares ? before.path() : null;
    }

    /** The card a node is drawn on, where it is drawn: its own, or that of the layer it follows. */
    public String host(String node) {
        return hosts.getOrDefault(node, node);
    }

    /** True when a node is drawn on the card of another. */
    public boolean isFollower(String node) {
        return hosts.containsKey(node);
    }

    /** The nodes drawn on a node's card after it, in order. */
    public List<String> followers(String host) {
        return followers.getOrDefault(host, List.of());
    }

    /** The node whose output leaves the card. */
    public String result(String host) {
        List<String> after = followers(host);
        return after.isEmpty() ? host : after.get(after.size() - 1);
    }

    /** A view in which the followers have no cards of their own. */
    public VisibleGraph applied(VisibleGraph view) {
        if (hosts.isEmpty()) {
            return view;
        }
        List<Card> cards = view.cards().stream()
                .filter(card -> !hosts.containsKey(card.path()))
                .toList();
        Map<String, Link> links = new LinkedHashMap<>();
        for (Link link : view.links()) {
            if (!hosts.containsKey(link.to())) {
                Link moved = new Link(host(link.from()), link.to(), link.port(), link.edges());
                links.put(moved.from() + " " + moved.to() + " " + moved.port(), moved);
            }
        }
        Set<GroupPath> groups = new LinkedHashSet<>(view.groups());
        return new VisibleGraph(cards, List.copyOf(groups), List.copyOf(links.values()));
    }
}
