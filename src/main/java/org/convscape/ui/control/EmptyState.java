package org.convscape.ui.control;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/** What stands where there is nothing to show: what to do next, never a bare surface. */
public final class EmptyState extends VBox {
    private final Label words = new Label();

    /** An icon over a sentence. */
    public EmptyState(Ikon icon, String sentence) {
        FontIcon sign = Icons.of(icon);
        words.setText(sentence);
        words.setWrapText(true);
        words.setMaxWidth(420);
        words.setAlignment(Pos.CENTER);
        words.getStyleClass().add("words");
        getStyleClass().add("empty-state");
        setAlignment(Pos.CENTER);
        getChildren().addAll(sign, words);
    }

    /** Changes the sentence. */
    public void say(String sentence) {
        words.setText(sentence);
    }

    /** Adds a button that does the next thing. */
    public EmptyState offer(String label, Runnable action) {
        Button button = new Button(label);
        button.setOnAction(event -> action.run());
        getChildren().add(button);
        return this;
    }
}
