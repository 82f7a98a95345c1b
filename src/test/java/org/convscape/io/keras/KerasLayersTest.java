package org.convscape.io.keras;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.convscape.testing.KerasFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every layer of Keras that is read gives what it gives there, worked out by hand. */
class KerasLayersTest {
    private static final float[] FOUR = {1, 2, 3, 4};
    private static final float[] NINE = {1, 2, 3, 4, 5, 6, 7, 8, 9};
    private static final float[] SIGNED = {-4, -1, 1, 8};

    @TempDir
    private Path folder;

    /**
     * One layer behind a picture.
     *
     * @param input the picture's dimensions, as JSON writes them
     * @param settings of the layer, as JSON writes them between the braces
     * @param arrays name and dimensions, separated by a blank
     */
    private record Example(
            String type, String settings, String input, float[] values, Map<String, float[]> arrays, float[] expected) {
        @Override
        public String toString() {
            return type + " " + settings;
        }
    }

    private static Example of(String type, String settings, String input, float[] values, float... expected) {
        return new Example(type, settings, input, values, Map.of(), expected);
    }

    private static Example with(
            Map<String, float[]> arrays, String type, String settings, String input, float[] values, float... out) {
        return new Example(type, settings, input, values, arrays, out);
    }

    private static float[] f(float... values) {
        return values;
    }

    static Stream<Example> windows() {
        Map<String, float[]> ones = Map.of("kernel 2,2,1,1", f(1, 1, 1, 1));
        return Stream.of(
                with(
                        Map.of("kernel 2,2,1,1", f(1, 2, 3, 4), "bias 1", f(0.5f)),
                        "Conv2D",
                        "'filters': 1, 'kernel_size': [2, 2]",
                        "2, 2, 1",
                        FOUR,
                        30.5f),
                with(
                        ones,
                        "Conv2D",
                        "'filters': 1, 'kernel_size': 2, 'dilation_rate': [2, 2], 'use_bias': false",
                        "3, 3, 1",
                        NINE,
                        20),
                with(
                        ones,
                        "Conv2D",
                        "'filters': 1, 'kernel_size': 2, 'strides': 2, 'padding': 'same', 'use_bias': false",
                        "3, 3, 1",
                        NINE,
                        12,
                        9,
                        15,
                        9),
                with(
                        Map.of("kernel 1,1,1,2", f(10, 100)),
                        "Conv2D",
                        "'filters': 2, 'kernel_size': 1, 'groups': 2, 'use_bias': false, 'activation': null",
                        "1, 1, 2",
                        f(3, 5),
                        30,
                        500),
                with(
                        Map.of("kernel 1,1,1,1", f(-1)),
                        "Conv2D",
                        "'filters': 1, 'kernel_size': 1, 'use_bias': false, 'activation': 'relu'",
                        "1, 2, 1",
                        f(3, -5),
                        0,
                        5),
                with(
                        Map.of("W 2,2,1,1", f(1, 1, 1, 1), "b 1", f(1)),
                        "Convolution2D",
                        "'nb_filter': 1, 'nb_row': 2, 'nb_col': 2, 'subsample': [2, 2], 'border_mode': 'same',"
                                + " 'dim_ordering': 'tf', 'bias': true",
                        "3, 3, 1",
                        NINE,
                        13,
                        10,
                        16,
                        10),
                with(
                        Map.of("depthwise_kernel 1,1,2,2", f(1, 2, 10, 20), "bias 4", f(0, 0, 0, 1)),
                        "DepthwiseConv2D",
                        "'kernel_size': [1, 1], 'depth_multiplier': 2",
                        "1, 1, 2",
                        f(3, 5),
                        3,
                        6,
                        50,
                        101),
                with(
                        Map.of("kernel 1,1,2,1", f(1, 10)),
                        "DepthwiseConv2D",
                        "'kernel_size': [1, 1], 'use_bias': false",
                        "1, 1, 2",
                        f(3, 5),
                        3,
                        50),
                with(
                        Map.of(
                                "depthwise_kernel 1,1,2,1", f(2, 3),
                                "pointwise_kernel 1,1,2,1", f(1, 10),
                                "bias 1", f(1)),
                        "SeparableConv2D",
                        "'filters': 1, 'kernel_size': [1, 1], 'activation': 'linear'",
                        "1, 1, 2",
                        f(3, 5),
                        157),
                of("MaxPooling2D", "'pool_size': [2, 2]", "2, 2, 1", FOUR, 4),
                of(
                        "MaxPooling2D",
                        "'strides': [1, 1], 'padding': 'same'",
                        "2, 2, 1",
                        f(-1, -2, -3, -4),
                        -1,
                        -2,
                        -3,
                        -4),
                of(
                        "AveragePooling2D",
                        "'pool_size': 2, 'strides': [2, 2], 'padding': 'same'",
                        "3, 3, 1",
                        NINE,
                        3,
                        4.5f,
                        7.5f,
                        9),
                of("GlobalAveragePooling2D", "", "2, 2, 1", FOUR, 2.5f),
                of("GlobalAveragePooling2D", "'keepdims': true", "2, 2, 1", FOUR, 2.5f),
                of("GlobalMaxPooling2D", "'data_format': 'channels_last'", "2, 2, 1", FOUR, 4));
    }

    static Stream<Example> elements() {
        Map<String, float[]> statistics = Map.of("moving_mean 1", f(3), "moving_variance 1", f(3));
        Map<String, float[]> all = new LinkedHashMap<>(statistics);
        all.put("gamma 1", f(2));
        all.put("beta 1", f(1));
        return Stream.of(
                with(
                        Map.of("kernel 2,2", f(1, 2, 3, 4), "bias 2", f(10, 20)),
                        "Dense",
                        "'units': 2",
                        "2",
                        f(1, 2),
                        17,
                        30),
                with(Map.of("kernel 2,1", f(1, 10)), "Dense", "'units': 1, 'use_bias': false", "1, 2, 2", FOUR, 21, 43),
                with(all, "BatchNormalization", "'epsilon': 1.0, 'axis': [3]", "2, 2, 1", FOUR, -1, 0, 1, 2),
                with(
                        statistics,
                        "BatchNormalization",
                        "'epsilon': 1, 'axis': -1, 'scale': false, 'center': false",
                        "2, 2, 1",
                        FOUR,
                        -1,
                        -0.5f,
                        0,
                        0.5f),
                of("Activation", "'activation': 'relu'", "2, 2, 1", SIGNED, 0, 0, 1, 8),
                of("Activation", "'activation': 'relu6'", "2, 2, 1", SIGNED, 0, 0, 1, 6),
                of("Activation", "'activation': 'linear'", "2, 2, 1", SIGNED, SIGNED),
                of("Activation", "'activation': 'leaky_relu'", "2, 2, 1", SIGNED, -0.8f, -0.2f, 1, 8),
                of("Activation", "'activation': 'hard_sigmoid'", "2, 2, 1", SIGNED, 0, 0.3f, 0.7f, 1),
                of("Activation", "'activation': 'sigmoid'", "1, 1, 1", f(0), 0.5f),
                of("Activation", "'activation': 'swish'", "1, 1, 1", f(1), 0.7310586f),
                of("Activation", "'activation': 'silu'", "1, 1, 1", f(1), 0.7310586f),
                of("Activation", "'activation': 'hard_silu'", "1, 2, 1", f(1, 4), 2 / 3f, 4),
                of("Activation", "'activation': 'softmax'", "1, 1, 2", f(0, 0), 0.5f, 0.5f),
                of(
                        "Activation",
                        "'activation': {'class_name': 'function', 'config': 'relu6', 'module': 'builtins'}",
                        "1, 1, 1",
                        f(9),
                        6),
                of("ReLU", "", "2, 2, 1", SIGNED, 0, 0, 1, 8),
                of("ReLU", "'max_value': 6.0, 'negative_slope': 0", "2, 2, 1", SIGNED, 0, 0, 1, 6),
                of("ReLU", "'max_value': 3.5, 'threshold': 0.0", "2, 2, 1", SIGNED, 0, 0, 1, 3.5f),
                of("ReLU", "'negative_slope': 0.5", "2, 2, 1", SIGNED, -2, -0.5f, 1, 8),
                of("ReLU", "'negative_slope': 0.5, 'max_value': 6", "2, 2, 1", SIGNED, -2, -0.5f, 1, 6),
                of("LeakyReLU", "", "2, 2, 1", SIGNED, -1.2f, -0.3f, 1, 8),
                of("LeakyReLU", "'alpha': 0.5", "2, 2, 1", SIGNED, -2, -0.5f, 1, 8),
                with(
                        Map.of("alpha 1,1,2", f(0.5f, 0.25f)),
                        "PReLU",
                        "'shared_axes': [1, 2]",
                        "1, 1, 2",
                        f(-2, -2),
                        -1,
                        -0.5f),
                with(Map.of("alpha 2", f(0.5f, 0.25f)), "PReLU", "'shared_axes': null", "2", f(-2, -2), -1, -0.5f),
                of("Softmax", "'axis': -1", "1, 1, 2", f(0, 0), 0.5f, 0.5f),
                of("Dropout", "'rate': 0.25", "2, 2, 1", FOUR, FOUR),
                of("Dropout", "'p': 0.25", "2, 2, 1", FOUR, FOUR),
                of("SpatialDropout2D", "'rate': 0.25", "2, 2, 1", FOUR, FOUR),
                of("GaussianNoise", "'stddev': 0.25", "2, 2, 1", FOUR, FOUR),
                of("RandomFlip", "'mode': 'horizontal'", "2, 2, 1", FOUR, FOUR),
                of("Rescaling", "'scale': 0.5, 'offset': 0", "2, 2, 1", FOUR, 0.5f, 1, 1.5f, 2),
                of("Rescaling", "'scale': 0.5, 'offset': -1", "2, 2, 1", FOUR, -0.5f, 0, 0.5f, 1),
                of("Rescaling", "'scale': [1, 2], 'offset': [0, 1]", "1, 2, 2", FOUR, 1, 5, 3, 9),
                of("Normalization", "'mean': [[[[1]]]], 'variance': [4.0]", "2, 2, 1", FOUR, 0, 0.5f, 1, 1.5f),
                with(
                        Map.of("mean 1", f(1), "variance 1", f(4)),
                        "Normalization",
                        "'axis': [-1]",
                        "2, 2, 1",
                        FOUR,
                        0,
                        0.5f,
                        1,
                        1.5f));
    }

    static Stream<Example> shapes() {
        return Stream.of(
                of("ZeroPadding2D", "'padding': [[1, 0], [0, 1]]", "1, 1, 1", f(5), 0, 0, 5, 0),
                of("ZeroPadding2D", "'padding': [0, 1]", "1, 1, 1", f(5), 0, 5, 0),
                of("ZeroPadding2D", "'padding': 1", "1, 1, 1", f(5), 0, 0, 0, 0, 5, 0, 0, 0, 0),
                of("UpSampling2D", "'size': [1, 2], 'interpolation': 'nearest'", "2, 1, 1", f(1, 2), 1, 1, 2, 2),
                of("Cropping2D", "'cropping': [[0, 0], [0, 0]]", "2, 2, 1", FOUR, FOUR),
                of("Flatten", "", "2, 1, 2", FOUR, FOUR),
                of("Flatten", "", "2, 2", FOUR, FOUR));
    }

    @ParameterizedTest
    @MethodSource({"windows", "elements", "shapes"})
    void aLayerGivesWhatItGivesInKeras(Example example) {
        assertArrayEquals(example.expected(), KerasRuns.run(read(example, "2.4.0"), example.values()), 1e-5f);
    }

    private KerasImport read(Example example, String version) {
        String configuration = "{'class_name': 'Sequential', 'config': {'name': 's', 'layers': ["
                + "{'class_name': 'InputLayer', 'config': {'name': 'in', 'batch_input_shape': [null, "
                + example.input()
                + "]}}, {'class_name': '"
                + example.type()
                + "', 'config': {'name': 'it'"
                + (example.settings().isEmpty() ? "" : ", ")
                + example.settings()
                + "}}]}}";
        Map<String, Object> arrays = new LinkedHashMap<>();
        example.arrays().forEach((key, values) -> {
            String[] parts = key.split(" ");
            int[] dimensions =
                    Stream.of(parts[1].split(",")).mapToInt(Integer::parseInt).toArray();
            arrays.put("it/" + parts[0] + ":0", KerasFiles.array(dimensions, values));
        });
        Map<String, Map<String, Object>> layers = arrays.isEmpty() ? Map.of() : Map.of("it", arrays);
        return KerasImport.read(
                KerasFiles.listed(folder.resolve("model.h5"), version, configuration.replace('\'', '"'), layers));
    }

    @Test
    void theSteeperSigmoidOfCornersIsThatOfKeras3() {
        Example example = of("Activation", "'activation': 'hard_sigmoid'", "1, 2, 1", f(1, -1));
        assertArrayEquals(f(0.7f, 0.3f), KerasRuns.run(read(example, "2.15.0"), 1, -1), 1e-6f);
        assertArrayEquals(f(4 / 6f, 2 / 6f), KerasRuns.run(read(example, "3.0.5"), 1, -1), 1e-6f);
    }

    @Test
    void whatALayerDoesAfterwardsIsANodeOfItsOwn() {
        Example example = with(
                Map.of("kernel 1,2", f(1, 1)),
                "Dense",
                "'units': 2, 'use_bias': false, 'activation': 'softmax'",
                "1",
                f(3));
        assertEquals(
                List.of("in", "in_flatten", "it", "it_softmax"),
                read(example, "2.0.0").graph().nodes().stream()
                        .map(node -> node.path())
                        .toList());
    }
}
