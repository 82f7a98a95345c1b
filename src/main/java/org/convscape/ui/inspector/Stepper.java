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

    static Node of(FieldModel field) {
        HBox box = new HBox();
        box.getStyleClass().add("stepper");
        box.setAlignment(Pos.CENTER);
        if (!field.options().isEmpty()) {
            box.getChildren().add(usual(field));
        }
        box.getChildren()
                .addAll(
                        step(field, MaterialDesignM.MINUS, "Less", () -> field.step(-1)),
                        step(field, MaterialDesignP.PLUS, "More", () -> field.step(1)));
        return box;
    }

    private static Button step(FieldModel field, Ikon icon, String word, Runnable action) {
        Button button = new Button(null, Icons.of(icon));
        button.setFocusTraversable(false);
        button.setAccessibleText(word + ": " + field.attribute().label());
        button.setOnAction(event -> {
            action.run();
            // Each click is one step of its own in the undo history, unlike letters of one number.
            field.commit();
        });
        return button;
    }

    private static Button usual(FieldModel field) {
        ContextMenu menu = new ContextMenu();
        field.options().forEach(option -> {
            MenuItem item = new MenuItem(option.label());
            item.setOnAction(event -> {
                field.type(option.text());
                field.commit();
            });
            menu.getItems().add(item);
        });
        Button button = new Button(null, Icons.of(MaterialDesignC.CHEVRON_DOWN));
        button.setAccessibleText("Usual values of " + field.attribute().label());
        button.setOnAction(event -> menu.show(button, javafx.geometry.Side.BOTTOM, 0, 2));
        return button;
    }
}
