package org.convscape.ui.control;

import java.util.function.Supplier;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.convscape.scene.Explanation;

/** Makes a figure one that can be asked: a click, or Enter, shows where the number comes from. */
public final class Explained {
    private static final String STYLE = "explained";

    private Explained() {}

    /** Lets a label answer; what it stands for is asked when it is clicked, so it may change. */
    public static void on(Labeled figure, Supplier<Explanation> explanation) {
        clickable(figure, explanation);
        figure.setFocusTraversable(true);
        figure.setAccessibleRole(AccessibleRole.HYPERLINK);
        figure.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
                ExplanationPopup.show(figure, explanation.get());
                event.consume();
            }
        });
    }

    /** The same for the pointer alone: what holds the figure, such as a table, has the keys. */
    public static void clickable(Labeled figure, Supplier<Explanation> explanation) {
        if (!figure.getStyleClass().contains(STYLE)) {
            figure.getStyleClass().add(STYLE);
        }
        figure.setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.isStillSincePress()) {
                ExplanationPopup.show(figure, explanation.get());
            }
        });
    }

    /** Takes it back. */
    public static void off(Labeled figure) {
        figure.getStyleClass().remove(STYLE);
        figure.setOnMouseClicked(null);
        figure.setOnKeyPressed(null);
        figure.setFocusTraversable(false);
        figure.setAccessibleRole(AccessibleRole.TEXT);
    }
}
