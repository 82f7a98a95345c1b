package org.convscape.ui.inspector;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.convscape.ui.control.Icons;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;

/** What is the matter with what is selected, a sentence to a line; gone when all is well. */
final class ProblemBox extends VBox {
    private static final int MOST = 4;

    ProblemBox() {
        getStyleClass().add("problem-box");
        setId("inspector-problems");
    }

    void show(List<String> sentences) {
        getChildren().clear();
        for (String sentence : sentences.subList(0, Math.min(MOST, sentences.size()))) {
            Label label = Icons.label(MaterialDesignA.ALERT_CIRCLE_OUTLINE, sentence);
            label.setWrapText(true);
            label.setMinHeight(USE_PREF_SIZE);
            label.getStyleClass().add("problem");
            getChildren().add(label);
        }
        if (sentences.size() > MOST) {
            Label more = new Label("and " + (sentences.size() - MOST) + " more under Problems");
            more.getStyleClass().add("muted");
            getChildren().add(more);
        }
        setVisible(!sentences.isEmpty());
        setManaged(!sentences.isEmpty());
    }
}
