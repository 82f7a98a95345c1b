package org.convscape.ui.shell;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import org.convscape.analysis.Diagnostic;
import org.convscape.ui.control.EmptyState;
import org.convscape.ui.control.Icons;
import org.convscape.viewmodel.status.ProblemsModel;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/** What is the matter with the network, a sentence to a line; a click selects where. */
final class ProblemsView extends StackPane {
    private final ProblemsModel model;
    private final ListView<Diagnostic> list = new ListView<>();
    private final EmptyState empty = new EmptyState(
            MaterialDesignC.CHECK_CIRCLE_OUTLINE,
            "Nothing is the matter: every input is connected and every shape fits");

    ProblemsView(ProblemsModel model) {
        this.model = model;
        getStyleClass().add("problems");
        list.setId("problems-list");
        list.setCellFactory(view -> new ProblemCell());
        list.setOnMouseClicked(event -> go());
        list.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                go();
            }
        });
        getChildren().addAll(list, empty);
        model.problemsProperty().addListener(observable -> show());
        show();
    }

    private void show() {
        list.getItems().setAll(model.problemsProperty().get());
        empty.setVisible(list.getItems().isEmpty());
        list.setVisible(!empty.isVisible());
    }

    private void go() {
        Diagnostic chosen = list.getSelectionModel().getSelectedItem();
        if (chosen != null) {
            model.goTo(chosen);
        }
    }

    /** The sign, the place and the sentence. */
    private static final class ProblemCell extends ListCell<Diagnostic> {
        private final FontIcon sign = Icons.of(MaterialDesignA.ALERT_CIRCLE_OUTLINE);
        private final Label place = new Label();
        private final Label sentence = new Label();
        private final HBox line = new HBox(10, sign, place, sentence);

        ProblemCell() {
            setPrefWidth(0);
            getStyleClass().add("problem-cell");
            place.getStyleClass().add("strong");
            place.setMinWidth(USE_PREF_SIZE);
            sentence.setWrapText(true);
            HBox.setHgrow(sentence, Priority.ALWAYS);
            line.setAlignment(Pos.TOP_LEFT);
        }

        @Override
        protected void updateItem(Diagnostic problem, boolean absent) {
            super.updateItem(problem, absent);
            if (absent || problem == null) {
                setGraphic(null);
                return;
            }
            boolean error = problem.severity() == Diagnostic.Severity.ERROR;
            sign.setIconCode(error ? MaterialDesignA.ALERT_CIRCLE_OUTLINE : MaterialDesignP.POWER_PLUG_OFF_OUTLINE);
            getStyleClass().removeAll("error", "open");
            getStyleClass().add(error ? "error" : "open");
            place.setText(problem.node());
            sentence.setText(problem.message());
            setGraphic(line);
        }
    }
}
