package org.convscape.ui.inspector;

import java.util.ArrayList;
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

/**
 * The fields of one kind of layer or block, one to a line, each with its sentence beneath it where its text cannot be
 * taken. While it waits for the next of its kind it is not seen and has no ids, which are unique in the window.
 */
final class FormPage extends GridPane {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    private final List<Line> lines = new ArrayList<>();

    private record Line(String name, Slot slot, Node control, Label sentence) {
        void name(boolean named) {
            control.setId(named ? "field-" + name : null);
            sentence.setId(named ? "error-" + name : null);
        }
    }

    /** A page for fields with the attributes of these. */
    FormPage(List<FieldModel> fields) {
        getStyleClass().add("form");
        ColumnConstraints labels = new ColumnConstraints();
        labels.setPercentWidth(46);
        labels.setMinWidth(60);
        ColumnConstraints editors = new ColumnConstraints();
        editors.setPercentWidth(54);
        editors.setHgrow(Priority.ALWAYS);
        editors.setFillWidth(true);
        getColumnConstraints().addAll(labels, editors);
        setVisible(false);
        fields.forEach(this::add);
    }

    private void add(FieldModel first) {
        Label label = new Label(first.attribute().label());
        label.getStyleClass().add("field-label");
        label.setWrapText(true);
        Hints.on(label, first.attribute().help());
        Slot slot = new Slot();
        FieldEditor editor = FieldEditor.of(first, slot);
        label.setLabelFor(editor.control());
        slot.follow(FieldModel::lockedProperty, reason -> editor.node().setDisable(!reason.isEmpty()));
        Label sentence = new Label();
        sentence.getStyleClass().addAll("error-text", "field-error");
        sentence.setWrapText(true);
        sentence.setMinHeight(USE_PREF_SIZE);
        add(label, 0, lines.size());
        add(withSentence(editor.node(), sentence, slot), 1, lines.size());
        GridPane.setValignment(label, VPos.TOP);
        lines.add(new Line(first.attribute().name(), slot, editor.control(), sentence));
    }

    private static Node withSentence(Node editor, Label sentence, Slot slot) {
        VBox box = new VBox(editor, sentence);
        box.getStyleClass().add("field");
        slot.follow(FieldModel::errorProperty, text -> {
            boolean wrong = !text.isEmpty();
            sentence.setText(text);
            sentence.setVisible(wrong);
            sentence.setManaged(wrong);
            box.pseudoClassStateChanged(WRONG, wrong);
        });
        return box;
    }

    /** Shows these fields, which have the attributes of the page. */
    void show(List<FieldModel> fields) {
        endTyping();
        for (int i = 0; i < lines.size(); i++) {
            lines.get(i).slot().show(fields.get(i));
        }
        seen(true);
    }

    /** Is seen no more, and lets go of its fields. */
    void release() {
        endTyping();
        seen(false);
        lines.forEach(line -> line.slot().release());
    }

    /** What was typed belongs to the layer that goes, as if the person had left the field. */
    private void endTyping() {
        for (Line line : lines) {
            if (line.control().isFocused()) {
                line.slot().field().ifPresent(FieldModel::commit);
            }
        }
    }

    private void seen(boolean now) {
        if (now != isVisible()) {
            setVisible(now);
            setManaged(now);
            lines.forEach(line -> line.name(now));
        }
    }
}
