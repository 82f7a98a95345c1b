package org.convscape.document;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.convscape.graph.Graph;

/**
 * What a person has built: a graph, how it lies on the canvas, and what they wrote about it. Immutable; every change
 * gives a new document that shares what did not change.
 *
 * @param notes what the author wrote, as plain text
 * @param settings how it is run: picture, fit, normalisation, seed, by name
 */
public record Document(String title, Graph graph, Layout layout, String notes, Map<String, String> settings) {

    /** An empty canvas. */
    public static final Document EMPTY = of("Untitled", Graph.EMPTY);

    /** Keeps an unmodifiable copy of the settings in a stable order. */
    public Document {
        settings = Collections.unmodifiableMap(new TreeMap<>(settings));
    }

    /** A graph that is placed automatically. */
    public static Document of(String title, Graph graph) {
        return new Document(title, graph, Layout.AUTOMATIC, "", Map.of());
    }

    /** This document with another graph. */
    public Document with(Graph other) {
        return new Document(title, other, layout, notes, settings);
    }

    /** This document laid out otherwise. */
    public Document with(Layout other) {
        return new Document(title, graph, other, notes, settings);
    }

    /** This document under another title. */
    public Document titled(String other) {
        return new Document(other, graph, layout, notes, settings);
    }

    /** This document with other notes. */
    public Document noted(String other) {
        return new Document(title, graph, layout, other, settings);
    }

    /** This document with one setting changed. */
    public Document setting(String name, String value) {
        Map<String, String> changed = new TreeMap<>(settings);
        changed.put(name, value);
        return new Document(title, graph, layout, notes, changed);
    }
}
