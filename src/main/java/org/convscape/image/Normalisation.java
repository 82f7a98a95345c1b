package org.convscape.image;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * How a pixel's 8-bit channels become the numbers a network is fed: a scale and an offset per input channel, and the
 * order of the channels. An input of one channel takes the pixel's luma (0.299 R + 0.587 G + 0.114 B, rounded to 8
 * bits) with the mean of the three channels' offsets and scales.
 */
public enum Normalisation {
    /** Each channel divided by 255. */
    UNIT("0 to 1", "each channel divided by 255", false, new double[] {0, 0, 0}, new double[] {255, 255, 255}),
    /** Each channel from -1 to 1, as the Keras models of the Inception line take it. */
    SIGNED(
            "−1 to 1",
            "each channel divided by 127.5, minus 1 (Keras Inception, Xception, MobileNet)",
            false,
            new double[] {127.5, 127.5, 127.5},
            new double[] {127.5, 127.5, 127.5}),
    /** ImageNet's mean subtracted and divided by its standard deviation, as torchvision does. */
    IMAGENET(
            "ImageNet mean and deviation",
            "0 to 1, minus (0.485, 0.456, 0.406), divided by (0.229, 0.224, 0.225) (torchvision)",
            false,
            new double[] {0.485 * 255, 0.456 * 255, 0.406 * 255},
            new double[] {0.229 * 255, 0.224 * 255, 0.225 * 255}),
    /** Blue first, ImageNet's mean subtracted, not divided, as Caffe and the older Keras models do. */
    CAFFE(
            "BGR minus mean",
            "0 to 255, blue first, minus (103.939, 116.779, 123.68) (Caffe; Keras VGG and ResNet)",
            true,
            new double[] {103.939, 116.779, 123.68},
            new double[] {1, 1, 1}),
    /** The channels as they are. */
    RAW("0 to 255", "each channel as it is", false, new double[] {0, 0, 0}, new double[] {1, 1, 1});

    private final String label;
    private final String help;
    private final boolean blueFirst;
    private final double[] offset;
    private final double[] divisor;

    Normalisation(String label, String help, boolean blueFirst, double[] offset, double[] divisor) {
        this.label = label;
        this.help = help;
        this.blueFirst = blueFirst;
        this.offset = offset;
        this.divisor = divisor;
    }

    /** How files and the command line name it. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** How the window names it. */
    public String label() {
        return label;
    }

    /** One line with the figures. */
    public String help() {
        return help;
    }

    /** The number fed to input channel 0, 1 or 2 for a pixel {@code 0xRRGGBB}. */
    float value(int rgb, int channel) {
        int shift = blueFirst ? 8 * channel : 16 - 8 * channel;
        return (float) (((rgb >> shift & 0xFF) - offset[channel]) / divisor[channel]);
    }

    /** The number fed to the only channel of a grey input for a luma of 0 to 255. */
    float greyValue(int luma) {
        return (float) ((luma - mean(offset)) / mean(divisor));
    }

    private static double mean(double[] of) {
        return (of[0] + of[1] + of[2]) / 3;
    }

    /**
     * The normalisation with an id.
     *
     * @throws PictureFailure naming the choices when there is none
     */
    public static Normalisation of(String id) {
        return Arrays.stream(values())
                .filter(normalisation -> normalisation.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new PictureFailure("The normalisation is one of "
                        + Arrays.stream(values()).map(Normalisation::id).collect(Collectors.joining(", "))
                        + "; found \"" + id + "\""));
    }
}
