package org.convscape.ui.canvas;

import java.util.Locale;
import javafx.scene.Node;
import org.convscape.block.Family;

/** Gives nodes the style class of a family, which names its colour. */
final class FamilyStyle {
    private FamilyStyle() {}

    static void apply(Node node, Family family) {
        // Touching the classes has the node and all it holds styled anew, so what is right stays as it is.
        if (!node.getStyleClass().contains(name(family))) {
            for (Family other : Family.values()) {
                node.getStyleClass().remove(name(other));
            }
            node.getStyleClass().add(name(family));
        }
    }

    private static String name(Family family) {
        return "family-" + family.name().toLowerCase(Locale.ROOT);
    }
}
