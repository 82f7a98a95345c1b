package org.convscape.weights.match;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.convscape.weights.file.StoredArray;
import org.convscape.weights.file.WeightFile;

/**
 * What Keras calls an array.
 *
 * @param layer the name of its layer
 * @param array what it is within the layer: {@code kernel}, {@code gamma}, …, or a number in Keras 3
 */
public record KerasName(String layer, String array) {

    /** The last words of names of all versions, and what Keras 2 calls the array. */
    private static final Map<String, String> ARRAYS = Map.ofEntries(
            Map.entry("w", "kernel"),
            Map.entry("weights", "kernel"),
            Map.entry("b", "bias"),
            Map.entry("running_mean", "moving_mean"),
            Map.entry("running_std", "moving_variance"),
            Map.entry("kernel", "kernel"),
            Map.entry("bias", "bias"),
            Map.entry("gamma", "gamma"),
            Map.entry("beta", "beta"),
            Map.entry("moving_mean", "moving_mean"),
            Map.entry("moving_variance", "moving_variance"),
            Map.entry("depthwise_kernel", "depthwise_kernel"),
            Map.entry("pointwise_kernel", "pointwise_kernel"),
            Map.entry("alpha", "alpha"),
            Map.entry("alphas", "alpha"),
            Map.entry("mean", "mean"),
            Map.entry("variance", "variance"));

    /** Without a number for a session ({@code _1}), and without the number of the output ({@code :0}). */
    private static final Pattern ENDING = Pattern.compile("(?:.*?[/_])??("
            + "depthwise_kernel|pointwise_kernel|kernel|bias|gamma|beta|moving_mean|moving_variance"
            + "|running_mean|running_std|weights|alphas|alpha|mean|variance|w|b)(?:_\\d+)?(?::\\d+)?");

    private static final Pattern NUMBER = Pattern.compile("(?:.*/)?vars/(\\d+)");

    private static final Pattern AUTOMATIC =
            Pattern.compile("(conv2d|batch_normalization|dense|depthwise_conv2d|separable_conv2d)(?:_(\\d+))?");

    /** What a file calls one of its arrays; empty for what is no array of a layer. */
    public static Optional<KerasName> of(WeightFile file, StoredArray array) {
        String name = array.name();
        String layer = file.layer(array).orElse(name.contains("/") ? name.substring(0, name.indexOf('/')) : name);
        Matcher number = NUMBER.matcher(name);
        if (number.matches()) {
            return Optional.of(new KerasName(layer, number.group(1)));
        }
        return of(layer, name.substring(name.lastIndexOf('/') + 1));
    }

    /** What Keras calls an array of ours: {@code layer/kernel:0}. */
    static Optional<KerasName> of(String text) {
        int slash = text.lastIndexOf('/');
        return slash < 0 ? Optional.empty() : of(text.substring(0, slash), text.substring(slash + 1));
    }

    private static Optional<KerasName> of(String layer, String last) {
        Matcher ending = ENDING.matcher(last.toLowerCase(Locale.ROOT));
        return ending.matches() ? Optional.of(new KerasName(layer, ARRAYS.get(ending.group(1)))) : Optional.empty();
    }

    /** The kind of layer that Keras numbers by itself; empty for a layer with a name of its own. */
    static Optional<String> automaticKind(String layer) {
        Matcher automatic = AUTOMATIC.matcher(layer);
        return automatic.matches() ? Optional.of(automatic.group(1)) : Optional.empty();
    }

    /** The number that Keras gave: none is the first. */
    static int automaticNumber(String layer) {
        Matcher automatic = AUTOMATIC.matcher(layer);
        return automatic.matches() && automatic.group(2) != null ? Integer.parseInt(automatic.group(2)) : 0;
    }
}
