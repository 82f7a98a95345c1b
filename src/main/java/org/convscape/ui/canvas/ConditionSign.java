package org.convscape.ui.canvas;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import org.convscape.scene.Condition;
import org.convscape.ui.control.Glyph;

/** The sign on a card with which something is the matter, so that colour is not the only one. */
final class ConditionSign {
    private static final double SIZE = 13;
    private static final double ROOM = 17;

    private Region sign;

    /** Puts the sign of a condition among the parts of a card, in place of the one before; none where all is well. */
    void show(List<Node> parts, Condition condition) {
        parts.remove(sign);
        sign = of(condition);
        putOn(parts);
    }

    /** Puts the sign that is there among the parts of a card. */
    void putOn(List<Node> parts) {
        if (sign != null) {
            parts.add(sign);
        }
    }

    /** Gives the sign its place, and says how much room it takes from the title. */
    double place(double x, double y) {
        if (sign == null) {
            return 0;
        }
        sign.resizeRelocate(x, y, SIZE, SIZE);
        return ROOM;
    }

    private static Region of(Condition condition) {
        Region sign =
                switch (condition) {
                    case FINE -> null;
                    case WRONG -> Glyph.WARNING.node(13);
                    case WAITING -> Glyph.WAITING.node(12);
                    case OPEN -> Glyph.OPEN_PORT.node(13);
                };
        if (sign != null) {
            sign.getStyleClass().add("sign");
        }
        return sign;
    }
}
