package org.convscape.io.keras;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.convscape.weights.file.StoredArray;

/** The arrays of one layer of Keras: first which it wants, then which of the file they are. */
final class LayerArrays {
    private final LayerPlace place;
    private final String type;
    private final List<String> parts = new ArrayList<>();
    private final Map<String, StoredArray> found = new HashMap<>();

    LayerArrays(LayerPlace place, String type) {
        this.place = place;
        this.type = type;
    }

    LayerPlace place() {
        return place;
    }

    /** The layer for a reader: name and class. */
    String text() {
        return place.text(type);
    }

    /** What it wants, in the order in which Keras keeps the arrays of a layer. */
    List<String> parts() {
        return parts;
    }

    /** Says that the layer has such an array, behind those said before. */
    void want(String part) {
        if (!parts.contains(part)) {
            parts.add(part);
        }
    }

    void put(String part, StoredArray array) {
        found.put(part, array);
    }

    /** The array of the file; empty before they were looked for, and where there is none. */
    Optional<StoredArray> array(String part) {
        return Optional.ofNullable(found.get(part));
    }
}
