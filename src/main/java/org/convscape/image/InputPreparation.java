package org.convscape.image;

import org.convscape.tensor.Shape;
import org.convscape.tensor.Tensor;

/**
 * The way from a picture to a network's input: fitted, resized, normalised. Resizing is {@link Resampling}; its result
 * is rounded to 8 bits before it is normalised, so that {@link #preview} shows exactly what the network gets.
 *
 * @param resize the shorter side, in pixels, that a picture would be resized to before the input is cut out of its
 *     centre, as published networks state it; 0 for the side of the input itself. A cropped part is resized once, from
 *     the pixels it has. Other fits do not look at it.
 */
public record InputPreparation(Fit fit, int resize, Normalisation normalisation) {

    /** The largest shorter side that a picture is resized to before a part of it is taken. */
    public static final int LARGEST_RESIZE = 65_536;

    /** What most published networks were trained with: a centred crop, ImageNet's mean and deviation. */
    public static final InputPreparation STANDARD = new InputPreparation(Fit.CROP, Normalisation.IMAGENET);

    /** A preparation that takes as much of the picture as its fit can. */
    public InputPreparation(Fit fit, Normalisation normalisation) {
        this(fit, 0, normalisation);
    }

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
        Frame frame = Frame.of(this, picture, input);
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
        return Frame.of(this, picture, input).sentence(input.channels());
    }

    private static int luma(int rgb) {
        return (299 * (rgb >> 16 & 0xFF) + 587 * (rgb >> 8 & 0xFF) + 114 * (rgb & 0xFF) + 500) / 1000;
    }

    /** The same preparation with another fit. */
    public InputPreparation with(Fit other) {
        return new InputPreparation(other, resize, normalisation);
    }

    /** The same preparation with another normalisation. */
    public InputPreparation with(Normalisation other) {
        return new InputPreparation(fit, resize, other);
    }

    /** The same preparation with the shorter side resized to so many pixels first; 0 for those of the input. */
    public InputPreparation resizing(int pixels) {
        return new InputPreparation(fit, pixels, normalisation);
    }
}
