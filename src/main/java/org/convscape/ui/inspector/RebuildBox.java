package org.convscape.ui.inspector;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** Says why a network's own values cannot be changed, and offers to drop the changes that stand in the way. */
final class RebuildBox extends VBox {
    private final Label sentence = new Label();

    /** A box whose button does that. */
    RebuildBox(Runnable buildAnew) {
        getStyleClass().add("rebuild-box");
        setId("rebuild");
        setSpacing(6);
        sentence.setWrapText(true);
        sentence.setMinHeight(USE_PREF_SIZE);
        sentence.getStyleClass().add("muted");
        Button button = new Button("Build anew without your changes");
        button.setId("build-anew");
        button.setWrapText(true);
        button.setOnAction(event -> buildAnew.run());
        getChildren().addAll(sentence, button);
        show("");
    }

    /** Shows a reason; none hides the box. */
    void show(String reason) {
        sentence.setText(reason);
        setVisible(!reason.isEmpty());
        setManaged(!reason.isEmpty());
    }
}
