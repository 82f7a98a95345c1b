package org.convscape.ui.inspector;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import org.convscape.ui.control.Icons;
import org.convscape.viewmodel.inspector.FieldModel;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/** The small buttons beside a text: less, more, and the usual texts where there are some. */
final class Stepper {
    private Stepper() {}

    /** Steps for fields like {@code first}; they change the one in the slot. */
    static Node of(FieldModel first, Slot slot) {
        HBox box = new HBox();
        box.getStyleClass().add("stepper");
        box.setAlignment(Pos.CENTER);
        if (!first.options().isEmpty()) {
            box.getChildren().add(usual(first, slot));
        }
        box.getChildren()
                .addAll(
                        step(first, slot, MaterialDesignM.MINUS, "Less", -1),
                        step(first, slot, MaterialDesignP.PLUS, "More", 1));
        return box;
    }

    private static Button step(FieldModel first, Slot slot, Ikon icon, String word, int by) {
        Button button = new Button(null, Icons.of(icon));
        button.setFocusTraversable(false);
        button.setAccessibleText(word + ": " + first.attribute().label());
        button.setOnAction(event -> slot.field().ifPresent(field -> {
            field.step(by);
            // Each click is one step of its own in the undo history, unlike letters of one number.
            field.commit();
        }));
        return button;
    }

    private static Button usual(FieldModel first, Slot slot) {
        ContextMenu menu = new ContextMenu();
        first.options().forEach(option -> {
            MenuItem item = new MenuItem(option.label());
            item.setOnAction(event -> slot.field().ifPresent(field -> {
                field.type(option.text());
                field.commit();
            }));
            menu.getItems().add(item);
        });
        Button button = new Button(null, Icons.of(MaterialDesignC.CHEVRON_DOWN));
        button.setAccessibleText("Usual values of " + first.attribute().label());
        button.setOnAction(event -> menu.show(button, javafx.geometry.Side.BOTTOM, 0, 2));
        return button;
    }
}
