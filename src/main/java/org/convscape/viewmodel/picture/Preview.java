package org.convscape.viewmodel.picture;

import org.convscape.image.InputPreparation;
import org.convscape.image.Picture;
import org.convscape.tensor.Shape;

/**
 * What a network sees of a picture.
 *
 * @param original the picture as it was chosen
 * @param seen the pixels that enter the input, before they are normalised
 * @param sentence what was done to come from one to the other, with the figures
 */
public record Preview(Picture original, Picture seen, String sentence, Shape input) {

    /** Prepares a picture for an input, and says how. */
    static Preview of(Picture picture, InputPreparation preparation, Shape input) {
        return new Preview(
                picture,
                preparation.preview(picture, input),
                preparation.describe(picture, input) + "; "
                        + preparation.normalisation().help(),
                input);
    }
}
