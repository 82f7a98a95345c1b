package org.convscape.ui.control;

import javafx.scene.text.Font;
import javafx.scene.text.Text;

/** How wide texts are in the face they are shown in, in pixels. */
public final class TextWidth {
    private static final Text RULER = new Text();

    private TextWidth() {}

    /** The width of a text on one line; asked on the screen's thread. */
    public static double of(String text, Font font) {
        RULER.setFont(font);
        RULER.setText(text);
        return Math.ceil(RULER.getLayoutBounds().getWidth());
    }
}
