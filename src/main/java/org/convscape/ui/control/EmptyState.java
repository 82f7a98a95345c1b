package org.convscape.ui.control;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/** What stands where there is nothing to show: what to do next, never a bare surface. */
public final class EmptyState extends VBox {
    /** Lower than this there is room for the sentence alone. */
    private static final double LEAST_WITH_SIGN = 140;

    private final Label words = new Label();

    /** An icon over a sentence. */
    public EmptyState(Ikon icon, String sentence) {
        FontIcon sign = Icons.of(icon);
        words.setText(sentence);
        words.setWrapText(true);
        words.setMaxWidth(420);
        words.setMinHeight(USE_PREF_SIZE);
        words.setAlignment(Pos.CENTER);
        words.getStyleClass().add("words");
        getStyleClass().add("empty-state");
        setAlignment(Pos.CENTER);
        heightProperty().addListener((property, before, after) -> {
            sign.setVisible(getHeight() >= LEAST_WITH_SIGN);
            sign.setManaged(getHeight() >= LEAST_WITH_SIGN);
        });
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
