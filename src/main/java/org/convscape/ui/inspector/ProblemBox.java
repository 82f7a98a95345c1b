package org.convscape.ui.inspector;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.convscape.ui.control.Icons;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;

/** What is the matter with what is selected, a sentence to a line; gone when all is well. */
final class ProblemBox extends VBox {
    private static final int MOST = 4;

    private final Label more = new Label();
    private final Rows<String> rows = new Rows<>(index -> new Row());

    ProblemBox() {
        getStyleClass().add("problem-box");
        setId("inspector-problems");
        more.getStyleClass().add("muted");
    }

    void show(List<String> sentences) {
        rows.show(sentences.subList(0, Math.min(MOST, sentences.size())));
        getChildren().remove(more);
        if (sentences.size() > MOST) {
            more.setText("and " + (sentences.size() - MOST) + " more under Problems");
            getChildren().add(more);
        }
        setVisible(!sentences.isEmpty());
        setManaged(!sentences.isEmpty());
    }

    private final class Row implements Rows.Row<String> {
        private final Label label = Icons.label(MaterialDesignA.ALERT_CIRCLE_OUTLINE, "");

        Row() {
            label.setWrapText(true);
            label.setMinHeight(USE_PREF_SIZE);
            label.getStyleClass().add("problem");
            ProblemBox.this.getChildren().add(label);
        }

        @Override
        public List<Label> nodes() {
            return List.of(label);
        }

        @Override
        public void write(String sentence) {
            label.setText(sentence);
        }
    }
}
