package org.convscape.ui.canvas;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.convscape.document.Point;
import org.convscape.layout.Box;
import org.convscape.layout.Card;
import org.convscape.layout.LayoutResult;
import org.convscape.layout.Link;
import org.convscape.scene.CanvasScene;
import org.convscape.scene.LinkContent;

/** Keeps nodes for the connections that are seen, and only for those. */
final class LinkDrawing {
    private final Layers layers;
    private final Backlog backlog;
    private final NodeLayer<Link, LinkNode> links;
    private final Map<Link, Box> bounds = new HashMap<>();
    private CanvasScene scene;
    private LayoutResult measured;
    private boolean far;
    private Set<Link> selected = Set.of();

    LinkDrawing(Layers layers, Backlog backlog) {
        this.layers = layers;
        this.backlog = backlog;
        this.links = new NodeLayer<>(layers.links);
    }

    /**
     * Draws the connections that a scene has inside a part of the canvas.
     *
     * @param cards those that are drawn
     * @param rewritten true where the lines may say something else than before
     * @param late what was left for later frames
     */
    void draw(
            CanvasScene fresh,
            Map<String, Card> cards,
            Box visible,
            Detail detail,
            boolean rewritten,
            Set<Object> late) {
        scene = fresh;
        far = detail != Detail.NEAR;
        if (measured != scene.places()) {
            measured = scene.places();
            bounds.clear();
            measured.routes().forEach((link, route) -> bounds.put(link, LinkNode.bounds(route)));
        }
        Set<Link> seen = new HashSet<>();
        scene.places().routes().forEach((link, route) -> {
            if (!cards.containsKey(link.from()) || !cards.containsKey(link.to()) || !visible.meets(bounds.get(link))) {
                return;
            }
            seen.add(link);
            LinkNode node = links.get(link);
            if (node == null) {
                backlog.draw(link, false, () -> add(link, route));
                return;
            }
            if (rewritten || late.contains(link)) {
                backlog.draw(link, false, () -> write(node, link));
            }
            put(node, link, route);
        });
        links.nodes().forEach((link, node) -> {
            if (!seen.contains(link)) {
                node.remove();
            }
        });
        links.retain(seen);
    }

    private boolean add(Link link, List<Point> route) {
        LinkNode node = new LinkNode(layers.labels);
        links.put(link, node);
        put(node, link, route);
        return write(node, link);
    }

    private void put(LinkNode node, Link link, List<Point> route) {
        node.route(route);
        node.far(far);
        node.select(selected.contains(link));
    }

    private boolean write(LinkNode node, Link link) {
        LinkContent content = scene.contents().link(link);
        boolean other = !content.equals(node.content());
        if (other) {
            node.show(link, content);
        }
        return other;
    }

    /** Marks the connection under the pointer; null for none. */
    void point(Link pointed) {
        links.nodes().forEach((link, node) -> node.point(link.equals(pointed)));
    }

    /** Marks connections as selected. */
    void select(Set<Link> chosen) {
        selected = chosen;
        links.nodes().forEach((link, node) -> node.select(chosen.contains(link)));
    }

    /** The nodes of all that are seen. */
    Map<Link, LinkNode> nodes() {
        return links.nodes();
    }
}
