package org.convscape.document;

import java.util.Collections;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * What a document's file says that this version does not know: kept as it stands and written back, so that saving loses
 * nothing which a newer version, or another program, has put there.
 *
 * @param fields by place the names of unknown fields, each with its value as JSON
 */
public record Extras(Map<Place, Map<String, String>> fields) {

    /** Which object of the file. */
    public enum Kind {
        /** The whole document. */
        DOCUMENT,
        /** Where things lie. */
        LAYOUT,
        /** Which network the document comes from. */
        PROVENANCE,
        /** A node or group. */
        PART,
        /** The attributes of a node or group. */
        ATTRIBUTES,
        /** A port by which a group is entered, by the path of its node. */
        ENTRY,
        /** What a node stands for, by its path. */
        FOLD,
        /** A node that was folded away, or its form before. */
        FOLDED,
        /** The attributes of such a node. */
        FOLDED_ATTRIBUTES;

        private boolean everywhere() {
            return this == DOCUMENT || this == LAYOUT || this == PROVENANCE;
        }
    }

    /** An object of the file; the path is empty where there is only one of the kind. */
    public record Place(Kind kind, String path) implements Comparable<Place> {
        @Override
        public int compareTo(Place other) {
            int kinds = kind.compareTo(other.kind);
            return kinds == 0 ? path.compareTo(other.path) : kinds;
        }
    }

    /** Nothing unknown. */
    public static final Extras NONE = new Extras(Map.of());

    /** Keeps an unmodifiable copy in a stable order. */
    public Extras {
        fields = Collections.unmodifiableMap(new TreeMap<>(fields));
    }

    /** The unknown fields of one object, by name. */
    public Map<String, String> at(Kind kind, String path) {
        return fields.getOrDefault(new Place(kind, path), Map.of());
    }

    /** Those of objects that a document still has. */
    Extras of(Document document) {
        if (fields.isEmpty()) {
            return this;
        }
        Set<String> paths = new HashSet<>();
        document.graph().nodes().forEach(node -> paths.add(node.path()));
        document.graph().groups().forEach(group -> paths.add(group.path().text()));
        document.folds().values().forEach(fold -> fold.scalings().forEach(node -> paths.add(node.path())));
        return where(place -> place.kind().everywhere() || paths.contains(place.path()));
    }

    private Extras where(Predicate<Place> kept) {
        Map<Place, Map<String, String>> some = new TreeMap<>(fields);
        some.keySet().removeIf(kept.negate());
        return some.size() == fields.size() ? this : new Extras(some);
    }

    /** The same with every path mapped. */
    Extras moved(UnaryOperator<String> path) {
        Map<Place, Map<String, String>> moved = new TreeMap<>();
        fields.forEach((place, values) -> moved.put(
                place.kind().everywhere() ? place : new Place(place.kind(), path.apply(place.path())), values));
        return new Extras(moved);
    }
}
