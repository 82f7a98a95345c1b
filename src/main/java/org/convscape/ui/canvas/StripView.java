package org.convscape.ui.canvas;

import javafx.css.PseudoClass;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;
import org.convscape.scene.StripPixels;
import org.convscape.ui.control.Pixels;

/** The maps on a card, as one picture; an empty frame before anything has run. */
final class StripView extends Region {
    private static final PseudoClass FILLED = PseudoClass.getPseudoClass("filled");
    private final ImageView image = new ImageView();

    private StripPixels shown;

    StripView() {
        getStyleClass().add("strip");
        setMouseTransparent(true);
        image.setPreserveRatio(true);
        getChildren().add(image);
    }

    /** Shows pixels, or an empty frame for null. */
    void show(StripPixels pixels) {
        if (shown != pixels) {
            shown = pixels;
            image.setImage(pixels == null ? null : Pixels.image(pixels.argb(), pixels.width(), pixels.height()));
            pseudoClassStateChanged(FILLED, pixels != null);
            requestLayout();
        }
    }

    @Override
    protected void layoutChildren() {
        image.setFitWidth(getWidth());
        image.setFitHeight(getHeight());
        double width = image.getLayoutBounds().getWidth();
        double height = image.getLayoutBounds().getHeight();
        image.relocate((getWidth() - width) / 2, (getHeight() - height) / 2);
    }
}
