package org.convscape.ui.control;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.collections.ListChangeListener;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.TableColumnHeader;

/**
 * A table whose columns of numbers are as wide as their widest number, whatever the window: names give way first, and
 * where nothing is left to give the table scrolls sideways. A width that a person drags to stays, unless a number needs
 * more.
 */
public final class FittedTable<R> extends TableView<R> {
    /** For the arrow beside the heading of a column by which rows are sorted. */
    private static final double ARROW = 20;

    /** A width that the toolkit takes for "none was given". */
    static final double UNSET = 80;

    private boolean stale = true;
    private boolean styled;
    private boolean fitting;
    private double fittedTo;

    /** A table without columns and rows. */
    public FittedTable() {
        setColumnResizePolicy(UNCONSTRAINED_RESIZE_POLICY);
        getItems().addListener((ListChangeListener<R>) change -> refit());
        getSortOrder().addListener((ListChangeListener<TableColumn<R, ?>>) change -> refit());
        getColumns().addListener((ListChangeListener<TableColumn<R, ?>>) change -> {
            while (change.next()) {
                change.getAddedSubList().forEach(this::follow);
            }
            refit();
        });
    }

    private void follow(TableColumn<R, ?> column) {
        InvalidationListener changed = observable -> refit();
        column.textProperty().addListener(changed);
        column.widthProperty().addListener((property, before, width) -> {
            if (!fitting && column instanceof FittedColumn<R, ?> fitted && getScene() != null) {
                fitted.choose(width.doubleValue());
                refit();
            }
        });
    }

    /** Works out the widths anew; for a change that the rows themselves do not tell of. */
    public void refit() {
        stale = true;
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double room = room();
        if (stale || room != fittedTo) {
            boolean measured = stale;
            stale = false;
            fittedTo = room;
            fit(room, measured);
        }
        super.layoutChildren();
        if (room() != fittedTo) {
            requestLayout();
        }
    }

    private double room() {
        double bar = lookupAll(".scroll-bar").stream()
                .map(ScrollBar.class::cast)
                .filter(found -> found.getOrientation() == Orientation.VERTICAL && found.isVisible())
                .mapToDouble(found -> found.prefWidth(-1))
                .sum();
        return getWidth() - snappedLeftInset() - snappedRightInset() - bar;
    }

    private void fit(double room, boolean measured) {
        List<FittedColumn<R, ?>> columns = new ArrayList<>();
        for (TableColumn<R, ?> column : getColumns()) {
            if (column instanceof FittedColumn<R, ?> fitted) {
                columns.add(fitted);
            }
        }
        if (measured) {
            measure(columns);
        }
        double[] widths = new double[columns.size()];
        double left = room;
        double missing = 0;
        int growing = 0;
        for (int i = 0; i < widths.length; i++) {
            FittedColumn<R, ?> column = columns.get(i);
            widths[i] = Math.max(column.least(), column.chosen());
            left -= widths[i];
            if (column.chosen() < 0) {
                growing += column.grows() ? 1 : 0;
                missing += Math.max(0, column.wanted() - widths[i]);
            }
        }
        double given = missing <= 0 ? 0 : Math.max(0, Math.min(1, left / missing));
        double surplus = growing == 0 ? 0 : Math.max(0, left - missing) / growing;
        fitting = true;
        for (int i = 0; i < widths.length; i++) {
            FittedColumn<R, ?> column = columns.get(i);
            if (column.chosen() < 0) {
                widths[i] += given * Math.max(0, column.wanted() - widths[i]) + (column.grows() ? surplus : 0);
            }
            double width = Math.floor(widths[i]);
            // The toolkit would size a column of that very width by itself.
            column.setPrefWidth(width == UNSET ? UNSET + 1 : width);
        }
        fitting = false;
    }

    private void measure(List<FittedColumn<R, ?>> columns) {
        columns.forEach(column -> column.measure(getItems()));
        if (!styled) {
            styled = true;
            applyCss();
        }
        for (Node node : lookupAll(".column-header")) {
            if (node instanceof TableColumnHeader header
                    && header.getTableColumn() instanceof FittedColumn<?, ?> column
                    && header.lookup(".label") instanceof Label label) {
                double arrow = getSortOrder().contains(column) ? ARROW : 0;
                column.heading(Math.ceil(label.prefWidth(-1)) + arrow + 2);
            }
        }
    }
}
