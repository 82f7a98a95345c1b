package org.convscape.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.text.Text;

/**
 * Numbers that a window shows with a part left out, or beyond its side. A digit in a name, as in {@code conv2} or
 * {@code layer1/0}, is no number: names may be shortened.
 */
public final class CutNumbers {
    private static final Pattern NUMBER = Pattern.compile("(?<![\\p{L}\\p{N}_/.×-])[-−+]?\\p{N}");

    /** What a block consists of, in a line that may end early: the whole is in its hint. */
    private static final String SKETCH = "sketch";

    private CutNumbers() {}

    /** Every cut number under a node, with what is shown of it; read on the screen's thread. */
    public static List<String> under(Parent root) {
        List<String> found = new ArrayList<>();
        collect(root, found);
        return found;
    }

    private static void collect(Node node, List<String> found) {
        if (!node.isVisible() || node.getOpacity() == 0 || node.getStyleClass().contains(SKETCH)) {
            return;
        }
        if (node instanceof Labeled labeled && hasNumber(labeled.getText())) {
            labeled.getChildrenUnmodifiable().stream()
                    .filter(text -> text instanceof Text && text.getStyleClass().contains("text"))
                    .map(text -> ((Text) text).getText())
                    .filter(shown -> !shown.equals(labeled.getText()))
                    .forEach(shown ->
                            found.add(place(labeled) + " shows \"" + shown + "\" of \"" + labeled.getText() + "\""));
            if (beyond(labeled)) {
                found.add(place(labeled) + " lies beyond the side of the window: \"" + labeled.getText() + "\"");
            }
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, found));
        }
    }

    static boolean hasNumber(String text) {
        return text != null && NUMBER.matcher(text).find();
    }

    /** What can be scrolled or panned into sight is not beyond the side. */
    private static boolean beyond(Labeled labeled) {
        for (Node around = labeled; around != null; around = around.getParent()) {
            if (around.getStyleClass().contains("virtual-flow")
                    || around.getStyleClass().contains("scroll-pane")
                    || around.getStyleClass().contains("table-view")
                    || around.getStyleClass().contains("canvas-view")) {
                return false;
            }
        }
        Bounds at = labeled.localToScene(labeled.getLayoutBounds());
        return at.getMinX() < -1
                || at.getMaxX() > labeled.getScene().getWidth() + 1
                || at.getMinY() < -1
                || at.getMaxY() > labeled.getScene().getHeight() + 1;
    }

    private static String place(Node node) {
        StringBuilder path = new StringBuilder();
        for (Node around = node; around != null && path.length() < 120; around = around.getParent()) {
            if (around.getId() != null) {
                return path + " in #" + around.getId();
            }
            path.append(path.isEmpty() ? "" : " < ").append(around.getClass().getSimpleName());
        }
        return path.toString();
    }
}
