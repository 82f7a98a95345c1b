package org.convscape.ui.shell;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.convscape.ui.control.Icons;
import org.kordamp.ikonli.Ikon;

/** A sentence with what can be done about it; stays until something is done. Hidden at first. */
class OfferBar extends VBox {
    private final Label sentence;
    private final HBox line;

    OfferBar(String id, Ikon sign) {
        setId(id);
        getStyleClass().addAll("banner", "information", "offer");
        sentence = new Label("", Icons.of(sign));
        sentence.setId(id + "-sentence");
        sentence.setWrapText(true);
        sentence.setGraphicTextGap(8);
        sentence.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(sentence, Priority.ALWAYS);
        line = new HBox(8, sentence);
        line.setAlignment(Pos.CENTER_LEFT);
        getChildren().add(line);
        show(false);
    }

    final Button offer(String id, String words, Runnable action) {
        Button button = new Button(words);
        button.setId(id);
        button.setMnemonicParsing(false);
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(event -> action.run());
        line.getChildren().add(button);
        return button;
    }

    final void say(String words) {
        sentence.setText(words);
    }

    final void show(boolean shown) {
        setVisible(shown);
        setManaged(shown);
    }

    static void show(boolean shown, Button... buttons) {
        for (Button button : buttons) {
            button.setVisible(shown);
            button.setManaged(shown);
        }
    }
}
