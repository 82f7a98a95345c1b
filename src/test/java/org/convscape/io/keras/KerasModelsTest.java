package org.convscape.io.keras;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.convscape.graph.Group;
import org.convscape.graph.Node;
import org.convscape.testing.KerasFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Models of several layers in the ways in which Keras 1 to 3 write them. */
class KerasModelsTest {
    private static final int[] ONE = {1, 1, 1, 1};

    @TempDir
    private Path folder;

    private KerasImport listed(String version, String configuration, Map<String, Map<String, Object>> layers) {
        return KerasImport.read(
                KerasFiles.listed(folder.resolve("m.h5"), version, configuration.replace('\'', '"'), layers));
    }

    private static List<String> paths(KerasImport read) {
        return read.graph().nodes().stream().map(Node::path).toList();
    }

    private static String layer(String type, String name, String settings, String nodes) {
        return "{'class_name': '" + type + "', 'name': '" + name + "', 'config': {'name': '" + name + "'"
                + (settings.isEmpty() ? "" : ", ") + settings + "}, 'inbound_nodes': [" + nodes + "]}";
    }

    private static String input(String name, String dimensions) {
        return layer("InputLayer", name, "'batch_shape': [null, " + dimensions + "]", "");
    }

    private static String second(String... sources) {
        return "["
                + String.join(
                        ", ",
                        List.of(sources).stream()
                                .map(each -> "['" + each + "', 0, 0, {}]")
                                .toList()) + "]";
    }

    private static String third(String... sources) {
        return "{'args': [["
                + String.join(
                        ", ",
                        List.of(sources).stream()
                                .map(each -> "{'class_name': '__keras_tensor__', 'config': {'keras_history': ['" + each
                                        + "', 0, 0]}}")
                                .toList())
                + "]], 'kwargs': {'mask': null}}";
    }

    private static String functional(String inputs, String outputs, String... layers) {
        return "{'class_name': 'Functional', 'config': " + inside(inputs, outputs, layers) + "}";
    }

    private static String inside(String inputs, String outputs, String... layers) {
        return "{'name': 'model', 'layers': [" + String.join(", ", layers) + "], 'input_layers': [['" + inputs
                + "', 0, 0]], 'output_layers': [['" + outputs + "', 0, 0]]}";
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Add; ''; 3, 6",
                "Subtract; ''; -1, -2",
                "Multiply; ''; 2, 8",
                "Average; ''; 1.5, 3",
                "Concatenate; 'axis': -1; 1, 2, 2, 4",
                "Concatenate; 'axis': 3; 1, 2, 2, 4",
                "Merge; 'mode': 'sum'; 3, 6",
                "Merge; 'mode': 'mul'; 2, 8",
                "Merge; 'mode': 'ave'; 1.5, 3",
                "Merge; 'mode': 'concat', 'concat_axis': -1; 1, 2, 2, 4"
            })
    void branchesJoinInBothWaysOfNamingWhereTheyComeFrom(String type, String settings, String expected) {
        float[] values = new float[expected.split(",").length];
        for (int i = 0; i < values.length; i++) {
            values[i] = Float.parseFloat(expected.split(",")[i]);
        }
        for (boolean newest : new boolean[] {false, true}) {
            String joined = newest ? third("in", "twice") : second("in", "twice");
            String from = newest ? third("in") : second("in");
            // The order of the layers is not that of the calls.
            KerasImport read = listed(
                    "2.0.0",
                    functional(
                            "in",
                            "join",
                            layer(type, "join", settings, joined),
                            input("in", "1, 1, 2"),
                            layer("Rescaling", "twice", "'scale': 2", from)),
                    Map.of());
            assertArrayEquals(values, KerasRuns.run(read, 1, 2), 1e-6f);
        }
    }

    @Test
    void arithmeticBetweenLayersIsReadAsKeras2And3WriteIt() {
        KerasImport second = listed(
                "2.11.0",
                functional(
                        "in",
                        "times",
                        input("in", "1, 2, 1"),
                        layer(
                                "TFOpLambda",
                                "plus",
                                "'function': '__operators__.add'",
                                "['in', 0, 0, {'y': 3.0, 'name': null}]"),
                        layer("ReLU", "six", "'max_value': 6", second("plus")),
                        layer("TFOpLambda", "times", "'function': 'math.multiply'", "['six', 0, 0, {'y': 0.5}]")),
                Map.of());
        assertArrayEquals(new float[] {2, 3}, KerasRuns.run(second, 1, 5), 1e-6f);
        String of =
                "{'args': [{'class_name': '__keras_tensor__', 'config': {'keras_history': ['%s', 0, 0], 'shape': [null,"
                        + " 1, 2, 1]}}, %s], 'kwargs': {}}";
        KerasImport third = listed(
                "3.1.0",
                functional(
                        "in",
                        "times",
                        input("in", "1, 2, 1"),
                        layer("Add", "plus", "", of.formatted("in", "3.0")),
                        layer("ReLU", "six", "'max_value': 6", second("plus")),
                        layer("Multiply", "times", "", of.formatted("six", "0.5"))),
                Map.of());
        assertArrayEquals(new float[] {2, 3}, KerasRuns.run(third, 1, 5), 1e-6f);
    }

    @Test
    void aGateOfOneValuePerChannelComesBehindTheMaps() {
        KerasImport read = listed(
                "2.0.0",
                functional(
                        "in",
                        "gated",
                        input("in", "2, 1, 1"),
                        layer("GlobalMaxPooling2D", "squeeze", "'keepdims': true", second("in")),
                        layer("Multiply", "gated", "", second("squeeze", "in"))),
                Map.of());
        assertArrayEquals(new float[] {15, 25}, KerasRuns.run(read, 3, 5), 0);
    }

    @Test
    void channelsAreShuffledByReshapeAndPermute() {
        KerasImport read = listed(
                "2.0.0",
                functional(
                        "in",
                        "back",
                        input("in", "1, 2, 4"),
                        layer("Reshape", "split", "'target_shape': [1, 2, 2, 2]", second("in")),
                        layer("Permute", "turn", "'dims': [1, 2, 4, 3]", second("split")),
                        layer("Reshape", "back", "'target_shape': [1, 2, -1]", second("turn"))),
                Map.of());
        assertEquals(List.of("in", "turn"), paths(read));
        assertArrayEquals(new float[] {1, 3, 2, 4, 5, 7, 6, 8}, KerasRuns.run(read, 1, 2, 3, 4, 5, 6, 7, 8), 0);
    }

    @Test
    void reshapingBecomesAnOperationWhereSomebodyTakesIt() {
        KerasImport read = listed(
                "2.0.0",
                functional(
                        "in",
                        "last",
                        input("in", "2, 2, 1"),
                        layer("GlobalAveragePooling2D", "mean", "", second("in")),
                        layer("Reshape", "pixel", "'target_shape': [1, 1, 1]", second("mean")),
                        layer("UpSampling2D", "large", "'size': [2, 2]", second("pixel")),
                        layer("Permute", "same", "'dims': [1, 2, 3]", second("large")),
                        layer("Reshape", "last", "'target_shape': [4]", second("same"))),
                Map.of());
        assertEquals(List.of("in", "mean", "pixel", "large", "last"), paths(read));
        assertArrayEquals(new float[] {2.5f, 2.5f, 2.5f, 2.5f}, KerasRuns.run(read, 1, 2, 3, 4), 0);
    }

    @Test
    void aModelWithinTheModelIsAGroup() {
        String kernel = "'filters': 1, 'kernel_size': 1, 'use_bias': false";
        String inner = "{'class_name': 'Sequential', 'name': 'body', 'config': {'name': 'body', 'layers': ["
                + "{'class_name': 'InputLayer', 'config': {'name': 'in', 'batch_input_shape': [null, 1, 1, 1]}},"
                + "{'class_name': 'Conv2D', 'config': {'name': 'one', " + kernel + "}},"
                + "{'class_name': 'BatchNormalization', 'config': {'name': 'bn', 'epsilon': 1}},"
                + "{'class_name': 'Conv2D', 'config': {'name': 'two', " + kernel + "}}]},"
                + "'inbound_nodes': [" + second("in") + "]}";
        String text =
                functional("in", "out", input("in", "1, 1, 1"), inner, layer("Conv2D", "out", kernel, second("body")));
        float expected = ((7 * 3 - 1) / 2f * 4 + 0.5f) * 5 * 10;

        for (boolean named : new boolean[] {true, false}) {
            Map<String, Object> body = new LinkedHashMap<>();
            String prefix = named ? "" : "other_";
            body.put(prefix + "one/kernel:0", KerasFiles.array(ONE, 3));
            body.put(prefix + "bn/gamma:0", new float[] {4});
            body.put(prefix + "bn/beta:0", new float[] {0.5f});
            body.put(prefix + "two/kernel:0", KerasFiles.array(ONE, 5));
            body.put(prefix + "bn/moving_mean:0", new float[] {1});
            body.put(prefix + "bn/moving_variance:0", new float[] {3});
            KerasImport read = listed(
                    "2.2.0", text, Map.of("body", body, "out", Map.of("out/kernel:0", KerasFiles.array(ONE, 10))));
            assertEquals(List.of("in", "body/one", "body/bn", "body/two", "out"), paths(read));
            assertEquals(
                    List.of("body"),
                    read.graph().groups().stream()
                            .map(Group::path)
                            .map(Object::toString)
                            .toList());
            assertArrayEquals(new float[] {expected}, KerasRuns.run(read, 7), 1e-3f);
        }

        Map<String, Object> arrays = new LinkedHashMap<>();
        arrays.put("layers/sequential/layers/conv2d/vars/0", KerasFiles.array(ONE, 3));
        arrays.put("layers/sequential/layers/batch_normalization/vars/0", new float[] {4});
        arrays.put("layers/sequential/layers/batch_normalization/vars/1", new float[] {0.5f});
        arrays.put("layers/sequential/layers/batch_normalization/vars/2", new float[] {1});
        arrays.put("layers/sequential/layers/batch_normalization/vars/3", new float[] {3});
        arrays.put("layers/sequential/layers/conv2d_1/vars/0", KerasFiles.array(ONE, 5));
        arrays.put("layers/conv2d/vars/0", KerasFiles.array(ONE, 10));
        Map<String, String> labels = new TreeMap<>();
        labels.put("layers/sequential/layers/conv2d/vars", "one");
        labels.put("layers/sequential/layers/conv2d_1/vars", "two");
        for (Map<String, String> said : List.of(labels, Map.<String, String>of())) {
            KerasImport read = KerasImport.read(
                    KerasFiles.archive(folder.resolve("m.keras"), "3.1.0", text.replace('\'', '"'), arrays, said));
            assertArrayEquals(new float[] {expected}, KerasRuns.run(read, 7), 1e-3f);
        }
    }

    @Test
    void aLayerCalledTwiceStandsTwiceOnTheSameWeights() {
        KerasImport read = listed(
                "2.0.0",
                functional(
                        "in",
                        "sum",
                        input("in", "1, 1, 1"),
                        layer(
                                "Conv2D",
                                "conv",
                                "'filters': 1, 'kernel_size': 1, 'use_bias': false",
                                second("in") + ", " + second("twice")),
                        layer("Rescaling", "twice", "'scale': 2", second("in")),
                        layer("Add", "sum", "", "[['conv', 0, 0, {}], ['conv', 1, 0, {}]]")),
                Map.of("conv", Map.of("conv/kernel:0", KerasFiles.array(ONE, 10))));
        assertEquals(List.of("in", "conv", "twice", "conv_2", "sum"), paths(read));
        assertEquals(
                List.of("\"conv\" (Conv2D) is called 2 times and stands here as many times, with the same weights; they"
                        + " are counted each time"),
                read.notes());
        assertArrayEquals(new float[] {3 * 10 + 6 * 10}, KerasRuns.result(read, 3), 1e-4f);
    }

    @Test
    void theOldestSequentialModelsAreAListWhoseFirstLayerSaysTheSize() {
        KerasImport read = listed(
                "1.2.2",
                "{'class_name': 'Sequential', 'config': ["
                        + "{'class_name': 'Convolution2D', 'config': {'name': 'c1', 'batch_input_shape': [null, 2, 2, 1],"
                        + " 'nb_filter': 1, 'nb_row': 2, 'nb_col': 2, 'border_mode': 'valid', 'subsample': [1, 1],"
                        + " 'activation': 'relu', 'dim_ordering': 'tf', 'bias': true}},"
                        + "{'class_name': 'Flatten', 'config': {'name': 'f1'}},"
                        + "{'class_name': 'Dense', 'config': {'name': 'd1', 'output_dim': 2, 'activation': 'softmax',"
                        + " 'bias': false}}]}",
                Map.of(
                        "c1",
                        Map.of("c1_W:0", KerasFiles.array(new int[] {2, 2, 1, 1}, 1, 1, 1, 1), "c1_b:0", new float[] {
                            -10
                        }),
                        "d1",
                        Map.of("d1_W:0", KerasFiles.array(new int[] {1, 2}, 1, 1))));
        assertEquals(List.of("input", "c1", "c1_relu", "f1", "d1", "d1_softmax"), paths(read));
        assertArrayEquals(new float[] {0.5f, 0.5f}, KerasRuns.run(read, 1, 2, 3, 4), 1e-6f);
    }

    @Test
    void whatTheNamesOfABlockHaveInCommonIsAGroup() {
        String kernel = "'filters': 1, 'kernel_size': 1, 'use_bias': false";
        KerasImport read = listed(
                "2.0.0",
                functional(
                        "in",
                        "conv3_block1_out",
                        input("in", "1, 1, 1"),
                        layer("Conv2D", "conv2_block1_1_conv", kernel, second("in")),
                        layer("ReLU", "conv2_block1_out", "", second("conv2_block1_1_conv")),
                        layer("ReLU", "conv3_block1_out", "", second("conv2_block1_out"))),
                Map.of());
        assertEquals(
                List.of("in", "conv2_block1/conv2_block1_1_conv", "conv2_block1/conv2_block1_out", "conv3_block1_out"),
                paths(read));
        assertEquals(
                List.of(
                        "1 array is drawn from the seed: the kernel of \"conv2_block1_1_conv\" (Conv2D) is not in the file"),
                read.notes());
    }

    @Test
    void sizesThatAreFreeAreTakenAndSaid() {
        KerasImport read = listed(
                "2.0.0",
                functional("in", "relu", input("in", "null, null, 3"), layer("ReLU", "relu", "", second("in"))),
                Map.of());
        assertEquals(
                List.of("The size of \"in\" is free in the file; 224 was taken for what it leaves open"), read.notes());
        assertTrue(read.graph().node("in").operation().toString().contains("224"));
    }
}
