package org.convscape.scene;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.convscape.analysis.Analysis;
import org.convscape.analysis.Convention;
import org.convscape.document.Document;
import org.convscape.graph.GroupPath;
import org.convscape.inventory.Inventory;
import org.convscape.layout.AutomaticLayout;
import org.convscape.layout.Box;
import org.convscape.layout.Card;
import org.convscape.layout.LayoutRequest;
import org.convscape.layout.LayoutResult;
import org.convscape.layout.Link;
import org.convscape.layout.VisibleGraph;

/**
 * One state of the canvas: what is drawn, where it lies, and what is written on it. Parts that did not change since the
 * last state are the same objects or equal ones, so that only what changed is drawn anew.
 *
 * @param places of cards and groups; while they are being arranged a new card may have none yet
 * @param arranging true while a better arrangement is on its way
 */
public record CanvasScene(VisibleGraph view, LayoutResult places, CanvasContents contents, boolean arranging) {

    /**
     * The canvas of a document that nobody edits: arranged at once, with as many groups collapsed as the document says.
     */
    public static CanvasScene of(Document document, Convention convention, Inventory inventory) {
        CardUnits units =
                CardUnits.joined(document.graph(), document.layout().positions().keySet());
        CanvasContents contents = CanvasContents.of(Analysis.of(document.graph()), convention, inventory, units);
        VisibleGraph view = units.applied(
                VisibleGraph.of(document.graph(), document.layout().collapsed()));
        LayoutResult places = AutomaticLayout.arrange(new LayoutRequest(
                view,
                card -> contents.format(card).extent(),
                document.layout().positions(),
                LayoutRequest.GROUP_HEADER));
        return new CanvasScene(view, places, contents, false);
    }

    /** The cards by path. */
    public Map<String, Card> cards() {
        Map<String, Card> cards = new HashMap<>();
        view.cards().forEach(card -> cards.put(card.path(), card));
        return cards;
    }

    /**
     * The card on which a node or group is to be seen: that of the closed group around it, of the layer it shares one
     * with, or its own.
     */
    public String cardOf(String path) {
        for (GroupPath group : GroupPath.of(path).lineage()) {
            if (places.cards().containsKey(group.text())) {
                return group.text();
            }
        }
        return contents.units().host(path);
    }

    /**
     * What has to be brought into sight so that something of a selection is seen: its first card or open group in the
     * order of the network; empty where one of them is in sight already, or none has a place.
     */
    public Optional<String> outOfSight(Box visible, Set<String> selection) {
        Set<String> shown = new HashSet<>();
        selection.forEach(path -> shown.add(box(path).isPresent() ? path : cardOf(path)));
        boolean seen = shown.stream().flatMap(path -> box(path).stream()).anyMatch(visible::meets);
        return seen || shown.isEmpty()
                ? Optional.empty()
                : Stream.concat(
                                view.cards().stream().map(Card::path),
                                view.groups().stream().map(GroupPath::text))
                        .filter(shown::contains)
                        .filter(path -> box(path).isPresent())
                        .findFirst();
    }

    /** The box of a card or an open group, where it has one. */
    public Optional<Box> box(String path) {
        Box box = places.cards().get(path);
        return Optional.ofNullable(box != null ? box : places.groups().get(new GroupPath(path)));
    }

    /** The cards that lie wholly in a box. */
    public Set<String> within(Box box) {
        Set<String> found = new HashSet<>();
        places.cards().forEach((path, card) -> {
            if (card.x() >= box.x()
                    && card.y() >= box.y()
                    && card.right() <= box.right()
                    && card.bottom() <= box.bottom()) {
                found.add(path);
            }
        });
        return found;
    }

    /** The connection whose end can be dragged from there: near where it enters a card, or at its port. */
    public Optional<Link> linkEndingAt(Hit hit) {
        if (hit instanceof Hit.OnLink link && link.atTarget()) {
            return Optional.of(link.link());
        }
        if (hit instanceof Hit.OnInput input) {
            return view.links().stream()
                    .filter(link -> link.to().equals(input.path()) && link.port() == input.port())
                    .findFirst();
        }
        return Optional.empty();
    }

    /** True when there is nothing to draw. */
    public boolean isEmpty() {
        return view.cards().isEmpty();
    }
}
