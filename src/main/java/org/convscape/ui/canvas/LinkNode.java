package org.convscape.ui.canvas;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.Group;
import javafx.scene.control.Label;
import javafx.scene.shape.Path;
import org.convscape.document.Point;
import org.convscape.layout.Box;
import org.convscape.layout.Link;
import org.convscape.scene.LinkContent;

/** One connection: its line, and the shape that flows along it as a label. */
final class LinkNode extends Group {
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
    private static final PseudoClass HOVERED = PseudoClass.getPseudoClass("pointed");
    private static final PseudoClass UNKNOWN = PseudoClass.getPseudoClass("unknown");
    private static final PseudoClass DIMMED = PseudoClass.getPseudoClass("dimmed");
    private static final double ROOM = 14;

    private final Path line = new Path();
    private final Group labels;
    /** Null until it is first seen: from afar none of them is, and every label costs each frame a little. */
    private Label pill;

    private LinkContent content;
    private List<Point> route = List.of();
    private boolean pointed;
    private boolean selected;
    private boolean far;

    /**
     * @param labels the layer above the cards on which the label lies
     */
    LinkNode(Group labels) {
        this.labels = labels;
        setManaged(false);
        line.getStyleClass().add("link");
        line.setMouseTransparent(true);
        getChildren().add(line);
    }

    /** Takes its label from the layer of labels. */
    void remove() {
        labels.getChildren().remove(pill);
    }

    LinkContent content() {
        return content;
    }

    void show(Link link, LinkContent fresh) {
        content = fresh;
        setId("link-" + link.from() + ">" + link.to() + ":" + link.port());
        FamilyStyle.apply(line, fresh.family());
        if (fresh.shortcut() != line.getStyleClass().contains("shortcut")) {
            line.getStyleClass().remove("shortcut");
            line.getStyleClass().addAll(fresh.shortcut() ? List.of("shortcut") : List.of());
        }
        line.pseudoClassStateChanged(UNKNOWN, fresh.shape().isEmpty());
        placePill();
    }

    /** Draws the line along a route that was found for it. */
    void route(List<Point> points) {
        if (!points.equals(route)) {
            route = points;
            LinkShape.route(line, points);
            placePill();
        }
    }

    /** Draws the line as a curve while one of its ends moves. */
    void curve(Point from, Point to) {
        route = List.of(from, to);
        LinkShape.curve(line, from, to);
        placePill();
    }

    void point(boolean value) {
        if (pointed == value) {
            return;
        }
        pointed = value;
        line.pseudoClassStateChanged(HOVERED, value);
        placePill();
    }

    void select(boolean value) {
        if (selected == value) {
            return;
        }
        selected = value;
        line.pseudoClassStateChanged(SELECTED, value);
        placePill();
    }

    void dim(boolean value) {
        line.pseudoClassStateChanged(DIMMED, value);
    }

    void far(boolean value) {
        if (far != value) {
            far = value;
            placePill();
        }
    }

    /** The label lies on the longest level piece of the line, if it fits there or somebody points at the line. */
    private void placePill() {
        boolean hidden = content == null || content.shape().isEmpty() || route.size() < 2;
        if (hidden || (far && !pointed && !selected)) {
            // Nobody sees it: measuring it would have it styled for nothing.
            if (pill != null) {
                pill.setVisible(false);
            }
            return;
        }
        if (pill == null) {
            pill = new Label();
            pill.getStyleClass().addAll("pill", "figure");
            pill.setMouseTransparent(true);
            pill.setManaged(false);
            labels.getChildren().add(pill);
        }
        pill.setText(content.shape());
        // Before the first pulse a label has no size unless it is styled by hand.
        pill.applyCss();
        double width = pill.prefWidth(-1);
        double height = pill.prefHeight(-1);
        Point from = route.get(0);
        Point to = route.get(1);
        for (int i = 1; i + 1 < route.size(); i++) {
            Point next = route.get(i + 1);
            boolean level = Math.abs(route.get(i).y() - next.y()) < 1;
            if (level && Math.abs(next.x() - route.get(i).x()) > Math.abs(to.x() - from.x())) {
                from = route.get(i);
                to = next;
            }
        }
        boolean fits = Math.abs(to.x() - from.x()) >= width + ROOM;
        pill.setVisible(pointed || selected || (content.pill() && fits));
        pill.resizeRelocate((from.x() + to.x() - width) / 2, (from.y() + to.y() - height) / 2, width, height);
    }

    /** The box around a route, for deciding whether it is seen. */
    static Box bounds(List<Point> points) {
        return Box.around(points.stream()
                .map(point -> new Box(point.x(), point.y(), 0, 0))
                .toList());
    }
}
