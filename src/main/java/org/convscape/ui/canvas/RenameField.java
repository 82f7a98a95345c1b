package org.convscape.ui.canvas;

import javafx.geometry.Point2D;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.convscape.document.Edit;
import org.convscape.graph.GroupPath;
import org.convscape.layout.Box;

/** A field over a title that gives it another name: Enter takes it, and so does leaving it; Escape does not. */
final class RenameField {
    private static final double WIDTH = 170;

    private RenameField() {}

    static void open(CanvasView canvas, String path) {
        Box box = canvas.model().scene().box(path).orElse(null);
        if (box == null) {
            return;
        }
        TextField field = new TextField(GroupPath.nameOf(path));
        field.setId("rename");
        field.getStyleClass().add("rename");
        field.setManaged(false);
        Point2D corner = canvas.toScreen(box.corner());
        field.resizeRelocate(corner.getX() + 4, corner.getY() + 3, WIDTH, 28);
        field.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE || event.getCode() == KeyCode.ENTER) {
                event.consume();
                if (event.getCode() == KeyCode.ESCAPE) {
                    field.setText(GroupPath.nameOf(path));
                }
                canvas.requestFocus();
            }
        });
        field.focusedProperty().addListener((property, before, focused) -> {
            // Losing it once is the end of it: taken off the canvas it would lose it again.
            if (!focused && canvas.getChildrenUnmodifiable().contains(field)) {
                canvas.remove(field);
                rename(canvas, path, field.getText());
            }
        });
        canvas.add(field);
        field.requestFocus();
        field.selectAll();
    }

    private static void rename(CanvasView canvas, String path, String name) {
        if (!name.strip().equals(GroupPath.nameOf(path))
                && canvas.model().workspace().apply(new Edit.Rename(path, name))) {
            canvas.model().workspace().select(GroupPath.of(path).child(name.strip()));
        }
    }
}
