package org.convscape.ui.canvas;

import javafx.css.PseudoClass;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;
import org.convscape.viewmodel.canvas.StripPixels;

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
            image.setImage(pixels == null ? null : imageOf(pixels));
            pseudoClassStateChanged(FILLED, pixels != null);
            requestLayout();
        }
    }

    private static Image imageOf(StripPixels pixels) {
        WritableImage image = new WritableImage(pixels.width(), pixels.height());
        image.getPixelWriter()
                .setPixels(
                        0,
                        0,
                        pixels.width(),
                        pixels.height(),
                        PixelFormat.getIntArgbInstance(),
                        pixels.argb(),
                        0,
                        pixels.width());
        return image;
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
