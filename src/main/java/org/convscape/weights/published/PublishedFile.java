package org.convscape.weights.published;

import java.net.URI;
import java.util.Locale;
import java.util.OptionalDouble;
import org.convscape.image.Fit;
import org.convscape.image.InputPreparation;
import org.convscape.image.Normalisation;
import org.convscape.tensor.Shape;

/**
 * A file of weights that somebody has published.
 *
 * @param id such as {@code resnet50.torchvision-v1}
 * @param network the id of the network that it is for
 * @param settings attributes of that network other than its defaults, such as {@code n=5}; empty for none
 * @param lacking what the network of that id differs in, so that the weights are not for it; empty where they are
 * @param file its name in a folder of weights, which no other file of the catalogue has
 * @param licence as it is stated
 * @param pictures how pictures are prepared for it
 * @param top1 published accuracy on the validation pictures, in percent
 * @param labels the classes of its outputs: {@code imagenet}, {@code imagenet-1001} (a background class first),
 *     {@code cifar-10}; {@code none} where it has no trained classifier
 * @param source where all this is stated
 */
public record PublishedFile(
        String id,
        String network,
        String settings,
        String lacking,
        String file,
        URI address,
        FileHash hash,
        FileSize size,
        String licence,
        Pictures pictures,
        OptionalDouble top1,
        String labels,
        String source) {

    /**
     * How pictures are prepared.
     *
     * @param resize the shorter side before the cut, in pixels; 0 where none is stated
     * @param crop the side of the cut, in pixels
     * @param interpolation by which the publisher resizes; empty where that is not stated
     */
    public record Pictures(Fit fit, int resize, int crop, String interpolation, Normalisation normalisation) {

        /**
         * The preparation for an input: where that is larger or smaller than the publisher's, the margin around the cut
         * stays the same share of the picture.
         */
        public InputPreparation preparation(Shape input) {
            int side = input.vector() ? crop : Math.min(input.height(), input.width());
            int scaled = resize == 0 || fit != Fit.CROP ? 0 : (int) Math.round((double) resize * side / crop);
            return new InputPreparation(fit, Math.min(scaled, InputPreparation.LARGEST_RESIZE), normalisation);
        }

        /** In words: {@code shorter side 256, centre 224×224, ImageNet mean and deviation}. */
        public String words() {
            String cut = crop + "×" + crop;
            String fitted = fit == Fit.SQUASH
                    ? "squashed to " + cut
                    : resize == 0 ? "centre crop to " + cut : "shorter side " + resize + ", centre " + cut;
            return fitted + (interpolation.isEmpty() ? "" : " (" + interpolation + ")") + "; " + normalisation.help();
        }
    }

    /** Whether it is a whole model, which opens as a document of its own. */
    public boolean isModel() {
        return file.endsWith(".onnx");
    }

    /** The network with its settings: {@code cifar-resnet20 n=5}. */
    public String networkWords() {
        return settings.isEmpty() ? network : network + " " + settings;
    }

    /** {@code 76.13 %}; empty where no accuracy is published. */
    public String accuracy() {
        return top1.isEmpty() ? "" : String.format(Locale.ROOT, "%.2f %%", top1.getAsDouble());
    }
}
