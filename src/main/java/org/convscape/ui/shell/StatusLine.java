package org.convscape.ui.shell;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.value.ChangeListener;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.controlsfx.control.StatusBar;
import org.convscape.ui.control.Callout;
import org.convscape.ui.control.Explained;
import org.convscape.ui.control.Hints;
import org.convscape.ui.control.Icons;
import org.convscape.viewmodel.activity.Activity;
import org.convscape.viewmodel.desk.OpenDocument;
import org.convscape.viewmodel.desk.Studio;
import org.convscape.viewmodel.status.StatusModel;
import org.convscape.viewmodel.workspace.RunModel;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/**
 * The line along the bottom: sums of the network at the left, then what goes on and how far it is, the engine at the
 * right. The button beside it lists all that goes on.
 */
final class StatusLine extends StatusBar {
    /** A bar at zero would not be shown. */
    private static final double LEAST = 0.001;

    private final Studio studio;
    private final HBox entries = new HBox();
    private final List<Label> labels = new ArrayList<>();
    private final Button cancel;
    private final Button all;
    private final Label engine = new Label();
    private final ChangeListener<RunModel.State> followRun = (property, before, after) -> showProgress();
    private Activity shown;

    StatusLine(Studio studio, StatusModel model) {
        this.studio = studio;
        setId("status-bar");
        setText("");
        entries.getStyleClass().add("status-entries");
        entries.setMinWidth(0);
        cancel = Icons.button(MaterialDesignC.CLOSE, "Cancel");
        cancel.setId("status-cancel");
        cancel.setOnAction(event -> shown.cancel());
        cancel.getStyleClass().add("small-tool");
        all = Icons.button(MaterialDesignP.PROGRESS_CLOCK, "What goes on beside the screen");
        all.setId("status-activities");
        all.getStyleClass().add("small-tool");
        all.setOnAction(event -> Callout.show(new ActivitiesView(studio.activities()), all));
        engine.setId("engine-status");
        engine.setMinWidth(USE_PREF_SIZE);
        getLeftItems().add(entries);
        getRightItems().addAll(cancel, all, engine);
        model.entriesProperty().addListener(observable -> showEntries(model));
        showEntries(model);
        studio.activities().running().addListener((ListChangeListener<Activity>) change -> showProgress());
        studio.focusedProperty()
                .flatMap(document -> document.runs().stateProperty())
                .addListener(followRun);
        studio.engineStatusProperty().addListener((property, before, after) -> showEngine(after));
        showEngine(studio.engineStatusProperty().get());
        showProgress();
    }

    private void showEntries(StatusModel model) {
        List<StatusModel.Entry> said = model.entriesProperty().get();
        // What is there already only gets other words: making labels anew, and having them styled, is dear.
        while (labels.size() < said.size()) {
            if (!labels.isEmpty()) {
                Label dot = new Label("·");
                dot.getStyleClass().add("muted");
                entries.getChildren().add(dot);
            }
            Label label = new Label();
            label.setMinWidth(0);
            labels.add(label);
            entries.getChildren().add(label);
        }
        while (labels.size() > said.size()) {
            labels.remove(labels.size() - 1);
            int last = entries.getChildren().size();
            entries.getChildren().remove(Math.max(0, last - 2), last);
        }
        for (int i = 0; i < said.size(); i++) {
            showEntry(labels.get(i), said.get(i), model);
        }
    }

    private static void showEntry(Label label, StatusModel.Entry entry, StatusModel model) {
        label.setText(entry.words());
        Hints.on(label, entry.hint() + (entry.asked().isPresent() ? "\nA click shows where it comes from" : ""));
        entry.asked()
                .ifPresentOrElse(
                        quantity -> {
                            Explained.on(label, () -> model.explain(quantity));
                            label.setId("status-" + quantity.name().toLowerCase(java.util.Locale.ROOT));
                        },
                        () -> {
                            Explained.off(label);
                            label.setId(null);
                        });
    }

    /** The latest of what goes on; where nothing does, why the last run has no result. */
    private void showProgress() {
        List<Activity> running = studio.activities().running();
        shown = running.isEmpty() ? null : running.get(running.size() - 1);
        progressProperty().unbind();
        textProperty().unbind();
        show(cancel, shown != null && shown.canBeCancelled());
        if (shown != null) {
            // A bar that wanders is drawn anew all the while, and the machine has better to do.
            progressProperty()
                    .bind(shown.progressProperty()
                            .map(share -> share.doubleValue() < 0 ? 0 : Math.max(LEAST, share.doubleValue())));
            textProperty().bind(shown.messageProperty());
            return;
        }
        setProgress(0);
        OpenDocument document = studio.focusedProperty().get();
        RunModel.State state = document == null
                ? RunModel.State.IDLE
                : document.runs().stateProperty().get();
        boolean ended = state == RunModel.State.FAILED || state == RunModel.State.CANCELLED;
        setText(ended ? document.runs().messageProperty().get() : "");
    }

    private static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    private void showEngine(Studio.EngineStatus status) {
        engine.setText(
                switch (status.state()) {
                    case STARTING -> "Starting the engine…";
                    case READY -> "Engine ready";
                    case MISSING -> "No engine";
                });
        Hints.on(engine, status.words());
        engine.getStyleClass().removeAll("starting", "ready", "missing");
        engine.getStyleClass().add(status.state().name().toLowerCase(java.util.Locale.ROOT));
    }
}
