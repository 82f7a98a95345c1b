package org.convscape.ui.shell;

import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.VBox;
import org.convscape.analysis.Convention;

/** A counting rule: its id, and in the open list also what it counts. */
final class ConventionCell extends ListCell<Convention> {
    private static final double WIDTH = 420;

    private final boolean detailed;

    ConventionCell(boolean detailed) {
        this.detailed = detailed;
    }

    @Override
    protected void updateItem(Convention convention, boolean empty) {
        super.updateItem(convention, empty);
        setGraphic(null);
        setText(null);
        if (empty || convention == null) {
            return;
        }
        if (!detailed) {
            setText("Counting: " + convention.id());
            return;
        }
        Label id = new Label(convention.id() + " · " + convention.unit());
        id.getStyleClass().add("strong");
        Label help = new Label(convention.help());
        help.getStyleClass().addAll("muted", "small");
        help.setWrapText(true);
        help.setMaxWidth(WIDTH);
        help.setMinHeight(USE_PREF_SIZE);
        setGraphic(new VBox(1, id, help));
    }
}
