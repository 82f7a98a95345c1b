package org.convscape.io.keras;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.convscape.io.FileFailure;
import org.convscape.testing.KerasFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A configuration comes from anywhere: whatever is wrong with it is a sentence that says where. */
@Timeout(60)
class BadConfigurationsTest {
    private static final String INPUT = "{'class_name': 'InputLayer', 'name': 'in', 'config': {'name': 'in',"
            + " 'batch_shape': [null, 4, 4, 2]}, 'inbound_nodes': []}";
    private static final String FROM_INPUT = "'inbound_nodes': [[['in', 0, 0, {}]]]";

    @TempDir
    private Path folder;

    private KerasImport read(String configuration) {
        return KerasImport.read(KerasFiles.archive(
                folder.resolve("m.keras"),
                "2.15.0",
                configuration.replace('\'', '"'),
                Map.of("layers/nobody/vars/0", new float[] {1}),
                Map.of()));
    }

    private String refusal(String configuration) {
        FileFailure failure = assertThrows(FileFailure.class, () -> read(configuration), configuration);
        String sentence = failure.getMessage();
        assertTrue(sentence.startsWith(folder.toString()), sentence);
        assertFalse(sentence.contains("Exception"), sentence);
        return sentence.substring(sentence.indexOf(": ") + 2);
    }

    private static String functional(String layers) {
        return "{'class_name': 'Functional', 'config': {'layers': [" + layers
                + "], 'input_layers': [['in', 0, 0]], 'output_layers': [['x', 0, 0]]}}";
    }

    private static String behind(String type, String settings) {
        return functional(INPUT + ", {'class_name': 'ReLU', 'name': 'first', 'config': {}, " + FROM_INPUT + "}, "
                + "{'class_name': '" + type + "', 'name': 'x', 'config': {" + settings
                + "}, 'inbound_nodes': [[['first', 0, 0, {}]]]}, "
                + "{'class_name': 'ReLU', 'name': 'last', 'config': {}, 'inbound_nodes': [[['x', 0, 0, {}]]]}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "Lambda|'function': ['4wEAAAA=', null, null]|it stands for code, and nothing that a file says is run",
                "TFOpLambda|'function': 'math.erf'|it stands for the function \"math.erf\" of TensorFlow",
                "LSTM|'units': 3|there is no such layer here",
                "Conv2D|'filters': 1|kernel_size: expected the height and width of its kernel, found nothing",
                "Conv2D|'kernel_size': 3|filters: expected a whole number from 1 to 2147483647, found nothing",
                "Conv2D|'filters': 99999999999, 'kernel_size': 3|filters: expected a whole number from 1 to 2147483647,"
                        + " found 99999999999",
                "Conv2D|'filters': 0, 'kernel_size': 3|filters: expected a whole number from 1 to 2147483647, found 0",
                "Conv2D|'filters': '8', 'kernel_size': 3|filters: expected a whole number from 1 to 2147483647, found \"8\"",
                "Conv2D|'filters': 1, 'kernel_size': [3]|kernel_size: expected a number of rows and one of columns, found"
                        + " [3]",
                "Conv2D|'filters': 1, 'kernel_size': 3, 'padding': 'causal'|padding: expected \"valid\" or \"same\", found"
                        + " \"causal\"",
                "Conv2D|'filters': 1, 'kernel_size': 3, 'data_format': 'channels_first'|it has channels before rows and"
                        + " columns (channels_first); save the model with channels last, which is what is read",
                "Conv2D|'filters': 3, 'kernel_size': 1, 'groups': 2|The 3 output channels cannot be split into 2",
                "Dense|'units': 2, 'use_bias': 'no'|use_bias: expected true or false, found \"no\"",
                "BatchNormalization|'axis': 1|it goes along axis 1 of 4×4×2; here it can go along the channels, which are"
                        + " last",
                "BatchNormalization|'axis': 9|its axis 9 is none of 4×4×2",
                "BatchNormalization|'mode': 1|its mode is not 0: it measures its pictures, also when it is not trained",
                "ReLU|'threshold': 1.0|it begins at 1.0; here a rectifier begins at 0",
                "PReLU|'shared_axes': [1]|it has a slope for every row and column",
                "Softmax|'axis': 1|it goes along axis 1 of 4×4×2",
                "Cropping2D|'cropping': [[1, 0], [0, 0]]|it cuts off the margin of its maps, which no operation here does",
                "UpSampling2D|'interpolation': 'bilinear'|it enlarges by \"bilinear\"",
                "Reshape|'target_shape': [3, -1]|it makes 30 values of 32",
                "Reshape|'target_shape': [0, -1]|target_shape: expected dimensions of at least 1",
                "Reshape|'target_shape': [-1, -1]|target_shape: expected dimensions of at least 1",
                "Reshape|'target_shape': 'all'|target_shape: expected a list in brackets, found \"all\"",
                "Permute|'dims': [3, 1, 2]|it brings 4×4×2 into the order [3,1,2], which mixes rows, columns and channels",
                "Permute|'dims': [1, 1, 2]|its order [1,1,2] is none of 4×4×2",
                "Add||it takes 1 layer and perhaps a number; two layers or more were expected",
                "Dropout|'rate': 3|rate: expected a number from 0",
                "Rescaling|'scale': [1, 2, 3]|it has 3 numbers for 2 channels",
                "ZeroPadding2D|'padding': [1, 2, 3]|padding: expected a margin for rows and one for columns, found [1,2,3]"
            })
    void aLayerThatCannotBeIsListedAndThePartBeforeItOpens(String type, String settings, String reason) {
        KerasImport read = read(behind(type, settings == null ? "" : settings));
        assertEquals(2, read.graph().size());
        String told = read.notes().get(0);
        assertTrue(told.startsWith("\"x\" (" + type + "): "), told);
        assertTrue(told.contains(reason), told);
        assertEquals(
                "The part before is open; 1 layer behind take from what is missing",
                read.notes().get(1));
    }

    @Test
    void aFunctionThatIsNotHereLeavesTheLayerItIsIn() {
        String conv = "'filters': 1, 'kernel_size': 1, 'activation': ";
        KerasImport read = read(behind("Conv2D", conv + "'tanh'"));
        assertEquals("x", read.graph().node(2).path());
        assertTrue(read.notes().stream()
                .anyMatch(note -> note.startsWith("\"x\" (Conv2D): its function \"tanh\" is none of those here")));
        assertTrue(read(behind("Conv2D", conv + "7")).notes().stream()
                .anyMatch(note -> note.equals("\"x\" (Conv2D): activation: expected the name of a function, found 7")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "[]|its configuration: class_name: expected the class of a model, found nothing",
                "{'class_name': 'MyModel', 'config': {}}|a Sequential or Functional model with its layers was expected,"
                        + " found \"MyModel\", whose layers stand in code alone",
                "{'class_name': 'Sequential', 'config': []}|a model with layers was expected, and there are none",
                "{'class_name': 'Sequential', 'config': [7]}|config[0].class_name: expected the class of a layer, found"
                        + " nothing",
                "{'class_name': 'Sequential', 'config': [{'class_name': 'ReLU', 'config': {'name': 'a'}}]}|its input"
                        + " \"input\" does not say how large its pictures are",
                "{'class_name': 'Sequential'|the file ends in the middle"
            })
    void aModelThatCannotBeIsRefusedWithItsPlace(String configuration, String reason) {
        String told = refusal(configuration);
        assertTrue(told.contains(reason), told);
    }

    @Test
    void whatIsWrongBetweenLayersIsSaid() {
        String relu = "{'class_name': 'ReLU', 'name': '%s', 'config': {}, 'inbound_nodes': [[['%s', 0, 0, {}]]]}";
        assertEquals(
                "its layers form a circle: \"a\" (ReLU) waits for itself",
                refusal(functional(INPUT + ", " + relu.formatted("a", "b") + ", " + relu.formatted("b", "a"))));
        assertEquals(
                "its layers form a circle: \"a\" (ReLU) waits for itself",
                refusal(functional(INPUT + ", " + relu.formatted("a", "a"))));
        assertTrue(refusal(functional(INPUT + ", " + relu.formatted("a", "in") + ", " + relu.formatted("a", "in")))
                .endsWith("two layers are called \"a\"; the names of a model's layers were expected to differ"));
        assertEquals(
                "at \"a\" (ReLU): it takes from \"nobody\" what nothing in the file gives",
                refusal(functional(INPUT + ", " + relu.formatted("a", "nobody"))));
        assertTrue(refusal(functional(INPUT + ", {'class_name': 'ReLU', 'name': 'a', 'name': 'b'}"))
                .contains("its configuration, line 1"));
    }

    @Test
    void inputsThatAreNoPicturesAreRefused() {
        for (Map.Entry<String, String> each : Map.of(
                        "[null, 4, 4, null]", "does not say how many channels it has",
                        "[null, 4, 4, 4, 1]", "has 5 dimensions; a batch of pictures has 4",
                        "[null, 4, 4, 5000000000]", "expected a whole number from 1 to 2147483647, found 5000000000",
                        "[null, 2000000000, 4, 1]", "height",
                        "7", "expected a list in brackets, found 7")
                .entrySet()) {
            String told = refusal(functional("{'class_name': 'InputLayer', 'name': 'in', 'config': {'batch_shape': "
                    + each.getKey() + "}, 'inbound_nodes': []}"));
            assertTrue(told.contains(each.getValue()), told);
        }
    }

    @Test
    void depthAndNumbersWithoutEndAreRefused() {
        String model = "{'class_name': 'ReLU', 'name': 'x', 'config': {}, " + FROM_INPUT + "}";
        for (int i = 0; i < 400; i++) {
            model = "{'class_name': 'Functional', 'name': 'm', 'config': {'layers': [" + INPUT + ", " + model
                    + "], 'input_layers': [['in', 0, 0]], 'output_layers': [['x', 0, 0]]}, " + FROM_INPUT + "}";
        }
        assertTrue(
                refusal(functional(INPUT + ", " + model)).contains("nested deeper"),
                refusal(functional(INPUT + ", " + model)));

        String twice = "{'class_name': 'ReLU', 'name': 'x', 'config': {}, " + FROM_INPUT + "}";
        for (int i = 0; i < 40; i++) {
            twice = "{'class_name': 'Functional', 'name': 'x', 'config': {'layers': [" + INPUT + ", " + twice
                    + "], 'input_layers': [['in', 0, 0]], 'output_layers': [['x', 0, 0]]}, 'inbound_nodes': [[['in', 0,"
                    + " 0, {}]], [['x', 0, 0, {}]]]}";
        }
        String told = refusal(functional(INPUT + ", " + twice));
        assertTrue(told.contains("more than 20000 layers"), told);
    }

    @Test
    void damagedConfigurationsGiveANetworkOrASentence() {
        String sound = functional(INPUT + ", {'class_name': 'Conv2D', 'name': 'c', 'config': {'filters': 2,"
                + " 'kernel_size': [3, 3], 'padding': 'same', 'activation': 'relu'}, " + FROM_INPUT
                + "}, {'class_name':"
                + " 'Flatten', 'name': 'f', 'config': {}, 'inbound_nodes': [[['c', 0, 0, {}]]]}, {'class_name': 'Dense',"
                + " 'name': 'x', 'config': {'units': 3}, 'inbound_nodes': [{'args': [{'class_name': '__keras_tensor__',"
                + " 'config': {'keras_history': ['f', 0, 0]}}], 'kwargs': {}}]}");
        List<String> tokens = new ArrayList<>(List.of(sound.split("(?<=[,:\\[{}\\]])|(?=[,:\\[{}\\]])")));
        List<String> others = List.of("null", "[]", "{}", "-1", "1e99", "'x'", "true", "0", "99999999999", "[[[]]]");
        Random random = new Random(7);
        int opened = 0;
        for (int round = 0; round < 400; round++) {
            List<String> damaged = new ArrayList<>(tokens);
            for (int i = 0; i <= round % 3; i++) {
                int at = random.nextInt(damaged.size());
                if (!damaged.get(at).matches("[,:\\[{}\\]]")) {
                    damaged.set(at, others.get(random.nextInt(others.size())));
                } else if (round % 7 == 0) {
                    damaged.remove(at);
                }
            }
            try {
                read(String.join("", damaged));
                opened++;
            } catch (FileFailure e) {
                assertTrue(e.getMessage().startsWith(folder.toString()), e.getMessage());
            }
        }
        assertTrue(opened > 50, "some stay sound: " + opened);
    }
}
