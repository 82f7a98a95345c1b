package org.convscape.scene;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

    private static final int NONE = -1;

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
        int[] before = new int[graph.size()];
        int[] after = new int[graph.size()];
        Arrays.fill(after, NONE);
        for (int position = 0; position < before.length; position++) {
            before[position] = follows(graph, placed, position);
            if (before[position] != NONE) {
                after[before[position]] = position;
            }
        }
        Map<String, List<String>> followers = new HashMap<>();
        Map<String, String> hosts = new HashMap<>();
        for (int position = 0; position < before.length; position++) {
            if (before[position] != NONE || after[position] == NONE) {
                continue;
            }
            String host = graph.node(position).path();
            List<String> joined = new ArrayList<>(2);
            for (int next = after[position]; next != NONE; next = after[next]) {
                joined.add(graph.node(next).path());
                hosts.put(graph.node(next).path(), host);
            }
            followers.put(host, joined);
        }
        return new CardUnits(followers, hosts);
    }

    /** The position of the layer whose card this one shares. */
    private static int follows(Graph graph, Set<String> placed, int position) {
        Node node = graph.node(position);
        Category category = node.operation().type().category();
        boolean small = category == Category.NORMALISATION || category == Category.ACTIVATION;
        if (!small || node.inputs().size() != 1 || placed.contains(node.path())) {
            return NONE;
        }
        int source = graph.source(position, 0);
        if (source < 0 || source == position) {
            return NONE;
        }
        Node before = graph.node(source);
        boolean shares = graph.groupAround(source) == graph.groupAround(position)
                && !before.isInput()
                && graph.outgoing(source).size() == 1;
        return shares ? source : NONE;
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

    /** All nodes drawn on a node's card, its own first. */
    public List<String> members(String host) {
        List<String> members = new ArrayList<>(List.of(host));
        members.addAll(followers(host));
        return members;
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
        record Ends(String from, String to, int port) {}
        Map<Ends, Link> links = new LinkedHashMap<>();
        for (Link link : view.links()) {
            if (!hosts.containsKey(link.to())) {
                Link moved = new Link(host(link.from()), link.to(), link.port(), link.edges());
                links.put(new Ends(moved.from(), moved.to(), moved.port()), moved);
            }
        }
        Set<GroupPath> groups = new LinkedHashSet<>(view.groups());
        return new VisibleGraph(cards, List.copyOf(groups), List.copyOf(links.values()));
    }
}
