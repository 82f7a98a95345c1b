package org.convscape.ui.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javafx.scene.control.Alert;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.convscape.ui.control.Theme;

/** Asks once about all documents with unsaved changes; with several, each can be ticked. */
final class UnsavedDialog {
    private static final double MOST_HEIGHT = 260;
    private static final double LINE_HEIGHT = 26;
    private static final double WIDTH = 460;

    private final ButtonType save = new ButtonType("Save", ButtonBar.ButtonData.YES);
    private final ButtonType discard = new ButtonType("Discard", ButtonBar.ButtonData.NO);
    private final ButtonType cancel = new ButtonType("Cancel", ButtonBar.ButtonData.CANCEL_CLOSE);
    private final List<CheckBox> boxes = new ArrayList<>();
    private final Alert alert = new Alert(Alert.AlertType.CONFIRMATION, "", save, discard, cancel);
    private final Stage owner;
    private final List<String> titles;

    UnsavedDialog(Stage owner, List<String> titles) {
        this.owner = owner;
        this.titles = titles;
        alert.initOwner(owner);
        alert.setTitle("Unsaved changes");
        Theme.likeIn(owner.getScene(), alert.getDialogPane().getScene());
        WindowPlacement.centre(alert, owner);
        alert.getDialogPane().setId("unsaved");
        button(save).setId("unsaved-save");
        button(discard).setId("unsaved-discard");
        button(cancel).setId("unsaved-cancel");
        if (titles.size() == 1) {
            alert.setHeaderText("Save the changes to " + titles.get(0) + "?");
            alert.getDialogPane().setContent(new Label("They would be lost otherwise."));
            button(discard).setText("Discard the changes");
        } else {
            alert.setHeaderText("Save the changes to " + titles.size() + " documents?");
            alert.getDialogPane().setContent(list());
            button(discard).setText("Discard all");
            count();
        }
    }

    private Button button(ButtonType type) {
        return (Button) alert.getDialogPane().lookupButton(type);
    }

    private VBox list() {
        VBox lines = new VBox(6);
        for (int i = 0; i < titles.size(); i++) {
            CheckBox box = new CheckBox(titles.get(i));
            // Names of files are not read for keys.
            box.setMnemonicParsing(false);
            box.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
            box.setTooltip(new Tooltip(titles.get(i)));
            box.setId("unsaved-" + i);
            box.setSelected(true);
            box.selectedProperty().addListener(observable -> count());
            boxes.add(box);
        }
        lines.getChildren().addAll(boxes);
        ScrollPane scroll = new ScrollPane(lines);
        scroll.setFitToWidth(true);
        scroll.setPrefViewportHeight(Math.min(MOST_HEIGHT, titles.size() * LINE_HEIGHT));
        scroll.setMinHeight(Math.min(MOST_HEIGHT, titles.size() * LINE_HEIGHT));
        scroll.setPrefViewportWidth(WIDTH);
        return new VBox(10, scroll, new Label("What is not ticked is lost."));
    }

    private void count() {
        int ticked = ticked().size();
        button(save).setDisable(ticked == 0);
        button(save)
                .setText(
                        ticked == titles.size()
                                ? "Save all"
                                : ticked == 0 ? "Save" : "Save " + ticked + ", discard " + (titles.size() - ticked));
    }

    private Set<Integer> ticked() {
        Set<Integer> ticked = new TreeSet<>();
        for (int i = 0; i < titles.size(); i++) {
            if (boxes.isEmpty() || boxes.get(i).isSelected()) {
                ticked.add(i);
            }
        }
        return ticked;
    }

    /** Asks, and waits for the answer: the places of those to save, or nothing to go on as before. */
    Optional<Set<Integer>> ask() {
        ButtonType answer = WindowPlacement.during(owner, alert::showAndWait).orElse(cancel);
        return answer == save ? Optional.of(ticked()) : answer == discard ? Optional.of(Set.of()) : Optional.empty();
    }
}
