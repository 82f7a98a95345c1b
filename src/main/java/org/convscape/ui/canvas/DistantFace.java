package org.convscape.ui.canvas;

import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.Region;
import org.convscape.scene.CardContent;
import org.convscape.scene.CardFormat;
import org.convscape.scene.Condition;

/** A card seen from so far that only large type can be read: its name, its count, and its share of the network's. */
final class DistantFace extends Region {
    private static final double LEFT = 11;
    private static final double RIGHT = 4;
    private static final double BAR = 12;
    private static final double LARGEST = 40;
    private static final double SMALLEST = 21;
    /** The size that the style sheet gives; others are scaled, since a style of its own has a label styled anew. */
    private static final double STYLED = 32;
    /** The mean width of a letter for each unit of its size, generously, in the bold face. */
    private static final double LETTER = 0.68;

    private final CardFormat format;
    private final Label name = label("title", "distant");
    private final Label number = label("figure", "number", "distant");
    private final Region bar = new Region();
    private double share;

    DistantFace(CardFormat format) {
        this.format = format;
        setMouseTransparent(true);
        bar.getStyleClass().add("bar");
        getChildren().addAll(name, number, bar);
    }

    private static Label label(String... classes) {
        Label label = new Label();
        label.getStyleClass().addAll(classes);
        label.setMinWidth(0);
        label.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        return label;
    }

    void show(CardContent content) {
        write(name, content.localTitle());
        write(number, numberOf(content));
        share = content.amounts().share();
        requestLayout();
    }

    /** What has a cost shows it; what has none shows how many maps leave it. */
    private static String numberOf(CardContent content) {
        if (content.condition() != Condition.FINE) {
            return content.condition() == Condition.WRONG ? "wrong" : "?";
        }
        return content.amounts().count() > 0
                ? content.amounts().shortCount()
                : content.shape().substring(Math.max(0, content.shape().lastIndexOf('×')));
    }

    /** A long word is written smaller, as far as that can be read, before it is cut. */
    private void write(Label label, String words) {
        if (!words.equals(label.getText())) {
            label.setText(words);
            double room = format.extent().width() - LEFT - RIGHT;
            double size = Math.max(SMALLEST, Math.min(LARGEST, room / (LETTER * Math.max(1, words.length()))));
            label.setScaleX(Math.round(size) / STYLED);
            label.setScaleY(Math.round(size) / STYLED);
        }
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth() - LEFT - RIGHT;
        double line = (getHeight() - BAR) / 2;
        place(name, 0, width, line);
        place(number, line - 4, width, line);
        bar.resizeRelocate(LEFT, getHeight() - BAR - 2, share <= 0 ? 0 : Math.max(6, width * share), BAR);
    }

    /** Labels are scaled about their middle. */
    private static void place(Label label, double y, double width, double height) {
        double scale = label.getScaleX();
        label.resizeRelocate(
                LEFT + (width - width / scale) / 2, y + (height - height / scale) / 2, width / scale, height / scale);
    }
}
