package org.convscape.ui.inspector;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.convscape.ui.control.Hints;
import org.convscape.viewmodel.inspector.FieldModel;

/** The fields of a form, one to a line, each with its sentence beneath it where its text cannot be taken. */
final class FormView extends GridPane {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    FormView() {
        getStyleClass().add("form");
        ColumnConstraints labels = new ColumnConstraints();
        labels.setPercentWidth(46);
        labels.setMinWidth(60);
        ColumnConstraints editors = new ColumnConstraints();
        editors.setPercentWidth(54);
        editors.setHgrow(Priority.ALWAYS);
        editors.setFillWidth(true);
        getColumnConstraints().addAll(labels, editors);
    }

    void show(List<FieldModel> fields) {
        getChildren().clear();
        int row = 0;
        for (FieldModel field : fields) {
            Label label = new Label(field.attribute().label());
            label.getStyleClass().add("field-label");
            label.setWrapText(true);
            Hints.on(label, field.attribute().help());
            Node editor = FieldEditor.of(field);
            label.setLabelFor(editor);
            add(label, 0, row);
            add(withSentence(editor, field), 1, row);
            GridPane.setValignment(label, VPos.TOP);
            row++;
        }
    }

    private static Node withSentence(Node editor, FieldModel field) {
        Label sentence = new Label();
        sentence.getStyleClass().addAll("error-text", "field-error");
        sentence.setId("error-" + field.attribute().name());
        sentence.setWrapText(true);
        sentence.setMinHeight(USE_PREF_SIZE);
        VBox box = new VBox(editor, sentence);
        box.getStyleClass().add("field");
        Followers.follow(box, field.errorProperty(), text -> {
            boolean wrong = !text.isEmpty();
            sentence.setText(text);
            sentence.setVisible(wrong);
            sentence.setManaged(wrong);
            box.pseudoClassStateChanged(WRONG, wrong);
        });
        return box;
    }
}
