package org.convscape.document;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.convscape.graph.Folded;
import org.convscape.graph.Graph;
import org.convscape.graph.GroupPath;

/**
 * What a person has built: a graph, how it lies on the canvas, and what they wrote about it. Immutable; every change
 * gives a new document that shares what did not change.
 *
 * @param notes what the author wrote, as plain text
 * @param settings how it is run: picture, fit, normalisation, seed, by name
 * @param folds which nodes stand for several, by path; only of nodes that are there and stand for ones that are not
 * @param provenance the network it was built as; empty for what began on an empty canvas
 * @param extras what its file says that this version does not know; only of what is still there
 */
public record Document(
        String title,
        Graph graph,
        Layout layout,
        String notes,
        Map<String, String> settings,
        Map<String, Folded> folds,
        Optional<Provenance> provenance,
        Extras extras) {

    /** An empty canvas. */
    public static final Document EMPTY = of("Untitled", Graph.EMPTY);

    /** Keeps unmodifiable copies in a stable order. */
    public Document {
        settings = Collections.unmodifiableMap(new TreeMap<>(settings));
        Map<String, Folded> standing = new TreeMap<>();
        folds.forEach((path, folded) -> folded.standingIn(graph).ifPresent(present -> standing.put(path, present)));
        folds = Collections.unmodifiableMap(standing);
    }

    /** A document that comes from no network. */
    public Document(
            String title,
            Graph graph,
            Layout layout,
            String notes,
            Map<String, String> settings,
            Map<String, Folded> folds) {
        this(title, graph, layout, notes, settings, folds, Optional.empty(), Extras.NONE);
    }

    /** A graph that is placed automatically. */
    public static Document of(String title, Graph graph) {
        return new Document(title, graph, Layout.AUTOMATIC, "", Map.of(), Map.of());
    }

    /** This document with another graph. */
    public Document with(Graph other) {
        return new Document(title, other, layout, notes, settings, folds, provenance, extras).kept();
    }

    /** This document laid out otherwise. */
    public Document with(Layout other) {
        return new Document(title, graph, other, notes, settings, folds, provenance, extras).kept();
    }

    /**
     * This document looked at as another one is: of the groups that both have, those are drawn as one card that are so
     * there.
     */
    Document seenAs(Document other) {
        Set<GroupPath> collapsed = new TreeSet<>(layout.collapsed());
        collapsed.removeIf(group -> other.graph.group(group).isPresent());
        other.layout.collapsed().stream()
                .filter(group -> graph.group(group).isPresent())
                .forEach(collapsed::add);
        return collapsed.equals(layout.collapsed()) ? this : with(new Layout(layout.positions(), collapsed));
    }

    /** True when two documents differ at most in what is drawn open and what as one card: in how they are looked at. */
    public boolean sameWork(Document other) {
        return title.equals(other.title)
                && graph.equals(other.graph)
                && layout.positions().equals(other.layout.positions())
                && notes.equals(other.notes)
                && settings.equals(other.settings)
                && folds.equals(other.folds)
                && provenance.equals(other.provenance)
                && extras.equals(other.extras);
    }

    /** This document with other nodes that stand for several. */
    public Document folding(Map<String, Folded> others) {
        return new Document(title, graph, layout, notes, settings, others, provenance, extras).kept();
    }

    /** This document as one that was built as a network. */
    public Document from(Provenance network) {
        return new Document(title, graph, layout, notes, settings, folds, Optional.of(network), extras);
    }

    /** This document with what its file says that this version does not know. */
    public Document keeping(Extras unknown) {
        return new Document(title, graph, layout, notes, settings, folds, provenance, unknown).kept();
    }

    /** Without what was said of nodes and groups that are gone. */
    private Document kept() {
        Extras present = extras.of(this);
        return present == extras
                ? this
                : new Document(title, graph, layout, notes, settings, folds, provenance, present);
    }

    /** This document under another title. */
    public Document titled(String other) {
        return new Document(other, graph, layout, notes, settings, folds, provenance, extras).kept();
    }

    /** This document with other notes. */
    public Document noted(String other) {
        return new Document(title, graph, layout, other, settings, folds, provenance, extras).kept();
    }

    /** This document with one setting changed. */
    public Document setting(String name, String value) {
        Map<String, String> changed = new TreeMap<>(settings);
        changed.put(name, value);
        return new Document(title, graph, layout, notes, changed, folds, provenance, extras).kept();
    }
}
