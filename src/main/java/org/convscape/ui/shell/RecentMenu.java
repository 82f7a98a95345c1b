package org.convscape.ui.shell;

import java.nio.file.Path;
import javafx.collections.ListChangeListener;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import org.convscape.ui.control.Icons;
import org.convscape.viewmodel.desk.RecentFiles;
import org.convscape.viewmodel.desk.Studio;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;

/** The documents that were last opened or saved, to open again. */
final class RecentMenu extends Menu {
    private final Studio studio;
    private final RecentFiles recent;

    RecentMenu(Studio studio) {
        super("Open recent", Icons.of(MaterialDesignH.HISTORY));
        this.studio = studio;
        this.recent = studio.files().recent();
        setId("recent");
        recent.entries().addListener((ListChangeListener<RecentFiles.Entry>) change -> fill());
        setOnShowing(event -> recent.refresh());
        fill();
    }

    private void fill() {
        getItems().clear();
        for (RecentFiles.Entry entry : recent.entries()) {
            getItems().add(item(entry));
        }
        if (getItems().isEmpty()) {
            MenuItem nothing = new MenuItem("Nothing was opened or saved yet");
            nothing.setDisable(true);
            getItems().add(nothing);
            return;
        }
        MenuItem clear = new MenuItem("Clear this list");
        clear.setId("recent-clear");
        clear.setOnAction(event -> recent.clear());
        getItems().addAll(new SeparatorMenuItem(), clear);
    }

    /**
     * The name, with the folder in grey; a custom item, because only that can have a hint and shows names as they are.
     */
    private MenuItem item(RecentFiles.Entry entry) {
        Path file = entry.file();
        boolean there = entry.hindrance().isEmpty();
        Label name = new Label(file.getFileName() + (there ? "" : "  (" + entry.hindrance() + ")"));
        name.setMnemonicParsing(false);
        name.setMaxWidth(420);
        name.setTextOverrun(javafx.scene.control.OverrunStyle.CENTER_ELLIPSIS);
        name.setTooltip(new Tooltip(file + (there ? "" : "\n" + entry.hindrance())));
        CustomMenuItem item = new CustomMenuItem(name);
        item.getStyleClass().add("recent-file");
        // A disabled item would show no hint; a greyed one says why when it is chosen.
        name.setOpacity(there ? 1 : 0.55);
        item.setOnAction(event -> {
            if (there) {
                studio.open(file);
            } else {
                studio.report(file + " cannot be opened: " + entry.hindrance());
            }
        });
        return item;
    }
}
