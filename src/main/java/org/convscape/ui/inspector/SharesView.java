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
    private final Rows<Share> rows = new Rows<>(Row::new);

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
        rows.show(shares);
    }

    /** One part of the network. */
    private final class Row implements Rows.Row<Share> {
        private final Hyperlink name = new Hyperlink();
        private final ShareBar bar = new ShareBar();
        private final Label percent = new Label();

        Row(int index) {
            name.getStyleClass().add("share-name");
            percent.getStyleClass().addAll("figure", "muted");
            addRow(index, name, bar, percent);
        }

        @Override
        public List<Region> nodes() {
            return List.of(name, bar, percent);
        }

        @Override
        public void write(Share share) {
            name.setText(share.label());
            name.setVisited(false);
            name.setOnAction(event -> goTo.accept(share.path()));
            Hints.on(name, share.path() + "\nSelects it");
            bar.fill(share.part());
            percent.setText(share.percent());
            Rows.style(bar, "here", share.here());
            Rows.style(name, "here", share.here());
        }
    }
}
