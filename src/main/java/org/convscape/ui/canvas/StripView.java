package org.convscape.ui.canvas;

import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;

/** The maps on a card, as one picture; an empty frame before anything has run. */
final class StripView extends Region {
    private final ImageView image = new ImageView();

    StripView() {
        getStyleClass().add("strip");
        setMouseTransparent(true);
        image.setPreserveRatio(true);
        getChildren().add(image);
    }

    /** Shows a picture, or an empty frame for null. */
    void show(Image picture) {
        if (image.getImage() != picture) {
            image.setImage(picture);
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
