package org.convscape.weights.file;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.convscape.testing.PublicData;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.opentest4j.TestAbortedException;

/** Files made by PyTorch, Keras, h5py, ONNX exporters and safetensors come out as their makers say, or are refused. */
class PublishedFilesTest {

    @TempDir
    private Path folder;

    /** What a refusal must name, by file. */
    private static final Map<String, String> REASONS = Map.of(
            "torch/t_module.pth", "__main__ N",
            "torch/t_script.pt", "TorchScript",
            "torch/t_p4.pth", "protocol 4",
            "hdf5/scaleoffset.h5", "scaleoffset",
            "hdf5/bomb.h5", "claims to be 1048576×16384",
            "hdf5/links.h5", "link",
            "hdf5/bf16opaque.h5", "bfloat16",
            "hdf5/dense_latest.h5", "attributes",
            "hdf5/extdata.h5", "outside",
            "hdf5/virtual.h5", "virtual");

    static Stream<String> files() throws IOException {
        Path list;
        try {
            list = PublicData.require("data/weights/expected.json");
        } catch (TestAbortedException e) {
            return Stream.of("");
        }
        List<String> names = new ArrayList<>();
        new ObjectMapper().readTree(list.toFile()).fieldNames().forEachRemaining(names::add);
        return names.stream();
    }

    @ParameterizedTest
    @MethodSource("files")
    void comesOutAsItsMakerSays(String name) throws IOException {
        Path data = PublicData.require("data/weights");
        Assumptions.assumeTrue(!name.isEmpty());
        JsonNode expected = new ObjectMapper()
                .readTree(data.resolve("expected.json").toFile())
                .get(name);
        Path path = data.resolve(name);
        if (expected.has("refuse")) {
            WeightFileFailure failure = assertThrows(WeightFileFailure.class, () -> {
                try (WeightFile file = WeightFiles.open(path)) {
                    file.arrays().forEach(file::read);
                }
            });
            System.out.println(name + ": " + failure.getMessage());
            assertTrue(failure.getMessage().startsWith(path.toString()), failure.getMessage());
            assertTrue(failure.getMessage().contains(REASONS.get(name)), failure.getMessage());
            return;
        }
        try (WeightFile file = WeightFiles.open(path)) {
            JsonNode accept = expected.get("accept");
            if (accept.has("logits of i/3072 in CHW order")) {
                compareLogits(name, file, accept.get("logits of i/3072 in CHW order"));
            } else {
                compareArrays(file, accept);
            }
        }
    }

    private static void compareArrays(WeightFile file, JsonNode accept) {
        Map<String, StoredArray> found = new TreeMap<>();
        file.arrays().forEach(array -> found.put(array.name(), array));
        Map<String, JsonNode> wanted = new TreeMap<>();
        accept.fields().forEachRemaining(each -> wanted.put(each.getKey(), each.getValue()));
        assertEquals(wanted.keySet(), found.keySet());
        wanted.forEach((name, json) -> {
            StoredArray array = found.get(name);
            List<Long> shape = new ArrayList<>();
            json.get("shape").forEach(each -> shape.add(each.longValue()));
            assertEquals(shape, array.dimensions(), name);
            if (json.has("dtype")) {
                assertEquals(json.get("dtype").textValue(), array.type().label(), name);
            }
            float[] values = file.read(array);
            assertEquals(array.elements(), values.length, name);
            double sum = 0;
            for (float value : values) {
                sum += value;
            }
            double expected = json.get("sum").doubleValue();
            assertEquals(expected, sum, 1e-5 * Math.max(1, Math.abs(expected)), name);
            if (json.hasNonNull("first")) {
                assertEquals((float) json.get("first").doubleValue(), values[0], name);
            }
        });
    }

    private static void compareLogits(String name, WeightFile file, JsonNode json) {
        Map<String, float[]> arrays = new HashMap<>();
        List<float[]> inOrder = new ArrayList<>();
        file.arrays().forEach(array -> {
            float[] values = file.read(array);
            arrays.put(array.name(), values);
            if (array.name().startsWith("onnx::Conv")) {
                inOrder.add(values);
            }
        });
        float[] picture = new float[3 * 32 * 32];
        for (int i = 0; i < picture.length; i++) {
            picture[i] = i / 3072f;
        }
        PlainResnet20 net = name.contains("dynamo")
                ? PlainResnet20.keptNames(arrays)
                : inOrder.isEmpty() ? PlainResnet20.named(arrays) : PlainResnet20.inOrder(inOrder, arrays);
        float[] expected = new float[json.size()];
        for (int i = 0; i < expected.length; i++) {
            expected[i] = (float) json.get(i).doubleValue();
        }
        assertArrayEquals(expected, net.logits(picture), 2e-4f);
    }

    @Test
    void publishedFilesThatAreDamagedGiveArraysOrASentence() throws IOException {
        Path data = PublicData.require("data/weights");
        Map<String, byte[]> small = new TreeMap<>();
        for (String kind : List.of("torch", "keras", "hdf5")) {
            try (Stream<Path> files = Files.list(data.resolve(kind))) {
                for (Path file : files.toList()) {
                    if (Files.size(file) < 20_000) {
                        small.put(kind + "/" + file.getFileName(), Files.readAllBytes(file));
                    }
                }
            }
        }
        assertEquals(List.of(), WeightDamage.trials(folder, small, 60, 2));
    }

    @Test
    void realFilesOfEveryAgeAreRead() {
        Path real = PublicData.require("data/weights/real");
        Map<String, Format> formats = new TreeMap<>(Map.of(
                "resnet20-12fca82f.th", Format.TORCH_LEGACY,
                "scio-tiniest.pt", Format.TORCH_ZIP,
                "mlperf-resnet8.h5", Format.KERAS_H5,
                "tiny_XCEPTION_KDEF.hdf5", Format.KERAS_H5));
        formats.forEach((name, format) -> {
            try (WeightFile file = WeightFiles.open(real.resolve(name))) {
                assertEquals(format, file.format(), name);
                long parameters = 0;
                for (StoredArray array : file.arrays()) {
                    assertEquals(array.elements(), file.read(array).length);
                    parameters += array.elements();
                }
                System.out.println(name + ": " + format + ", " + file.arrays().size() + " arrays, " + parameters
                        + " numbers, " + file.remarks());
                assertEquals(List.of(), file.remarks(), name);
                assertEquals(format == Format.KERAS_H5, file.configuration().isPresent(), name);
            }
        });
    }
}
