package org.convscape.ui.inspector;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.convscape.ui.control.Hints;
import org.convscape.ui.control.ShareBar;
import org.convscape.viewmodel.inspector.InspectorContent.Share;

/** How the network's cost is spread, as bars with percents; a click on a name selects it. */
final class SharesView extends GridPane {
    private final Consumer<String> goTo;

    SharesView(Consumer<String> goTo) {
        this.goTo = goTo;
        getStyleClass().add("shares");
        ColumnConstraints names = new ColumnConstraints();
        names.setMaxWidth(120);
        names.setPrefWidth(96);
        ColumnConstraints bars = new ColumnConstraints();
        bars.setHgrow(Priority.ALWAYS);
        ColumnConstraints percents = new ColumnConstraints();
        percents.setMinWidth(Region.USE_PREF_SIZE);
        getColumnConstraints().addAll(names, bars, percents);
    }

    void show(List<Share> shares) {
        getChildren().clear();
        int row = 0;
        for (Share share : shares) {
            Hyperlink name = new Hyperlink(share.label());
            name.getStyleClass().add("share-name");
            name.setOnAction(event -> goTo.accept(share.path()));
            Hints.on(name, share.path() + "\nSelects it");
            ShareBar bar = new ShareBar();
            bar.fill(share.part());
            Label percent = new Label(share.percent());
            percent.getStyleClass().addAll("figure", "muted");
            if (share.here()) {
                bar.getStyleClass().add("here");
                name.getStyleClass().add("here");
            }
            addRow(row++, name, bar, percent);
        }
    }
}
