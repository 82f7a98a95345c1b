package org.convscape.ui.inspector;

import atlantafx.base.controls.ToggleSwitch;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.StringConverter;
import org.convscape.ui.control.Hints;
import org.convscape.viewmodel.inspector.FieldModel;

/** The editor of one field: a switch, a choice, or a text with steps, by the kind of the attribute. */
final class FieldEditor {
    private FieldEditor() {}

    static Node of(FieldModel field) {
        if (field.isFlag()) {
            return flag(field);
        }
        return field.isChoice() ? choice(field) : text(field);
    }

    private static Node flag(FieldModel field) {
        ToggleSwitch control = new ToggleSwitch();
        name(control, field);
        control.setSelected(Boolean.parseBoolean(field.textProperty().get()));
        control.selectedProperty().addListener((property, before, on) -> {
            if (on != Boolean.parseBoolean(field.textProperty().get())) {
                field.type(Boolean.toString(on));
                field.commit();
            }
        });
        Followers.follow(control, field.textProperty(), text -> control.setSelected(Boolean.parseBoolean(text)));
        return control;
    }

    private static Node choice(FieldModel field) {
        ComboBox<FieldModel.Option> control = new ComboBox<>();
        name(control, field);
        control.getItems().setAll(field.options());
        control.setMaxWidth(Double.MAX_VALUE);
        control.setConverter(new StringConverter<>() {
            @Override
            public String toString(FieldModel.Option option) {
                return option == null ? "" : option.label();
            }

            @Override
            public FieldModel.Option fromString(String label) {
                throw new UnsupportedOperationException("A choice is not typed");
            }
        });
        Followers.follow(control, field.textProperty(), text -> control.getItems().stream()
                .filter(option -> option.text().equals(text))
                .findFirst()
                .ifPresent(control::setValue));
        control.valueProperty().addListener((property, before, option) -> {
            if (option != null && !option.text().equals(field.textProperty().get())) {
                field.type(option.text());
                field.commit();
            }
        });
        return control;
    }

    private static Node text(FieldModel field) {
        TextField control = new TextField();
        name(control, field);
        control.getStyleClass().add("figure-field");
        control.setMinWidth(40);
        HBox.setHgrow(control, Priority.ALWAYS);
        Followers.follow(control, field.textProperty(), text -> {
            if (!text.equals(control.getText())) {
                control.setText(text);
                control.positionCaret(text.length());
            }
        });
        control.textProperty().addListener((property, before, text) -> {
            if (!text.equals(field.textProperty().get())) {
                field.type(text);
            }
        });
        control.focusedProperty().addListener((property, before, focused) -> {
            if (!focused) {
                field.commit();
            }
        });
        control.addEventFilter(KeyEvent.KEY_PRESSED, event -> key(event, field));
        if (!field.steps()) {
            return control;
        }
        HBox box = new HBox(control, Stepper.of(field));
        box.getStyleClass().add("stepped");
        return box;
    }

    private static void key(KeyEvent event, FieldModel field) {
        if (event.getCode() == KeyCode.ENTER) {
            field.commit();
        } else if (event.getCode() == KeyCode.ESCAPE) {
            field.revert();
        } else if (event.getCode() == KeyCode.UP && field.steps()) {
            field.step(1);
        } else if (event.getCode() == KeyCode.DOWN && field.steps()) {
            field.step(-1);
        } else if (event.getCode() == KeyCode.PAGE_UP && field.steps()) {
            field.scale(true);
        } else if (event.getCode() == KeyCode.PAGE_DOWN && field.steps()) {
            field.scale(false);
        } else {
            return;
        }
        event.consume();
    }

    private static void name(Control control, FieldModel field) {
        control.setId("field-" + field.attribute().name());
        Hints.on(
                control,
                field.attribute().help()
                        + (field.steps() ? "\n\n↑ ↓ step, Page Up and Page Down double and halve" : ""));
        control.setAccessibleText(field.attribute().label());
        control.setAccessibleHelp(field.attribute().help());
    }
}
