package org.convscape.ui.shell;

import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.Duration;
import org.convscape.ui.control.Icons;
import org.convscape.viewmodel.desk.Notice;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;

/**
 * One sentence over the line of tabs, which moves nothing. Information goes by itself; a problem stays until it is
 * closed or something else succeeds.
 */
final class Banner extends HBox {
    private final FontIcon sign = Icons.of(MaterialDesignI.INFORMATION_OUTLINE);
    private final Label sentence = new Label("", sign);
    private final PauseTransition pause = new PauseTransition(Duration.seconds(4));

    Banner() {
        getStyleClass().add("banner");
        setId("banner");
        setAlignment(Pos.CENTER_LEFT);
        sentence.setId("banner-sentence");
        sentence.setWrapText(true);
        sentence.setMaxWidth(Double.MAX_VALUE);
        sentence.setGraphicTextGap(8);
        HBox.setHgrow(sentence, Priority.ALWAYS);
        Button close = Icons.button(MaterialDesignC.CLOSE, "Close this message");
        close.getStyleClass().add("small-tool");
        close.setOnAction(event -> hide());
        pause.setOnFinished(event -> hide());
        getChildren().addAll(sentence, close);
        hide();
    }

    /** Shows a notice; null hides. */
    void show(Notice notice) {
        pause.stop();
        if (notice == null) {
            hide();
            return;
        }
        boolean problem = notice.kind() == Notice.Kind.PROBLEM;
        getStyleClass().removeAll("problem", "information");
        getStyleClass().add(problem ? "problem" : "information");
        sign.setIconCode(problem ? MaterialDesignA.ALERT_CIRCLE_OUTLINE : MaterialDesignI.INFORMATION_OUTLINE);
        sentence.setText(notice.sentence());
        setVisible(true);
        setManaged(true);
        if (!problem) {
            pause.playFromStart();
        }
    }

    private void hide() {
        setVisible(false);
        setManaged(false);
    }
}
