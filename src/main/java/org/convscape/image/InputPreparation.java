package org.convscape.image;

import org.convscape.tensor.Shape;
import org.convscape.tensor.Tensor;

/**
 * The way from a picture to a network's input: fitted, resized, normalised. Resizing is {@link Resampling}; its result
 * is rounded to 8 bits before it is normalised, so that {@link #preview} shows exactly what the network gets.
 */
public record InputPreparation(Fit fit, Normalisation normalisation) {

    /** What most published networks were trained with: a centred crop, ImageNet's mean and deviation. */
    public static final InputPreparation STANDARD = new InputPreparation(Fit.CROP, Normalisation.IMAGENET);

    /**
     * The network's input, {@code [height, width, channels]}.
     *
     * @throws PictureFailure when the input is not a picture of one or three channels
     */
    public Tensor prepare(Picture picture, Shape input) {
        Picture seen = preview(picture, input);
        float[] values = new float[Math.toIntExact(input.elements())];
        int next = 0;
        for (int row = 0; row < input.height(); row++) {
            for (int column = 0; column < input.width(); column++) {
                int rgb = seen.rgb(row, column);
                if (input.channels() == 1) {
                    values[next++] = normalisation.greyValue(rgb & 0xFF);
                    continue;
                }
                for (int channel = 0; channel < 3; channel++) {
                    values[next++] = normalisation.value(rgb, channel);
                }
            }
        }
        return Tensor.of(input, values);
    }

    /**
     * What the network sees: the picture after fitting and resizing, before normalisation; grey for an input of one
     * channel.
     *
     * @throws PictureFailure when the input is not a picture of one or three channels
     */
    public Picture preview(Picture picture, Shape input) {
        Frame frame = Frame.of(fit, picture, input);
        int[] pixels = Resampling.resize(picture, frame);
        if (input.channels() == 1) {
            for (int i = 0; i < pixels.length; i++) {
                pixels[i] = luma(pixels[i]) * 0x010101;
            }
        }
        return Picture.of(picture.name(), input.width(), input.height(), pixels, picture.notes())
                .noting(frame.sentence(input.channels()));
    }

    /**
     * What is done to the picture, with the figures, such as "centre crop 512×512 of 768×512, resized to 224×224";
     * width before height, as pictures are measured.
     *
     * @throws PictureFailure when the input is not a picture of one or three channels
     */
    public String describe(Picture picture, Shape input) {
        return Frame.of(fit, picture, input).sentence(input.channels());
    }

    private static int luma(int rgb) {
        return (299 * (rgb >> 16 & 0xFF) + 587 * (rgb >> 8 & 0xFF) + 114 * (rgb & 0xFF) + 500) / 1000;
    }

    /** The same preparation with another fit. */
    public InputPreparation with(Fit other) {
        return new InputPreparation(other, normalisation);
    }

    /** The same preparation with another normalisation. */
    public InputPreparation with(Normalisation other) {
        return new InputPreparation(fit, other);
    }
}
