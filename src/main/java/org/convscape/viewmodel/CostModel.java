package org.convscape.viewmodel;

import javafx.beans.InvalidationListener;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.convscape.analysis.Analysis;
import org.convscape.analysis.CostTable;

/** The cost of the current document, row by row, anew after every change. */
public final class CostModel {
    private final Studio studio;
    private final ObjectProperty<CostTable.Grouping> grouping =
            new SimpleObjectProperty<>(this, "grouping", CostTable.Grouping.BLOCK);
    private final ReadOnlyObjectWrapper<CostTable> table = new ReadOnlyObjectWrapper<>(this, "table");
    private final InvalidationListener follow = observable -> refresh();

    /** Follows the current document of a studio. */
    public CostModel(Studio studio) {
        this.studio = studio;
        studio.currentProperty().addListener((property, before, after) -> {
            if (before != null) {
                before.workspace().documentProperty().removeListener(follow);
            }
            if (after != null) {
                after.workspace().documentProperty().addListener(follow);
            }
            refresh();
        });
        studio.conventionProperty().addListener(follow);
        grouping.addListener(follow);
        refresh();
    }

    private void refresh() {
        OpenDocument document = studio.currentProperty().get();
        Analysis analysis = document == null ? null : document.workspace().analysis();
        table.set(
                analysis == null || analysis.nodes().isEmpty()
                        ? null
                        : CostTable.of(analysis, studio.conventionProperty().get(), grouping.get()));
    }

    /** What a row stands for. */
    public ObjectProperty<CostTable.Grouping> groupingProperty() {
        return grouping;
    }

    /** The table; null where nothing is open or the canvas is empty. */
    public ReadOnlyObjectProperty<CostTable> tableProperty() {
        return table.getReadOnlyProperty();
    }

    /** Selects what a row stands for. */
    public void goTo(CostTable.Row row) {
        if (studio.currentProperty().get() != null && !row.path().isEmpty()) {
            studio.currentProperty().get().workspace().select(row.path());
        }
    }
}
