package org.convscape.ui.canvas;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.convscape.graph.GroupPath;
import org.convscape.layout.Box;
import org.convscape.layout.Card;
import org.convscape.scene.CanvasScene;
import org.convscape.scene.CardContent;
import org.convscape.scene.CardFormat;
import org.convscape.scene.Explanation;
import org.convscape.scene.GroupContent;
import org.convscape.ui.control.ExplanationPopup;

/**
 * Keeps nodes for what is seen of a scene, and only for that. What did not change since the last scene is not touched.
 */
final class SceneDrawing {
    /** More cards than this are drawn as plain rectangles. */
    static final int CARDS_AT_ONCE = 240;

    private final Layers layers;
    private final CardActions actions;
    private final Backlog backlog;
    private final NodeLayer<String, CardNode> cards;
    private final NodeLayer<GroupPath, GroupNode> groups;
    private final LinkDrawing links;
    private CanvasScene scene;
    private Map<String, Card> cardsByPath = Map.of();
    private Set<String> selection = Set.of();
    /** The cards on which what is selected is to be seen. */
    private Set<String> chosen = Set.of();

    private Set<String> wasSelected = Set.of();
    /** What an earlier drawing left for later frames. */
    private Set<Object> late = Set.of();

    private Detail detail = Detail.NEAR;
    private boolean rewritten;
    private int seenCards;
    private boolean birdsEye;
    private Predicate<String> dimmed = path -> false;

    /**
     * @param caughtUp is told when what an edit left for later frames has been written
     */
    SceneDrawing(Layers layers, CardActions actions, Runnable caughtUp) {
        this.layers = layers;
        this.actions = actions;
        this.cards = new NodeLayer<>(layers.cards);
        this.groups = new NodeLayer<>(layers.groups);
        this.backlog = new Backlog(() -> {
            showRectangles();
            caughtUp.run();
        });
        this.links = new LinkDrawing(layers, backlog);
    }

    /** Draws what a scene has inside a part of the canvas. */
    void draw(CanvasScene fresh, Box visible, double scale, Set<String> selected) {
        boolean changed = fresh != scene || !selected.equals(selection);
        rewritten = fresh != scene;
        wasSelected = hosts(selection);
        late = backlog.begin();
        if (rewritten) {
            boolean moved = scene == null || scene.places() != fresh.places() || scene.view() != fresh.view();
            scene = fresh;
            if (moved) {
                cardsByPath = scene.cards();
            }
        }
        selection = selected;
        chosen = hosts(selection);
        detail = Detail.at(scale);
        birdsEye = scene.places().cards().values().stream()
                        .filter(visible::meets)
                        .limit(CARDS_AT_ONCE + 1L)
                        .count()
                > CARDS_AT_ONCE;
        Box drawn = birdsEye ? new Box(Double.NaN, Double.NaN, 0, 0) : visible;
        drawCards(drawn, changed);
        drawGroups(drawn, changed);
        links.draw(scene, cardsByPath, drawn, detail, rewritten, late);
        backlog.end();
        showRectangles();
    }

    /** Cards that come in later frames are rectangles until then. */
    private void showRectangles() {
        boolean rectangles = birdsEye || cards.nodes().size() < seenCards;
        layers.birdsEye.setVisible(rectangles);
        if (rectangles) {
            layers.birdsEye.draw(scene);
        }
    }

    /** What of the last edit is left for later frames. */
    Backlog backlog() {
        return backlog;
    }

    private void drawCards(Box visible, boolean changed) {
        Set<String> seen = new HashSet<>();
        scene.places().cards().forEach((path, box) -> {
            Card card = cardsByPath.get(path);
            if (card == null || !visible.meets(box)) {
                return;
            }
            seen.add(path);
            CardNode node = cards.get(path);
            if (node != null && node.format() != formatOf(card)) {
                cards.remove(path);
                node = null;
            }
            if (node == null) {
                backlog.draw(path, isSelected(card), () -> add(card, box));
                return;
            }
            if (changed || late.contains(path)) {
                update(node, card);
            }
            put(node, box);
        });
        cards.retain(seen);
        seenCards = seen.size();
    }

    private boolean add(Card card, Box box) {
        CardNode node = new CardNode(formatOf(card), actions);
        cards.put(card.path(), node);
        put(node, box);
        mark(node, card, isSelected(card));
        return write(node, card);
    }

    /** A card says something else only after another scene, or where it is or was selected. */
    private void update(CardNode node, Card card) {
        boolean selected = isSelected(card);
        if (rewritten || selected || wasSelected.contains(card.path()) || late.contains(card.path())) {
            backlog.draw(card.path(), selected, () -> write(node, card));
        }
        mark(node, card, selected);
    }

    private void mark(CardNode node, Card card, boolean selected) {
        node.select(selected);
        node.dim(dimmed.test(card.path()));
    }

    private void put(CardNode node, Box box) {
        node.setTranslateX(0);
        node.setTranslateY(0);
        node.place(box);
        node.detail(detail);
    }

    private boolean write(CardNode node, Card card) {
        CardContent content = scene.contents().card(card, shownOn(card));
        boolean other = !content.equals(node.content());
        if (other) {
            node.show(content);
        }
        return other;
    }

    /** The cards on which these are. */
    private Set<String> hosts(Set<String> paths) {
        Set<String> hosts = new HashSet<>();
        if (scene != null) {
            paths.forEach(path -> hosts.add(scene.cardOf(path)));
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
        return chosen.contains(card.path());
    }

    private void drawGroups(Box visible, boolean changed) {
        Set<GroupPath> seen = new HashSet<>();
        scene.places().groups().forEach((path, box) -> {
            if (!visible.meets(box)) {
                return;
            }
            seen.add(path);
            GroupNode node = groups.get(path);
            boolean fresh = node == null;
            if (fresh) {
                node = new GroupNode(actions);
                groups.put(path, node);
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
        groups.retain(seen);
    }

    /** Dims cards that something cannot be done with. */
    void dim(Predicate<String> which) {
        dimmed = which;
        cards.nodes().forEach((path, node) -> node.dim(which.test(path)));
    }

    /** Marks the card or group that a connection is aimed at; an empty path for none. */
    void target(String aimedAt) {
        cards.nodes().forEach((path, node) -> node.target(path.equals(aimedAt)));
        groups.nodes().forEach((path, node) -> node.target(path.text().equals(aimedAt)));
    }

    /** While a connection is being made every port is seen. */
    void connecting(boolean value) {
        layers.world.getStyleClass().remove("connecting");
        if (value) {
            layers.world.getStyleClass().add("connecting");
        }
    }

    /** Shows beside a card or an open group where a number of it comes from, if it is seen. */
    void explain(String path, Explanation.Quantity quantity) {
        CardNode card = cards.get(path);
        GroupNode group = groups.get(new GroupPath(path));
        if (card != null) {
            ExplanationPopup.show(card.figure(quantity), explanation(path, quantity));
        } else if (group != null) {
            ExplanationPopup.show(group.figure(quantity), explanation(path, quantity));
        }
    }

    /**
     * Where a number of a card or of an open group comes from: as the scene has it now, which a card may not say yet.
     */
    Explanation explanation(String path, Explanation.Quantity quantity) {
        Card card = cardsByPath.get(path);
        return scene.contents().explain(path, card == null ? path : shownOn(card), quantity);
    }

    /** The nodes of the cards that are seen, by path. */
    Map<String, CardNode> cards() {
        return cards.nodes();
    }

    /** The connections that are seen. */
    LinkDrawing links() {
        return links;
    }

    /** The frames that are seen. */
    Map<GroupPath, GroupNode> groups() {
        return groups.nodes();
    }
}
