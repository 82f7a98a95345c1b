package org.convscape.ui.canvas;

import java.util.List;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.convscape.layout.Box;
import org.convscape.scene.CardContent;
import org.convscape.scene.CardGeometry;
import org.convscape.scene.CardGeometry.Line;
import org.convscape.scene.Explanation.Quantity;
import org.convscape.ui.control.Explained;

/**
 * The foot of a card: parameters and count, which say where they come from when they are clicked, the time of the last
 * run, and the share of the network's cost as a bar.
 */
final class CardFigures {
    private static final double TIME_WIDTH = 52;

    private final Label parameters = label();
    private final Label count = label();
    private final Label time = label();
    private final Region track = new Region();
    private final Region bar = new Region();

    /**
     * @param path of the card, once it shows one
     */
    CardFigures(CardActions actions, Supplier<String> path) {
        time.getStyleClass().add("time");
        time.setMouseTransparent(true);
        track.getStyleClass().add("track");
        bar.getStyleClass().add("bar");
        Explained.clickable(parameters, () -> actions.explain(path.get(), Quantity.PARAMETERS));
        Explained.clickable(count, () -> actions.explain(path.get(), Quantity.COUNT));
    }

    private static Label label() {
        Label label = new Label();
        label.getStyleClass().addAll("amount", "figure");
        label.setMinWidth(0);
        return label;
    }

    /** What is put on the card. */
    List<Node> all() {
        return List.of(parameters, count, time, track, bar);
    }

    /** The figure that stands for a quantity. */
    Node of(Quantity quantity) {
        return quantity == Quantity.COUNT ? count : parameters;
    }

    void write(CardContent fresh) {
        parameters.setText("P " + fresh.amounts().shortParameters());
        count.setText("M " + fresh.amounts().shortCount());
    }

    /**
     * Writes how long the last run took here; empty where nothing ran. True when that is something else than before.
     */
    boolean writeTime(String text) {
        boolean other = !text.equals(time.getText());
        if (other) {
            time.setText(text);
        }
        return other;
    }

    String time() {
        return time.getText();
    }

    void show(boolean seen) {
        all().forEach(node -> node.setVisible(seen));
    }

    /** @param share of the network's cost, 0 … 1 */
    void layout(CardGeometry places, double share) {
        double left = places.left();
        double right = places.right();
        Line line = places.figures();
        Box foot = places.share();
        parameters.resizeRelocate(left, line.top(), parameters.prefWidth(-1), line.height());
        double countWidth = Math.min(right - left, count.prefWidth(-1));
        count.resizeRelocate(right - countWidth, line.top(), countWidth, line.height());
        // The bars of all cards that ran are cut short by the same length, so that they still compare.
        double length = foot.width() - (time().isEmpty() ? 0 : TIME_WIDTH);
        double timeWidth = Math.min(TIME_WIDTH, time.prefWidth(-1));
        time.resizeRelocate(right - timeWidth, foot.y() - 5, timeWidth, 14);
        track.resizeRelocate(left, foot.y(), length, foot.height());
        bar.resizeRelocate(left, foot.y(), share <= 0 ? 0 : Math.max(4, length * share), foot.height());
    }
}
