package org.convscape.ui.inspector;

import atlantafx.base.controls.ToggleSwitch;
import java.util.Optional;
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

/**
 * The editor of one field: a switch, a choice, or a text with steps, by the kind of the attribute.
 *
 * @param node all of it
 * @param control what has the focus
 */
record FieldEditor(Node node, Control control) {

    /** An editor for fields like {@code first}, of which it shows the one in the slot. */
    static FieldEditor of(FieldModel first, Slot slot) {
        if (first.isFlag()) {
            return flag(first, slot);
        }
        return first.isChoice() ? choice(first, slot) : text(first, slot);
    }

    private static FieldEditor flag(FieldModel first, Slot slot) {
        ToggleSwitch control = new ToggleSwitch();
        describe(control, first);
        slot.follow(FieldModel::textProperty, text -> control.setSelected(Boolean.parseBoolean(text)));
        control.selectedProperty().addListener((property, before, on) -> set(slot, Boolean.toString(on)));
        return new FieldEditor(control, control);
    }

    private static FieldEditor choice(FieldModel first, Slot slot) {
        ComboBox<FieldModel.Option> control = new ComboBox<>();
        describe(control, first);
        control.getItems().setAll(first.options());
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
        slot.follow(FieldModel::textProperty, text -> choose(control, slot, text));
        control.valueProperty().addListener((property, before, option) -> {
            if (option != null) {
                set(slot, option.text());
            }
        });
        return new FieldEditor(control, control);
    }

    /** Shows a value; one that was none of the choices so far becomes one. */
    private static void choose(ComboBox<FieldModel.Option> control, Slot slot, String text) {
        Optional<FieldModel.Option> known = option(control, text);
        if (known.isEmpty()) {
            slot.field().ifPresent(field -> control.getItems().setAll(field.options()));
        }
        option(control, text).ifPresent(control::setValue);
    }

    private static Optional<FieldModel.Option> option(ComboBox<FieldModel.Option> control, String text) {
        return control.getItems().stream()
                .filter(option -> option.text().equals(text))
                .findFirst();
    }

    /** What is chosen, unlike what is typed, is a change of its own. */
    private static void set(Slot slot, String text) {
        slot.field().filter(field -> !text.equals(field.textProperty().get())).ifPresent(field -> {
            field.type(text);
            field.commit();
        });
    }

    private static FieldEditor text(FieldModel first, Slot slot) {
        TextField control = new TextField();
        describe(control, first);
        control.getStyleClass().add("figure-field");
        control.setMinWidth(40);
        HBox.setHgrow(control, Priority.ALWAYS);
        slot.follow(FieldModel::textProperty, text -> {
            if (!text.equals(control.getText())) {
                control.setText(text);
                control.positionCaret(text.length());
            }
        });
        control.textProperty().addListener((property, before, text) -> slot.field()
                .filter(field -> !text.equals(field.textProperty().get()))
                .ifPresent(field -> field.type(text)));
        control.focusedProperty().addListener((property, before, focused) -> {
            if (!focused) {
                slot.field().ifPresent(FieldModel::commit);
            }
        });
        control.addEventFilter(KeyEvent.KEY_PRESSED, event -> slot.field().ifPresent(field -> key(event, field)));
        if (!first.steps()) {
            return new FieldEditor(control, control);
        }
        HBox box = new HBox(control, Stepper.of(first, slot));
        box.getStyleClass().add("stepped");
        return new FieldEditor(box, control);
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

    private static void describe(Control control, FieldModel field) {
        Hints.on(
                control,
                field.attribute().help()
                        + (field.steps() ? "\n\n↑ ↓ step, Page Up and Page Down double and halve" : ""));
        control.setAccessibleText(field.attribute().label());
        control.setAccessibleHelp(field.attribute().help());
    }
}
