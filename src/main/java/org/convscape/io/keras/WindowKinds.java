package org.convscape.io.keras;

import java.util.HashMap;
import java.util.Map;
import org.convscape.attribute.Padding;
import org.convscape.attribute.Size;
import org.convscape.io.JsonPlace;
import org.convscape.op.Window;
import org.convscape.op.library.AveragePool;
import org.convscape.op.library.Conv2d;
import org.convscape.op.library.DepthwiseConv2d;
import org.convscape.op.library.GlobalAveragePool;
import org.convscape.op.library.GlobalMaxPool;
import org.convscape.op.library.MaxPool;

/** Convolutions and poolings. */
final class WindowKinds {
    private static final Size ONE = Size.square(1);
    private static final String[] STRIDES = {"strides", "subsample"};
    private static final String[] BIAS = {"use_bias", "bias"};
    private static final String[] FILTERS = {"filters", "nb_filter"};

    private WindowKinds() {}

    static void addTo(Map<String, Kind> kinds) {
        for (String name : new String[] {"Conv2D", "Convolution2D", "AtrousConvolution2D"}) {
            kinds.put(name, WindowKinds::convolution);
        }
        kinds.put("DepthwiseConv2D", WindowKinds::depthwise);
        kinds.put("SeparableConv2D", WindowKinds::separable);
        kinds.put("SeparableConvolution2D", WindowKinds::separable);
        kinds.put("MaxPooling2D", step -> pooled(step, false));
        kinds.put("MaxPool2D", step -> pooled(step, false));
        kinds.put("AveragePooling2D", step -> pooled(step, true));
        kinds.put("AvgPool2D", step -> pooled(step, true));
        kinds.put("GlobalAveragePooling2D", step -> global(step, true));
        kinds.put("GlobalAvgPool2D", step -> global(step, true));
        kinds.put("GlobalMaxPooling2D", step -> global(step, false));
        kinds.put("GlobalMaxPool2D", step -> global(step, false));
    }

    private static Size kernel(Settings settings) {
        if (settings.says("nb_row") && settings.says("nb_col")) {
            return new Size(settings.whole("nb_row"), settings.whole("nb_col"));
        }
        JsonPlace place = settings.any("kernel_size");
        if (place.absent()) {
            throw place.expected("the height and width of its kernel");
        }
        return settings.size(ONE, "kernel_size");
    }

    private static Padding padding(Settings settings) {
        String padding = settings.text("valid", "padding", "border_mode");
        return switch (padding) {
            case "same" -> Padding.SAME;
            case "valid" -> Padding.VALID;
            default -> throw settings.any("padding", "border_mode").expected("\"valid\" or \"same\"");
        };
    }

    private static Size dilation(Settings settings) {
        return settings.size(ONE, "dilation_rate", "atrous_rate");
    }

    private static Value convolution(Step step) {
        Settings settings = step.settings();
        Layer input = step.maps();
        Size kernel = kernel(settings);
        int filters = settings.whole(FILTERS);
        int groups = settings.whole(1, "groups");
        boolean bias = settings.flag(true, BIAS);
        int channels = input.shape().channels();
        Map<String, Weight> weights = new HashMap<>();
        weights.put(
                "kernel",
                step.weight("kernel", kernel.height(), kernel.width(), Math.max(1, channels / groups), filters));
        biased(step, bias, filters, weights);
        Conv2d operation = new Conv2d(
                filters, kernel, settings.size(ONE, STRIDES), padding(settings), dilation(settings), groups, bias);
        return Activations.inside(step, step.add(operation, input, weights));
    }

    private static void biased(Step step, boolean bias, int outputs, Map<String, Weight> weights) {
        if (bias) {
            weights.put("bias", step.weight("bias", outputs));
        }
    }

    private static Value depthwise(Step step) {
        Settings settings = step.settings();
        Layer input = step.maps();
        Size kernel = kernel(settings);
        int multiplier = settings.whole(1, "depth_multiplier");
        boolean bias = settings.flag(true, BIAS);
        int channels = input.shape().channels();
        Map<String, Weight> weights = new HashMap<>();
        weights.put("kernel", step.weight("depthwise_kernel", kernel.height(), kernel.width(), channels, multiplier));
        biased(step, bias, Math.multiplyExact(channels, multiplier), weights);
        DepthwiseConv2d operation = new DepthwiseConv2d(
                multiplier, kernel, settings.size(ONE, STRIDES), padding(settings), dilation(settings), bias);
        return Activations.inside(step, step.add(operation, input, weights));
    }

    /** Two operations in a group that bears the layer's name. */
    private static Value separable(Step step) {
        Settings settings = step.settings();
        Layer input = step.maps();
        Size kernel = kernel(settings);
        int multiplier = settings.whole(1, "depth_multiplier");
        int filters = settings.whole(FILTERS);
        boolean bias = settings.flag(true, BIAS);
        int channels = input.shape().channels();
        Weight first = step.weight("depthwise_kernel", kernel.height(), kernel.width(), channels, multiplier);
        Map<String, Weight> second = new HashMap<>();
        second.put("kernel", step.weight("pointwise_kernel", 1, 1, Math.multiplyExact(channels, multiplier), filters));
        biased(step, bias, filters, second);
        DepthwiseConv2d each = new DepthwiseConv2d(
                multiplier, kernel, settings.size(ONE, STRIDES), padding(settings), dilation(settings), false);
        Layer filtered = step.within("depthwise", each, input, Map.of("kernel", first));
        Conv2d mixing = new Conv2d(filters, ONE, ONE, Padding.VALID, ONE, 1, bias);
        return Activations.inside(step, step.within("pointwise", mixing, filtered, second));
    }

    private static Value pooled(Step step, boolean average) {
        Settings settings = step.settings();
        Layer input = step.maps();
        Size window = settings.size(Size.square(2), "pool_size");
        Size stride = settings.size(window, "strides");
        Padding padding = padding(settings);
        return Value.of(step.add(
                average
                        ? new AveragePool(window, stride, padding, Window.Rounding.FLOOR, false)
                        : new MaxPool(window, stride, padding, Window.Rounding.FLOOR),
                input));
    }

    private static Value global(Step step, boolean average) {
        boolean keeps = step.settings().flag(false, "keepdims");
        return Value.of(step.add(average ? new GlobalAveragePool(keeps) : new GlobalMaxPool(keeps), step.maps()));
    }
}
