package org.convscape.ui.control;

import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/** Icons and the controls that carry them; every icon has words beside it or in its hint. */
public final class Icons {
    private Icons() {}

    /** An icon in the colour and size that the style sheet gives to its surroundings. */
    public static FontIcon of(Ikon icon) {
        FontIcon node = new FontIcon(icon);
        node.setMouseTransparent(true);
        return node;
    }

    /** A flat button of an icon alone; the hint is also what a screen reader says. */
    public static Button button(Ikon icon, String hint) {
        Button button = new Button();
        dress(button, icon, hint);
        return button;
    }

    /** A flat button that stays pressed, of an icon alone. */
    public static ToggleButton toggle(Ikon icon, String hint) {
        ToggleButton button = new ToggleButton();
        dress(button, icon, hint);
        return button;
    }

    private static void dress(ButtonBase button, Ikon icon, String hint) {
        button.setGraphic(of(icon));
        button.getStyleClass().addAll("tool", "flat");
        Hints.on(button, hint);
    }

    /** Words with an icon before them. */
    public static Label label(Ikon icon, String words) {
        Label label = new Label(words, of(icon));
        label.setGraphicTextGap(6);
        return label;
    }
}
