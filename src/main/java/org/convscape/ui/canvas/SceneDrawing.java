package org.convscape.ui.canvas;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import javafx.scene.Node;
import org.convscape.graph.GroupPath;
import org.convscape.layout.Box;
import org.convscape.layout.Card;
import org.convscape.layout.Link;
import org.convscape.viewmodel.canvas.CanvasScene;
import org.convscape.viewmodel.canvas.CardContent;
import org.convscape.viewmodel.canvas.CardFormat;
import org.convscape.viewmodel.canvas.GroupContent;
import org.convscape.viewmodel.canvas.LinkContent;

/**
 * Keeps nodes for what is seen of a scene, and only for that. What did not change since the last scene is not touched.
 */
final class SceneDrawing {
    /** More cards than this are drawn as plain rectangles. */
    static final int CARDS_AT_ONCE = 240;

    private final Layers layers;
    private final CardActions actions;
    private final Backlog backlog;
    private final Map<String, CardNode> cards = new HashMap<>();
    private final Map<GroupPath, GroupNode> groups = new HashMap<>();
    private final Map<Link, LinkNode> links = new HashMap<>();
    private final Map<Link, Box> linkBounds = new HashMap<>();
    private CanvasScene scene;
    private Map<String, Card> cardsByPath = Map.of();
    private Set<String> selection = Set.of();
    private Set<Link> selectedLinks = Set.of();
    private Set<String> wasSelected = Set.of();
    private boolean rewritten;
    private Predicate<String> dimmed = path -> false;

    /**
     * @param caughtUp is told when what an edit left for later frames has been written
     */
    SceneDrawing(Layers layers, CardActions actions, Runnable caughtUp) {
        this.layers = layers;
        this.actions = actions;
        this.backlog = new Backlog(caughtUp);
    }

    /** Draws what a scene has inside a part of the canvas. */
    void draw(CanvasScene fresh, Box visible, double scale, Set<String> selected) {
        boolean changed = fresh != scene || !selected.equals(selection);
        rewritten = fresh != scene;
        wasSelected = hosts(selection);
        if (rewritten) {
            backlog.begin();
            boolean moved = scene == null || scene.places() != fresh.places() || scene.view() != fresh.view();
            scene = fresh;
            if (moved) {
                measure();
            }
        }
        selection = selected;
        Detail detail = Detail.at(scale);
        boolean birdsEye = scene.places().cards().values().stream()
                        .filter(box -> meets(visible, box))
                        .limit(CARDS_AT_ONCE + 1L)
                        .count()
                > CARDS_AT_ONCE;
        layers.birdsEye.setVisible(birdsEye);
        if (birdsEye) {
            layers.birdsEye.draw(scene);
        }
        Box drawn = birdsEye ? new Box(Double.NaN, Double.NaN, 0, 0) : visible;
        drawCards(drawn, detail, changed);
        drawGroups(drawn, detail, changed);
        drawLinks(drawn, detail != Detail.NEAR);
        backlog.end();
    }

    /** What of the last edit is left for later frames. */
    Backlog backlog() {
        return backlog;
    }

    private void measure() {
        cardsByPath = scene.cards();
        linkBounds.clear();
        scene.places().routes().forEach((link, route) -> linkBounds.put(link, LinkNode.bounds(route)));
    }

    private void drawCards(Box visible, Detail detail, boolean changed) {
        Set<String> seen = new HashSet<>();
        scene.places().cards().forEach((path, box) -> {
            Card card = cardsByPath.get(path);
            if (card == null || !meets(visible, box)) {
                return;
            }
            seen.add(path);
            CardNode node = cards.get(path);
            boolean fresh = node == null || node.format() != formatOf(card);
            if (fresh) {
                drop(layers.cards, node);
                node = new CardNode(formatOf(card), actions);
                node.detail(detail);
                cards.put(path, node);
                layers.cards.getChildren().add(node);
            }
            if (fresh || changed) {
                boolean chosen = isSelected(card);
                if (fresh || rewritten || chosen || wasSelected.contains(path)) {
                    CardContent content = scene.contents().card(card, shownOn(card));
                    write(node, content, fresh || chosen);
                }
                node.select(chosen);
                node.dim(dimmed.test(path));
            }
            node.setTranslateX(0);
            node.setTranslateY(0);
            node.place(box);
            node.detail(detail);
        });
        retain(cards, seen, layers.cards);
    }

    private void write(CardNode node, CardContent content, boolean urgent) {
        if (content.equals(node.content())) {
            backlog.drop(node);
        } else {
            backlog.write(node, urgent, () -> node.show(content));
        }
    }

    /** The cards on which these are. */
    private Set<String> hosts(Set<String> paths) {
        Set<String> hosts = new HashSet<>();
        if (scene != null) {
            paths.forEach(path -> hosts.add(scene.contents().units().host(path)));
        }
        return hosts;
    }

    private CardFormat formatOf(Card card) {
        return scene.contents().format(card);
    }

    /** The layer that a person has picked on a card; the card itself where it is none of the others. */
    private String shownOn(Card card) {
        return scene.contents().units().followers(card.path()).stream()
                .filter(selection::contains)
                .findFirst()
                .orElse(card.path());
    }

    private boolean isSelected(Card card) {
        return selection.contains(card.path())
                || scene.contents().units().followers(card.path()).stream().anyMatch(selection::contains);
    }

    private void drawGroups(Box visible, Detail detail, boolean changed) {
        Set<GroupPath> seen = new HashSet<>();
        scene.places().groups().forEach((path, box) -> {
            if (!meets(visible, box)) {
                return;
            }
            seen.add(path);
            GroupNode node = groups.get(path);
            boolean fresh = node == null;
            if (fresh) {
                node = new GroupNode(actions);
                groups.put(path, node);
                layers.groups.getChildren().add(node);
            }
            if (fresh || changed) {
                GroupContent content = scene.contents().group(path);
                if (!content.equals(node.content())) {
                    node.show(content);
                }
                node.select(selection.contains(path.text()));
            }
            // Inner frames lie on outer ones.
            node.setViewOrder(-path.lineage().size());
            node.setTranslateX(0);
            node.setTranslateY(0);
            node.place(box);
            node.detail(detail);
        });
        retain(groups, seen, layers.groups);
    }

    private void drawLinks(Box visible, boolean far) {
        Set<Link> seen = new HashSet<>();
        scene.places().routes().forEach((link, route) -> {
            if (!cardsByPath.containsKey(link.from())
                    || !cardsByPath.containsKey(link.to())
                    || !meets(visible, linkBounds.get(link))) {
                return;
            }
            seen.add(link);
            LinkNode node = links.get(link);
            boolean fresh = node == null;
            if (fresh) {
                node = new LinkNode(layers.labels);
                links.put(link, node);
                layers.links.getChildren().add(node);
            }
            node.route(route);
            node.far(far);
            if (fresh || rewritten) {
                LinkContent content = scene.contents().link(link);
                if (!content.equals(node.content())) {
                    LinkNode line = node;
                    backlog.write(line, fresh, () -> line.show(link, content));
                }
                node.select(selectedLinks.contains(link));
            }
        });
        links.forEach((link, node) -> {
            if (!seen.contains(link)) {
                node.remove();
            }
        });
        retain(links, seen, layers.links);
    }

    private static boolean meets(Box visible, Box box) {
        return box.x() <= visible.right()
                && visible.x() <= box.right()
                && box.y() <= visible.bottom()
                && visible.y() <= box.bottom();
    }

    private static <K, N extends Node> void retain(Map<K, N> nodes, Set<K> seen, javafx.scene.Group layer) {
        Set<Node> gone = new HashSet<>();
        for (Iterator<Map.Entry<K, N>> all = nodes.entrySet().iterator(); all.hasNext(); ) {
            Map.Entry<K, N> entry = all.next();
            if (!seen.contains(entry.getKey())) {
                gone.add(entry.getValue());
                all.remove();
            }
        }
        if (!gone.isEmpty()) {
            layer.getChildren().removeAll(gone);
        }
    }

    private static void drop(javafx.scene.Group layer, Node node) {
        if (node != null) {
            layer.getChildren().remove(node);
        }
    }

    /** Dims cards that something cannot be done with. */
    void dim(Predicate<String> which) {
        dimmed = which;
        cards.forEach((path, node) -> node.dim(which.test(path)));
    }

    /** Marks the card or group that a connection is aimed at; an empty path for none. */
    void target(String aimedAt) {
        cards.forEach((path, node) -> node.target(path.equals(aimedAt)));
        groups.forEach((path, node) -> node.target(path.text().equals(aimedAt)));
    }

    /** While a connection is being made every port is seen. */
    void connecting(boolean value) {
        layers.world.getStyleClass().remove("connecting");
        if (value) {
            layers.world.getStyleClass().add("connecting");
        }
    }

    /** Marks the connection under the pointer; null for none. */
    void point(Link pointed) {
        links.forEach((link, node) -> node.point(link.equals(pointed)));
    }

    /** The nodes of the cards that are seen, by path. */
    Map<String, CardNode> cards() {
        return cards;
    }

    /** The node of a connection, where it is seen. */
    Optional<LinkNode> link(Link link) {
        return Optional.ofNullable(links.get(link));
    }

    /** Marks connections as selected. */
    void selectLinks(Set<Link> chosen) {
        selectedLinks = chosen;
        links.forEach((link, node) -> node.select(chosen.contains(link)));
    }

    /** The connections that are seen. */
    Map<Link, LinkNode> links() {
        return links;
    }

    /** The frames that are seen. */
    Map<GroupPath, GroupNode> groups() {
        return groups;
    }
}
