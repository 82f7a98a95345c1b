package org.convscape.viewmodel.canvas;

import java.util.List;
import org.convscape.image.Picture;
import org.convscape.labels.Prediction;
import org.convscape.scene.StripPixels;

/**
 * What a run gave, as a card shows it.
 *
 * @param pixels the maps, or a vector as bars
 * @param classes the likeliest ones, the likeliest first, where the card has the result of a trained network; then they
 *     are shown instead of the bars
 * @param drawn whether some of its weights were drawn at random while others come from a file
 */
public record CardFace(StripPixels pixels, List<Prediction> classes, boolean drawn) {
    /** How many classes a card has room for. */
    public static final int CLASSES = 3;

    /** Keeps an unmodifiable copy. */
    public CardFace {
        classes = List.copyOf(classes);
    }

    /** A picture as it is. */
    static CardFace of(Picture picture) {
        return new CardFace(StripPixels.of(picture), List.of(), false);
    }

    /** The same with or without weights drawn at random. */
    CardFace drawn(boolean some) {
        return some == drawn ? this : new CardFace(pixels, classes, some);
    }

    /** How many bytes the pixels take. */
    long bytes() {
        return pixels.bytes();
    }
}
