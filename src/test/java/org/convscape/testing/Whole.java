package org.convscape.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Slider;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.text.Text;

/**
 * Looks over everything that is shown: every control lies within what holds it and within the window, none of them
 * covers another, and no number is cut. What scrolls may hold more than is seen of it.
 */
public final class Whole {
    private static final double TOLERANCE = 1.5;
    private static final Pattern NUMBER =
            Pattern.compile("[-+−×=<]?\\s?[0-9][0-9.,  ]*(?:e[-+]?[0-9]+)?\\s?\\p{L}{0,3}(?: %|%)?");

    private final List<String> faults = new ArrayList<>();
    private final List<Node> controls = new ArrayList<>();

    private Whole() {}

    /** What is wrong below a node, one sentence each; called on the screen's thread. */
    public static List<String> faults(Node root) {
        Whole whole = new Whole();
        Rectangle2D window = new Rectangle2D(
                0, 0, root.getScene().getWidth(), root.getScene().getHeight());
        whole.visit(root, window);
        whole.findCovered();
        return whole.faults;
    }

    private void visit(Node node, Rectangle2D seen) {
        if (!node.isVisible() || (node instanceof IndexedCell<?> cell && cell.isEmpty())) {
            return;
        }
        Rectangle2D inside = node.getClip() == null
                ? seen
                : common(seen, inScene(node, node.getClip().getBoundsInParent()));
        if (node instanceof ScrollPane || node instanceof VirtualFlow) {
            // What is scrolled out of sight is not lost; whether its numbers are cut is looked at all the same.
            numbers(node);
            return;
        }
        if (node.getStyleClass().contains("canvas-view")) {
            return;
        }
        if (isControl(node)) {
            Bounds bounds = node.localToScene(node.getLayoutBounds());
            if (bounds.getWidth() < 1 || bounds.getHeight() < 1) {
                faults.add(name(node) + " has no size");
            } else if (!contains(inside, bounds)) {
                faults.add(name(node) + " at " + words(bounds) + " is cut by what is seen of it: " + inside);
            }
            controls.add(node);
        }
        cutNumber(node);
        if (node instanceof Parent parent && !(node instanceof TextInputControl)) {
            parent.getChildrenUnmodifiable().forEach(child -> visit(child, inside));
        }
    }

    private void numbers(Node node) {
        if (!node.isVisible()) {
            return;
        }
        cutNumber(node);
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(this::numbers);
        }
    }

    private static boolean isControl(Node node) {
        return node instanceof ButtonBase
                || node instanceof ComboBoxBase
                || node instanceof TextInputControl
                || node instanceof Slider;
    }

    /** A label shows a number shortened when what is drawn is not what it says. */
    private void cutNumber(Node node) {
        if (node instanceof Labeled label
                && label.getText() != null
                && NUMBER.matcher(label.getText().strip()).matches()) {
            for (Node child : label.getChildrenUnmodifiable()) {
                if (child instanceof Text text
                        && text.isVisible()
                        && !text.getText().equals(label.getText())
                        && label.getWidth() > 0) {
                    faults.add("The number " + label.getText() + " is cut to " + text.getText() + " in " + name(label));
                }
            }
        }
    }

    private void findCovered() {
        for (int i = 0; i < controls.size(); i++) {
            for (int j = i + 1; j < controls.size(); j++) {
                Node one = controls.get(i);
                Node other = controls.get(j);
                if (!holds(one, other) && !holds(other, one)) {
                    Bounds a = one.localToScene(one.getLayoutBounds());
                    Bounds b = other.localToScene(other.getLayoutBounds());
                    double width = Math.min(a.getMaxX(), b.getMaxX()) - Math.max(a.getMinX(), b.getMinX());
                    double height = Math.min(a.getMaxY(), b.getMaxY()) - Math.max(a.getMinY(), b.getMinY());
                    if (width > TOLERANCE && height > TOLERANCE) {
                        faults.add(name(one) + " at " + words(a) + " and " + name(other) + " at " + words(b)
                                + " lie over each other");
                    }
                }
            }
        }
    }

    private static boolean holds(Node outer, Node inner) {
        for (Node at = inner; at != null; at = at.getParent()) {
            if (at == outer) {
                return true;
            }
        }
        return false;
    }

    private static Rectangle2D inScene(Node node, Bounds local) {
        Bounds bounds = node.localToScene(local);
        return new Rectangle2D(
                bounds.getMinX(), bounds.getMinY(), Math.max(0, bounds.getWidth()), Math.max(0, bounds.getHeight()));
    }

    private static Rectangle2D common(Rectangle2D one, Rectangle2D other) {
        double x = Math.max(one.getMinX(), other.getMinX());
        double y = Math.max(one.getMinY(), other.getMinY());
        return new Rectangle2D(
                x,
                y,
                Math.max(0, Math.min(one.getMaxX(), other.getMaxX()) - x),
                Math.max(0, Math.min(one.getMaxY(), other.getMaxY()) - y));
    }

    private static boolean contains(Rectangle2D seen, Bounds bounds) {
        return bounds.getMinX() >= seen.getMinX() - TOLERANCE
                && bounds.getMinY() >= seen.getMinY() - TOLERANCE
                && bounds.getMaxX() <= seen.getMaxX() + TOLERANCE
                && bounds.getMaxY() <= seen.getMaxY() + TOLERANCE;
    }

    private static String name(Node node) {
        String id = node.getId() == null ? String.join(".", node.getStyleClass()) : "#" + node.getId();
        String says = node instanceof Labeled label && label.getText() != null ? " “" + label.getText() + "”" : "";
        return id + says;
    }

    private static String words(Bounds bounds) {
        return String.format(
                Locale.ROOT,
                "%.0f,%.0f %.0f×%.0f",
                bounds.getMinX(),
                bounds.getMinY(),
                bounds.getWidth(),
                bounds.getHeight());
    }
}
