package org.convscape.image;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How a pixel's 8-bit channels become the numbers a network is fed: a mean that is subtracted and a deviation that is
 * divided by, per input channel, and the order of the channels. An input of one channel takes the pixel's luma (0.299 R
 * + 0.587 G + 0.114 B, rounded to 8 bits) with the mean of the three channels' figures.
 */
public final class Normalisation {
    /** Each channel divided by 255. */
    public static final Normalisation UNIT =
            known("unit", "0 to 1", "each channel divided by 255", 1, false, new double[3], ones());

    /** Each channel from -1 to 1, as the Keras models of the Inception line take it. */
    public static final Normalisation SIGNED = known(
            "signed",
            "−1 to 1",
            "each channel divided by 127.5, minus 1 (Keras Inception, Xception, MobileNet)",
            1,
            false,
            new double[] {0.5, 0.5, 0.5},
            new double[] {0.5, 0.5, 0.5});

    /** ImageNet's mean subtracted and divided by its standard deviation, as torchvision does. */
    public static final Normalisation IMAGENET = known(
            "imagenet",
            "ImageNet mean and deviation",
            "0 to 1, minus (0.485, 0.456, 0.406), divided by (0.229, 0.224, 0.225) (torchvision)",
            1,
            false,
            new double[] {0.485, 0.456, 0.406},
            new double[] {0.229, 0.224, 0.225});

    /** Blue first, ImageNet's mean subtracted, not divided, as Caffe and the older Keras models do. */
    public static final Normalisation CAFFE = known(
            "caffe",
            "BGR minus mean",
            "0 to 255, blue first, minus (103.939, 116.779, 123.68) (Caffe; Keras VGG and ResNet)",
            255,
            true,
            new double[] {103.939, 116.779, 123.68},
            ones());

    /** The channels as they are. */
    public static final Normalisation RAW =
            known("raw", "0 to 255", "each channel as it is", 255, false, new double[3], ones());

    private static final List<Normalisation> KNOWN = List.of(UNIT, SIGNED, IMAGENET, CAFFE, RAW);

    private final String id;
    private final String label;
    private final String help;
    private final boolean blueFirst;
    private final double[] offset;
    private final double[] divisor;

    private Normalisation(String id, String label, String help, boolean blueFirst, double[] offset, double[] divisor) {
        this.id = id;
        this.label = label;
        this.help = help;
        this.blueFirst = blueFirst;
        this.offset = offset;
        this.divisor = divisor;
    }

    private static double[] ones() {
        return new double[] {1, 1, 1};
    }

    private static double[] scaled(double[] figures, int white) {
        double[] scaled = figures.clone();
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] *= 255.0 / white;
        }
        return scaled;
    }

    private static Normalisation known(
            String id, String label, String help, int white, boolean blueFirst, double[] mean, double[] deviation) {
        return new Normalisation(id, label, help, blueFirst, scaled(mean, white), scaled(deviation, white));
    }

    /** Figures of one's own; where they are those of a known normalisation, that. */
    static Normalisation of(int white, boolean blueFirst, double[] mean, double[] deviation) {
        String figures = joined(mean) + ";" + joined(deviation);
        Normalisation own = new Normalisation(
                figures + (white == 1 ? "" : ";" + white) + (blueFirst ? ";bgr" : ""),
                (blueFirst ? "BGR, " : "") + "mean " + joined(mean),
                "0 to " + white + (blueFirst ? ", blue first" : "") + ", minus ("
                        + joined(mean).replace(",", ", ") + "), divided by ("
                        + joined(deviation).replace(",", ", ") + ")",
                blueFirst,
                scaled(mean, white),
                scaled(deviation, white));
        return KNOWN.stream().filter(own::equals).findFirst().orElse(own);
    }

    private static String joined(double[] figures) {
        return IntStream.range(0, figures.length)
                .mapToObj(i -> Double.toString(figures[i]).replaceFirst("\\.0$", ""))
                .collect(Collectors.joining(","));
    }

    /** Those that have a name, in the order of lists. */
    public static List<Normalisation> known() {
        return KNOWN;
    }

    /** How files and the command line name it: its name, or its figures as {@link #of(String)} reads them. */
    public String id() {
        return id;
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

    /** What {@link #of(String)} reads, as a phrase. */
    public static String expected() {
        return "one of " + KNOWN.stream().map(Normalisation::id).collect(Collectors.joining(", "))
                + ", or \"mean;deviation\" with one or three numbers each for pixels from 0 to 1, followed by \";255\""
                + " where they are for pixels from 0 to 255 and \";bgr\" where blue is the first channel";
    }

    /**
     * The normalisation with a name, or with figures such as {@code 0.5;0.5} or {@code 104,117,128;1;255;bgr}.
     *
     * @throws PictureFailure saying what was expected
     */
    public static Normalisation of(String text) {
        return find(text)
                .orElseThrow(
                        () -> new PictureFailure("The normalisation is " + expected() + "; found \"" + text + "\""));
    }

    /** The same; empty where the text names none. */
    public static Optional<Normalisation> find(String text) {
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        Optional<Normalisation> named =
                KNOWN.stream().filter(each -> each.id.equals(wanted)).findFirst();
        return named.isPresent() ? named : figures(List.of(wanted.split(" *; *", -1)));
    }

    private static Optional<Normalisation> figures(List<String> parts) {
        List<String> marks = parts.subList(Math.min(2, parts.size()), parts.size());
        if (parts.size() < 2
                || !List.of("255", "bgr", "255 bgr", "")
                        .contains(String.join(" ", marks).strip())) {
            return Optional.empty();
        }
        Optional<double[]> mean = three(parts.get(0));
        Optional<double[]> deviation = three(parts.get(1));
        if (mean.isEmpty() || deviation.isEmpty()) {
            return Optional.empty();
        }
        for (double figure : deviation.get()) {
            if (figure <= 0) {
                return Optional.empty();
            }
        }
        return Optional.of(of(marks.contains("255") ? 255 : 1, marks.contains("bgr"), mean.get(), deviation.get()));
    }

    private static Optional<double[]> three(String text) {
        List<Double> numbers = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            if (!part.strip().matches("[+-]?\\d{1,6}(\\.\\d{1,12})?")) {
                return Optional.empty();
            }
            numbers.add(Double.valueOf(part.strip()));
        }
        if (numbers.size() == 1) {
            numbers = List.of(numbers.get(0), numbers.get(0), numbers.get(0));
        }
        return numbers.size() == 3
                ? Optional.of(numbers.stream().mapToDouble(Double::doubleValue).toArray())
                : Optional.empty();
    }

    /** Equal where every pixel becomes the same numbers, up to rounding. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Normalisation that
                && blueFirst == that.blueFirst
                && alike(offset, that.offset)
                && alike(divisor, that.divisor);
    }

    private static boolean alike(double[] first, double[] second) {
        return IntStream.range(0, first.length).allMatch(i -> rounded(first[i]) == rounded(second[i]));
    }

    private static long rounded(double figure) {
        return Math.round(figure * 1e6);
    }

    @Override
    public int hashCode() {
        return Objects.hash(blueFirst, rounded(offset[0]), rounded(divisor[0]));
    }

    @Override
    public String toString() {
        return id;
    }
}
