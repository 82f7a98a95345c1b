package org.convscape.ui.control;

import java.util.List;
import javafx.animation.PauseTransition;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.convscape.scene.Explanation;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/** A small window beside a number that says where the number comes from, to be copied as text or LaTeX. */
public final class ExplanationPopup extends VBox {
    private static final double MOST_HEIGHT = 460;

    private ExplanationPopup(Explanation explanation) {
        getStyleClass().add("explanation");
        setId("explanation");
        getChildren().add(words(explanation.title(), "explanation-title"));
        getChildren().add(words(explanation.basis(), "muted", "small"));
        if (!explanation.steps().isEmpty()) {
            getChildren().add(new ScrolledSteps(explanation.steps()));
        }
        Label result = words("= " + explanation.value(), "figure", "explanation-result");
        result.setId("explanation-value");
        getChildren().add(result);
        explanation.remarks().forEach(remark -> getChildren().add(words(remark, "muted", "small")));
        if (!explanation.partOf().isEmpty()) {
            getChildren().addAll(words("Part of", "section-heading"), parts(explanation.partOf()));
        }
        HBox buttons = new HBox(
                copy("Copy text", "copy-text", explanation.text()),
                copy("Copy LaTeX", "copy-latex", explanation.latex()));
        buttons.getStyleClass().add("explanation-buttons");
        buttons.setAlignment(Pos.CENTER_RIGHT);
        getChildren().add(buttons);
    }

    /** Shows an explanation beside a figure; Escape or a click elsewhere closes it. */
    public static void show(Node beside, Explanation explanation) {
        Callout.show(new ExplanationPopup(explanation), beside);
    }

    private static Label words(String text, String... styles) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        label.getStyleClass().addAll(styles);
        return label;
    }

    private static GridPane parts(List<Explanation.Part> parts) {
        GridPane grid = grid();
        int row = 0;
        for (Explanation.Part part : parts) {
            grid.addRow(row++, words(part.label(), "muted"), figure(part.value()), figure(part.share()));
        }
        return grid;
    }

    private static GridPane grid() {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("explanation-grid");
        ColumnConstraints name = new ColumnConstraints();
        name.setHgrow(Priority.ALWAYS);
        ColumnConstraints figures = new ColumnConstraints();
        figures.setHalignment(HPos.RIGHT);
        figures.setMinWidth(Region.USE_PREF_SIZE);
        grid.getColumnConstraints().addAll(name, figures, figures);
        return grid;
    }

    private static Label figure(String text, String... styles) {
        Label label = new Label(text);
        label.getStyleClass().add("figure");
        label.getStyleClass().addAll(styles);
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }

    private static Button copy(String words, String id, String copied) {
        Button button = new Button(words, Icons.of(MaterialDesignC.CONTENT_COPY));
        button.setId(id);
        button.setMinWidth(USE_PREF_SIZE);
        PauseTransition back = new PauseTransition(Duration.seconds(1.5));
        back.setOnFinished(event -> button.setText(words));
        button.setOnAction(event -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(copied);
            Clipboard.getSystemClipboard().setContent(content);
            button.setText("Copied");
            back.playFromStart();
        });
        return button;
    }

    /** The summands; a long sum scrolls. */
    private static final class ScrolledSteps extends ScrollPane {
        ScrolledSteps(List<Explanation.Step> steps) {
            GridPane grid = grid();
            int row = 0;
            for (Explanation.Step step : steps) {
                VBox formula = new VBox(words(step.label(), "strong"));
                if (!step.symbols().isEmpty()) {
                    formula.getChildren().add(words(step.symbols(), "figure", "muted"));
                    formula.getChildren().add(words("= " + step.numbers(), "figure"));
                }
                Label value = figure((row > 0 ? "+ " : "") + step.value());
                GridPane.setValignment(value, VPos.BOTTOM);
                grid.addRow(row++, formula, value);
            }
            setContent(grid);
            setFitToWidth(true);
            setHbarPolicy(ScrollBarPolicy.NEVER);
            setMaxHeight(MOST_HEIGHT / 2);
            setMinHeight(Math.min(MOST_HEIGHT / 2, 24 * steps.size()));
            getStyleClass().add("explanation-steps");
        }
    }
}
