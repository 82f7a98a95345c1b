package org.convscape.ui.inspector;

import javafx.beans.InvalidationListener;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.convscape.ui.control.Pixels;
import org.convscape.viewmodel.picture.Preview;
import org.convscape.viewmodel.picture.PreviewModel;

/** Exactly what the network sees of the picture, with a sentence on how it came about. */
final class PreviewView extends VBox {
    private static final double MOST = 224;

    private final ImageView image = new ImageView();
    private final Label sentence = new Label();
    private final InvalidationListener follow = observable -> refresh();
    private PreviewModel model;

    PreviewView() {
        getStyleClass().add("preview");
        Label heading = new Label("WHAT THE NETWORK SEES");
        heading.getStyleClass().add("section-heading");
        image.setPreserveRatio(true);
        image.setId("preview-image");
        StackPane frame = new StackPane(image);
        frame.getStyleClass().add("preview-frame");
        sentence.setWrapText(true);
        sentence.setMinHeight(USE_PREF_SIZE);
        sentence.getStyleClass().add("muted");
        sentence.setId("preview-sentence");
        getChildren().addAll(heading, frame, sentence);
    }

    void show(PreviewModel shown) {
        if (model != null) {
            model.previewProperty().removeListener(follow);
            model.problemProperty().removeListener(follow);
        }
        model = shown;
        if (shown != null) {
            shown.previewProperty().addListener(follow);
            shown.problemProperty().addListener(follow);
        }
        refresh();
    }

    private void refresh() {
        Preview preview = model == null ? null : model.previewProperty().get();
        if (preview == null) {
            image.setImage(null);
            String problem = model == null ? "" : model.problemProperty().get();
            sentence.setText(
                    problem.isEmpty()
                            ? "Choose a picture in the toolbar, and give the network a Picture to begin with"
                            : problem);
            return;
        }
        image.setImage(Pixels.image(preview.seen()));
        image.setFitWidth(MOST);
        image.setFitHeight(MOST);
        // A picture of few pixels is shown as the squares it consists of.
        image.setSmooth(preview.seen().width() > MOST / 2);
        sentence.setText(preview.original().name() + ": " + preview.sentence());
    }
}
