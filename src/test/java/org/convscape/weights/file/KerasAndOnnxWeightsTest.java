package org.convscape.weights.file;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import io.jhdf.api.WritableGroup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import onnx.OnnxMl.GraphProto;
import onnx.OnnxMl.StringStringEntryProto;
import onnx.OnnxMl.TensorProto;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.shade.protobuf.ByteString;

/** Files of Keras in each of its layouts, and ONNX models with their data inside and beside them, give their arrays. */
class KerasAndOnnxWeightsTest {

    @TempDir
    private Path folder;

    private WeightFile open(byte[] bytes) throws IOException {
        return WeightFiles.open(Files.write(folder.resolve("weights"), bytes));
    }

    private static StoredArray array(WeightFile file, String name) {
        return file.arrays().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static float[] read(WeightFile file, String name) {
        return file.read(array(file, name));
    }

    @Test
    void onnxModelsGiveInitialisersConstantsAndOtherNames() throws IOException {
        try (WeightFile file = open(TinyFiles.onnx())) {
            assertEquals(Format.ONNX, file.format());
            assertArrayEquals(TinyFiles.upTo(6), read(file, "w"));
            assertArrayEquals(TinyFiles.upTo(6), read(file, "w.again"));
            assertArrayEquals(new float[] {1, -2}, read(file, "h"));
            assertArrayEquals(new float[] {7, -7}, read(file, "c"));
        }
    }

    @Test
    void onnxDataBesideTheModelIsReadAndNoneElsewhere() throws IOException {
        Path outside = Files.write(Files.createTempDirectory(folder, "out").resolve("data"), TinyFiles.floats(1, 2));
        Path inner = Files.createDirectory(folder.resolve("inner"));
        Files.write(inner.resolve("data"), TinyFiles.floats(1, 2, 3, 4));
        Files.createSymbolicLink(inner.resolve("link"), outside);
        Path model = inner.resolve("model.onnx");

        Files.write(model, external("data", 8));
        try (WeightFile file = WeightFiles.open(model)) {
            assertArrayEquals(new float[] {3, 4}, read(file, "w"));
        }
        Map<String, String> refused = new HashMap<>(Map.of(
                "../" + outside.getParent().getFileName() + "/data",
                "only files in the folder",
                outside.toString(),
                "only files in the folder",
                "sub/../../data",
                "only files in the folder",
                "..\\data",
                "only files in the folder",
                "link",
                "leads out of the folder",
                "absent",
                "is missing",
                "",
                "only files in the folder"));
        refused.forEach((location, reason) -> {
            WeightFileFailure failure = assertThrows(WeightFileFailure.class, () -> {
                Files.write(model, external(location, 0));
                WeightFiles.open(model).close();
            });
            assertTrue(failure.getMessage().contains(reason), failure.getMessage());
        });
        Files.write(model, external("data", 12));
        assertThrows(WeightFileFailure.class, () -> WeightFiles.open(model).close());
    }

    private static byte[] external(String location, int offset) {
        return TinyFiles.onnx(GraphProto.newBuilder()
                .addInitializer(TinyFiles.tensor("w", 1, 2)
                        .setDataLocation(TensorProto.DataLocation.EXTERNAL)
                        .addExternalData(StringStringEntryProto.newBuilder()
                                .setKey("location")
                                .setValue(location))
                        .addExternalData(StringStringEntryProto.newBuilder()
                                .setKey("offset")
                                .setValue("" + offset))));
    }

    @Test
    void onnxNumbersInEveryFieldAreRead() throws IOException {
        byte[] bytes = TinyFiles.onnx(GraphProto.newBuilder()
                .addInitializer(TinyFiles.tensor("f", 1, 2).addFloatData(1).addFloatData(2))
                .addInitializer(TinyFiles.tensor("d", 11, 1).addDoubleData(0.5))
                .addInitializer(TinyFiles.tensor("l", 7, 1).addInt64Data(-9))
                .addInitializer(TinyFiles.tensor("b", 16, 1).addInt32Data(0x4000))
                .addInitializer(TinyFiles.tensor("u", 2, 1).addInt32Data(200))
                .addInitializer(TinyFiles.tensor("e", 1, 0, 3))
                .addInitializer(TinyFiles.tensor("s", 8, 1).addStringData(ByteString.copyFromUtf8("text"))));
        try (WeightFile file = open(bytes)) {
            assertArrayEquals(new float[] {1, 2}, read(file, "f"));
            assertArrayEquals(new float[] {0.5f}, read(file, "d"));
            assertArrayEquals(new float[] {-9}, read(file, "l"));
            assertArrayEquals(new float[] {2}, read(file, "b"));
            assertArrayEquals(new float[] {200}, read(file, "u"));
            assertArrayEquals(new float[] {}, read(file, "e"));
            assertEquals(List.of("Arrays that are no numbers that are read are left out: s"), file.remarks());
        }
    }

    @Test
    void kerasFilesComeInTheOrderOfTheirLists() throws IOException {
        try (WeightFile file = open(TinyFiles.bytes(TinyFiles::keras))) {
            assertEquals(Format.KERAS_H5, file.format());
            assertEquals(
                    List.of(
                            "model_weights/second/second/kernel:0",
                            "model_weights/second/second/bias:0",
                            "model_weights/first/first/kernel:0",
                            "model_weights/first/first/bias:0"),
                    file.arrays().stream().map(StoredArray::name).toList());
            assertEquals(Optional.of("second"), file.layer(file.arrays().get(1)));
            assertArrayEquals(new float[] {1, 2, 3, 4}, file.read(file.arrays().get(0)));
            assertEquals(Optional.of("{\"class_name\": \"Sequential\"}"), file.configuration());
        }
    }

    @Test
    void kerasThreeNamesItsLayersBesideItsGroups() throws IOException {
        try (WeightFile plain = open(TinyFiles.bytes(TinyFiles::keras3));
                WeightFile archive =
                        WeightFiles.open(Files.write(folder.resolve("archive"), TinyFiles.kerasArchive()))) {
            for (WeightFile file : List.of(plain, archive)) {
                assertEquals(Format.KERAS_V3, file.format());
                assertEquals(
                        List.of("conv2d", "conv2d", "conv2d_2", "conv2d_2", "conv2d_10", "conv2d_10"),
                        file.arrays().stream()
                                .map(each -> each.name().split("/")[1])
                                .toList());
                assertEquals(
                        Optional.of("my_conv2d_10"), file.layer(file.arrays().get(5)));
                assertArrayEquals(new float[] {0.5f}, read(file, "layers/conv2d_2/vars/1"));
            }
            assertEquals(Optional.empty(), plain.configuration());
            assertEquals(Optional.of("{\"class_name\": \"Functional\"}"), archive.configuration());
        }
    }

    @Test
    void kernelsInTheOrderOfTheanoAreRefused() throws IOException {
        byte[] bytes = TinyFiles.bytes(path -> {
            try (WritableHdfFile out = HdfFile.write(path)) {
                out.putAttribute("layer_names", new String[] {"a"});
                out.putAttribute("backend", "theano");
                WritableGroup group = out.putGroup("a");
                group.putDataset("w", new float[] {1});
            }
        });
        WeightFileFailure failure = assertThrows(WeightFileFailure.class, () -> open(bytes));
        assertTrue(failure.getMessage().contains("Theano"), failure.getMessage());
    }
}
