package org.convscape.ui.canvas;

import javafx.scene.layout.Region;
import org.convscape.ui.control.Glyph;
import org.convscape.viewmodel.canvas.Condition;

/** The sign on a card with which something is the matter, so that colour is not the only one. */
final class ConditionSign {
    private ConditionSign() {}

    /** The sign; null where all is well. */
    static Region of(Condition condition) {
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
