package org.convscape.io;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Consumer;

/**
 * What makes a document's file of one schema version one of the next, from version 1 on. A step works on the tree
 * before anything of it is read: it renames, moves and fills in. Where a new attribute has a default that is not what
 * documents meant before there was such an attribute, {@link #meant} fills in what they meant.
 *
 * @param steps the first from version 1 to 2, and so on
 */
record Migrations(List<Consumer<ObjectNode>> steps) {

    /** Every step there has been. */
    static final Migrations STANDARD = new Migrations(List.of(
            // 2 has the origin of a node and the network of a document: without them a file means what it did.
            root -> {}));

    /** Keeps an unmodifiable copy. */
    Migrations {
        steps = List.copyOf(steps);
    }

    /** The version that the last step leads to. */
    int newest() {
        return steps.size() + 1;
    }

    /**
     * A file as one of the newest version.
     *
     * @throws FileFailure for what is no document, and for one of a newer version
     */
    JsonPlace brought(JsonPlace root) {
        int found = version(root);
        if (root.node() instanceof ObjectNode tree) {
            steps.subList(found - 1, steps.size()).forEach(step -> step.accept(tree));
        }
        return root;
    }

    private int version(JsonPlace root) {
        if (!root.node().isObject() || root.field("convscape").missing()) {
            throw root.failure(
                    "this is not a Convscape document; expected an object that begins with \"convscape\": " + newest());
        }
        JsonPlace version = root.field("convscape");
        int found = version.integer(1, Integer.MAX_VALUE);
        if (found > newest()) {
            throw version.failure("this document has schema version " + found
                    + ", and this program reads versions up to " + newest() + "; a newer Convscape will open it");
        }
        return found;
    }

    /** A step that fills in an attribute, as text, wherever nodes of an operation lack it. */
    static Consumer<ObjectNode> meant(String operation, String attribute, String value) {
        return root -> {
            for (JsonNode node : root.path("nodes")) {
                boolean wanted = node.path("operation").asText().equals(operation);
                if (wanted && node.get("attributes") instanceof ObjectNode attributes && !attributes.has(attribute)) {
                    attributes.put(attribute, value);
                }
            }
        };
    }
}
