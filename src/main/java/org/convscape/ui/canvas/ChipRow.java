package org.convscape.ui.canvas;

import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import org.convscape.scene.CardContent;
import org.convscape.scene.Condition;
import org.convscape.ui.control.Glyph;
import org.convscape.ui.control.Hints;

/**
 * The layers that share a card after its own, each as a chip that can be picked; on a collapsed group, how to open it.
 */
final class ChipRow extends HBox {
    private static final PseudoClass SHOWN = PseudoClass.getPseudoClass("shown");
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
    private final CardActions actions;

    ChipRow(CardActions actions) {
        super(3);
        this.actions = actions;
        getStyleClass().add("chips");
        setPickOnBounds(false);
    }

    void show(CardContent content) {
        getChildren().clear();
        if (content.group()) {
            getChildren().add(open(content.path()));
        }
        content.parts().stream().skip(1).forEach(part -> getChildren().add(chip(part, content)));
    }

    private Label chip(CardContent.Part part, CardContent content) {
        Label chip = new Label(part.sign());
        chip.getStyleClass().add("chip");
        chip.pseudoClassStateChanged(SHOWN, part.path().equals(content.maps()));
        chip.pseudoClassStateChanged(WRONG, part.condition() == Condition.WRONG);
        chip.setId("chip-" + part.path());
        Hints.on(chip, part.words());
        chip.setMinWidth(USE_PREF_SIZE);
        onPress(chip, () -> actions.pick(part.path()));
        return chip;
    }

    private Label open(String group) {
        Label open = new Label("open", Glyph.EXPAND.node(9));
        open.getStyleClass().addAll("chip", "toggle");
        open.setAccessibleText("Open " + group);
        open.setMinWidth(USE_PREF_SIZE);
        onPress(open, () -> actions.toggle(group));
        return open;
    }

    /** The press is used up, so that it does not begin a move of the card. */
    static void onPress(Label control, Runnable action) {
        control.addEventHandler(MouseEvent.MOUSE_PRESSED, event -> {
            if (event.getButton() == MouseButton.PRIMARY) {
                action.run();
                event.consume();
            }
        });
    }
}
