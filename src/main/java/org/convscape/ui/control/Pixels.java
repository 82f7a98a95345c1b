package org.convscape.ui.control;

import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import org.convscape.image.Picture;

/** From arrays of pixels to the toolkit's images. */
public final class Pixels {
    private Pixels() {}

    /** A picture as the toolkit draws it. */
    public static Image image(Picture picture) {
        return image(picture.argb(), picture.width(), picture.height());
    }

    /** Opaque ARGB pixels, row by row, as the toolkit draws them. */
    public static Image image(int[] argb, int width, int height) {
        WritableImage image = new WritableImage(width, height);
        image.getPixelWriter().setPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), argb, 0, width);
        return image;
    }
}
