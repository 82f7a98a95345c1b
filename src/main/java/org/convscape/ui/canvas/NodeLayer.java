package org.convscape.ui.canvas;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import javafx.scene.Group;
import javafx.scene.Node;

/** The nodes of one layer of the canvas, by what they show. */
final class NodeLayer<K, N extends Node> {
    private final Group layer;
    private final Map<K, N> nodes = new HashMap<>();

    NodeLayer(Group layer) {
        this.layer = layer;
    }

    /** All that are there; a map that follows. */
    Map<K, N> nodes() {
        return nodes;
    }

    /** The node that shows this, or null. */
    N get(K key) {
        return nodes.get(key);
    }

    void put(K key, N node) {
        nodes.put(key, node);
        layer.getChildren().add(node);
    }

    void remove(K key) {
        layer.getChildren().remove(nodes.remove(key));
    }

    /**
     * Takes away all that show something else, at once: taking them one by one has the layer look through all of them
     * each time.
     */
    void retain(Set<K> shown) {
        Set<Node> gone = new HashSet<>();
        for (Iterator<Map.Entry<K, N>> all = nodes.entrySet().iterator(); all.hasNext(); ) {
            Map.Entry<K, N> entry = all.next();
            if (!shown.contains(entry.getKey())) {
                gone.add(entry.getValue());
                all.remove();
            }
        }
        if (!gone.isEmpty()) {
            layer.getChildren().removeAll(gone);
        }
    }
}
