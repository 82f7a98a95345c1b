package org.convscape.ui.control;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import javafx.beans.InvalidationListener;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.text.Font;

/**
 * A column that knows how wide what stands in it is, in the face it is shown in; {@link FittedTable} gives it its
 * width.
 *
 * @param <R> a row
 * @param <T> what of a row stands here
 */
public abstract class FittedColumn<R, T> extends TableColumn<R, T> {
    /** How many of the texts with the most letters are measured: of so many one is the widest. */
    private static final int MEASURED = 24;

    /** Between what is written and the sides of its cell, until a cell has been shown. */
    private static final double USUAL_PADDING = 16;

    private final Font usual;
    private TableCell<?, ?> sample;
    private double content;
    private double heading;
    private double chosen = -1;

    /**
     * @param usual the face, until a cell has been shown
     */
    FittedColumn(String heading, Font usual) {
        super(heading);
        this.usual = usual;
        // A column of the toolkit's own width would be sized by the toolkit when it is first shown.
        setPrefWidth(FittedTable.UNSET + 1);
    }

    /** The texts of the rows, or at least the longest of them. */
    abstract Stream<String> texts(List<R> rows);

    /** The least width at which this is of use. */
    abstract double least();

    /** Whether it takes what room is left. */
    abstract boolean grows();

    /** The width at which nothing is left out. */
    double wanted() {
        return Math.max(content, heading);
    }

    /** Asks for widths anew when the face of a cell turns out to be another than expected. */
    final <C extends TableCell<R, T>> C sampled(C cell) {
        if (sample == null) {
            sample = cell;
            InvalidationListener changed = observable -> {
                if (getTableView() instanceof FittedTable<R> table) {
                    table.refit();
                }
            };
            cell.fontProperty().addListener(changed);
            cell.insetsProperty().addListener(changed);
        }
        return cell;
    }

    final Font font() {
        return sample == null ? usual : sample.getFont();
    }

    final double padding() {
        double sides = sample == null
                ? 0
                : sample.snappedLeftInset()
                        + sample.snappedRightInset()
                        + sample.getLabelPadding().getLeft()
                        + sample.getLabelPadding().getRight();
        return (sides > 0 ? sides : USUAL_PADDING) + 2;
    }

    final void measure(List<R> rows) {
        content = padding() + widest(texts(rows).distinct().toList());
    }

    private double widest(Collection<String> texts) {
        return texts.stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .limit(MEASURED)
                .mapToDouble(text -> TextWidth.of(text, font()))
                .max()
                .orElse(0);
    }

    final void heading(double width) {
        heading = width;
    }

    final double heading() {
        return heading;
    }

    /** The width a person has drawn it to; negative for none. */
    final double chosen() {
        return chosen;
    }

    final void choose(double width) {
        chosen = width;
    }
}
