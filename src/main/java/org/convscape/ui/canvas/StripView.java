package org.convscape.ui.canvas;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;
import org.convscape.scene.StripPixels;
import org.convscape.ui.control.Pixels;
import org.convscape.viewmodel.canvas.CardFace;

/** The maps on a card, as one picture, or the classes it is about; an empty frame before anything has run. */
final class StripView extends Region {
    private static final PseudoClass FILLED = PseudoClass.getPseudoClass("filled");
    private final ImageView image = new ImageView();

    private final ClassRows classes = new ClassRows();
    private final Label drawn = new Label("drawn");
    private StripPixels shown;

    StripView() {
        getStyleClass().add("strip");
        setMouseTransparent(true);
        image.setPreserveRatio(true);
        drawn.getStyleClass().add("drawn-sign");
        drawn.setVisible(false);
        getChildren().addAll(image, classes, drawn);
    }

    /** Shows what a run gave, or an empty frame for null. */
    void show(CardFace face) {
        StripPixels pixels = face == null ? null : face.pixels();
        classes.show(face == null ? List.of() : face.classes());
        image.setVisible(!classes.isVisible());
        drawn.setVisible(face != null && face.drawn());
        if (shown != pixels) {
            shown = pixels;
            image.setImage(pixels == null ? null : Pixels.image(pixels.argb(), pixels.width(), pixels.height()));
            pseudoClassStateChanged(FILLED, pixels != null);
            requestLayout();
        }
    }

    /** What is to be said of the weights; empty where there is nothing to say. */
    String remark() {
        return drawn.isVisible() ? "Weights that the file does not have are drawn at random here" : "";
    }

    @Override
    protected void layoutChildren() {
        double sign = drawn.prefWidth(-1);
        drawn.resizeRelocate(getWidth() - sign, 0, sign, drawn.prefHeight(-1));
        classes.resizeRelocate(0, 0, getWidth(), getHeight());
        image.setFitWidth(getWidth());
        image.setFitHeight(getHeight());
        double width = image.getLayoutBounds().getWidth();
        double height = image.getLayoutBounds().getHeight();
        image.relocate((getWidth() - width) / 2, (getHeight() - height) / 2);
    }
}
