package org.convscape.ui.shell;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.convscape.ui.control.Explained;
import org.convscape.ui.control.Hints;
import org.convscape.ui.control.Icons;
import org.convscape.viewmodel.desk.OpenDocument;
import org.convscape.viewmodel.desk.Studio;
import org.convscape.viewmodel.status.StatusModel;
import org.convscape.viewmodel.workspace.RunModel;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/** The line along the bottom: sums of the network at the left, the engine and its progress at the right. */
final class StatusBar extends HBox {
    private final HBox entries = new HBox();
    private final List<Label> labels = new ArrayList<>();
    private final Label step = new Label();
    private final ProgressBar progress = new ProgressBar();
    private final Button cancel;
    private final Label engine = new Label();

    StatusBar(Studio studio, StatusModel model, Command cancelRun) {
        getStyleClass().add("status-bar");
        setId("status-bar");
        setAlignment(Pos.CENTER_LEFT);
        entries.getStyleClass().add("status-entries");
        entries.setMinWidth(0);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        progress.getStyleClass().add("small-progress");
        progress.setPrefWidth(120);
        step.setMinWidth(0);
        step.setMaxWidth(260);
        cancel = Icons.button(MaterialDesignC.CLOSE, "Cancel (Shift+F5)");
        cancel.setOnAction(event -> cancelRun.run());
        cancel.getStyleClass().add("small-tool");
        engine.setId("engine-status");
        engine.setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(entries, gap, step, progress, cancel, engine);
        model.entriesProperty().addListener(observable -> showEntries(model));
        showEntries(model);
        ObservableValue<RunModel.State> state =
                studio.focusedProperty().flatMap(document -> document.runs().stateProperty());
        state.addListener((property, before, after) ->
                showRun(after, studio.focusedProperty().get()));
        showRun(state.getValue(), studio.focusedProperty().get());
        progress.progressProperty()
                .bind(studio.focusedProperty()
                        .flatMap(document -> document.runs().progressProperty())
                        .map(Number::doubleValue)
                        .orElse(0.0));
        step.textProperty()
                .bind(studio.focusedProperty()
                        .flatMap(document -> document.runs().messageProperty())
                        .orElse(""));
        studio.engineStatusProperty().addListener((property, before, after) -> showEngine(after));
        showEngine(studio.engineStatusProperty().get());
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

    private void showRun(RunModel.State state, OpenDocument document) {
        boolean running = state == RunModel.State.RUNNING && document != null;
        show(progress, running);
        show(cancel, running);
        show(step, running || state == RunModel.State.FAILED || state == RunModel.State.CANCELLED);
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
