package org.convscape.ui.compare;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.convscape.viewmodel.compare.Rival;

/** Something to compare with: its name, and in the open list also what it is. */
final class RivalCell extends ListCell<Rival> {
    private final boolean detailed;

    RivalCell(boolean detailed) {
        this.detailed = detailed;
    }

    @Override
    protected void updateItem(Rival rival, boolean empty) {
        super.updateItem(rival, empty);
        setText(null);
        setGraphic(null);
        if (empty || rival == null) {
            return;
        }
        if (!detailed) {
            setText(rival.label());
            return;
        }
        Label kind = new Label(rival.kind());
        kind.getStyleClass().addAll("muted", "small");
        Region gap = new Region();
        gap.setMinWidth(16);
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox line = new HBox(new Label(rival.label()), gap, kind);
        line.setAlignment(Pos.CENTER_LEFT);
        setGraphic(line);
    }
}
