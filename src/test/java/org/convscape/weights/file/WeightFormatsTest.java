package org.convscape.weights.file;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sound files of every format give their arrays: names, shapes, types, and numbers whatever their order there. */
class WeightFormatsTest {

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
    void torchFilesOfBothAgesHonourStridesAndSharedStorages() throws IOException {
        for (Map.Entry<Format, byte[]> each : Map.of(
                        Format.TORCH_ZIP, TinyFiles.torchZip(), Format.TORCH_LEGACY, TinyFiles.torchLegacy())
                .entrySet()) {
            try (WeightFile file = open(each.getValue())) {
                assertEquals(each.getKey(), file.format());
                assertEquals(
                        List.of(
                                new StoredArray("a.weight", List.of(2L, 3L), ElementType.F32),
                                new StoredArray("b.weight", List.of(3L, 2L), ElementType.F32)),
                        file.arrays());
                assertArrayEquals(new float[] {0, 1, 2, 3, 4, 5}, read(file, "a.weight"));
                assertArrayEquals(new float[] {0, 3, 1, 4, 2, 5}, read(file, "b.weight"));
                assertEquals(List.of(), file.remarks());
            }
        }
    }

    @Test
    void everyTypeBecomesFloats() throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(200).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putDouble(0.1).putFloat(-2.5f).putShort((short) 0x3C01).putShort((short) 0xBF80);
        bytes.putLong(-7)
                .putInt(1 << 20)
                .putShort((short) -300)
                .put((byte) -1)
                .put((byte) -1)
                .put((byte) 2);
        String[] types = {"F64", "F32", "F16", "BF16", "I64", "I32", "I16", "I8", "U8", "BOOL"};
        float[] values = {0.1f, -2.5f, 1.0009766f, -1, -7, 1 << 20, -300, -1, 255, 1};
        int[] widths = {8, 4, 2, 2, 8, 4, 2, 1, 1, 1};
        StringBuilder header = new StringBuilder("{");
        int at = 0;
        for (int i = 0; i < types.length; i++) {
            header.append(i == 0 ? "" : ",")
                    .append("\"" + types[i] + "\":{\"dtype\":\"" + types[i] + "\",\"shape\":[1],\"data_offsets\":[" + at
                            + "," + (at + widths[i]) + "]}");
            at += widths[i];
        }
        byte[] data = new byte[at];
        bytes.flip().get(data);
        try (WeightFile file = open(TinyFiles.safetensors(header + "}", data))) {
            for (int i = 0; i < types.length; i++) {
                assertEquals(
                        ElementType.valueOf(types[i]), array(file, types[i]).type());
                assertEquals(values[i], read(file, types[i])[0], types[i]);
            }
        }
    }

    @Test
    void halvesAreExactToTheLastOne() {
        assertEquals(0x1p-24f, Conversion.half((short) 1));
        assertEquals(-0x1p-14f, Conversion.half((short) 0x8400));
        assertEquals(65504, Conversion.half((short) 0x7BFF));
        assertEquals(Float.NEGATIVE_INFINITY, Conversion.half((short) 0xFC00));
        assertTrue(Float.isNaN(Conversion.half((short) 0x7E00)));
        assertEquals(0x80000000, Float.floatToRawIntBits(Conversion.half((short) 0x8000)));
    }

    @Test
    void valuesThatAreNoNumbersAreSaid() throws IOException {
        byte[] bytes = TinyFiles.safetensors(
                "{\"w\":{\"dtype\":\"F32\",\"shape\":[3],\"data_offsets\":[0,12]}}",
                TinyFiles.floats(1, Float.NaN, Float.POSITIVE_INFINITY));
        try (WeightFile file = open(bytes)) {
            assertEquals(List.of(), file.remarks());
            assertTrue(Float.isNaN(read(file, "w")[1]));
            assertEquals(List.of("2 values of w are no numbers or infinite"), file.remarks());
        }
    }

    @Test
    void aStridedArrayLargerThanWhatIsReadAtATimeIsWhole() throws IOException {
        int rows = 700;
        int columns = 900;
        byte[] pickle = new PickleBytes()
                .op("}")
                .text("t")
                .tensor("FloatStorage", "0", (long) rows * columns, 0, new long[] {columns, rows}, new long[] {
                    1, columns
                })
                .op("s")
                .end();
        byte[] bytes = TinyFiles.torchZip(pickle, Map.of("0", TinyFiles.floats(TinyFiles.upTo(rows * columns))));
        try (WeightFile file = open(bytes)) {
            float[] values = read(file, "t");
            for (int i = 0; i < columns; i++) {
                for (int j = 0; j < rows; j++) {
                    assertEquals(j * columns + i, values[i * rows + j]);
                }
            }
        }
    }

    @Test
    void archivesWithPlacesOfSixtyFourBitsAreRead() throws IOException {
        try (WeightFile file = open(TinyFiles.wide(TinyFiles.torchZip()))) {
            assertArrayEquals(TinyFiles.upTo(6), read(file, "a.weight"));
        }
    }

    @Test
    void checkpointsAreUnwrapped() throws IOException {
        byte[] pickle = new PickleBytes()
                .op("}(")
                .text("epoch")
                .op("K\7")
                .text("best")
                .op("G")
                .raw(0x3F, 0xE0, 0, 0, 0, 0, 0, 0)
                .text("optimizer")
                .op("}")
                .text("state_dict")
                .op("}")
                .text("module.w")
                .tensor("FloatStorage", "0", 6, 2, new long[] {}, new long[] {})
                .op("su")
                .end();
        try (WeightFile file = open(TinyFiles.torchZip(pickle, Map.of("0", TinyFiles.floats(TinyFiles.upTo(6)))))) {
            assertEquals("scalar", array(file, "module.w").shapeText());
            assertArrayEquals(new float[] {2}, read(file, "module.w"));
        }
    }

    @Test
    void safetensorsKeepTheirOrderAndScalars() throws IOException {
        try (WeightFile file = open(TinyFiles.safetensors())) {
            assertEquals(Format.SAFETENSORS, file.format());
            assertEquals(
                    List.of("b", "a"),
                    file.arrays().stream().map(StoredArray::name).toList());
            assertArrayEquals(new float[] {6}, read(file, "a"));
        }
    }

    @Test
    void aFileThatChangesWhileItIsOpenIsNoticed() throws IOException {
        for (Map.Entry<String, byte[]> each : TinyFiles.all().entrySet()) {
            Path path = folder.resolve(each.getKey());
            Files.write(path, each.getValue());
            try (WeightFile file = WeightFiles.open(path)) {
                Files.write(path, new byte[20]);
                StoredArray first = file.arrays().get(0);
                WeightFileFailure failure = assertThrows(WeightFileFailure.class, () -> file.read(first));
                assertTrue(failure.getMessage().contains("changed while it was open"), failure.getMessage());
                Files.delete(path);
                assertThrows(WeightFileFailure.class, () -> file.read(first));
            }
        }
    }

    @Test
    void whatIsNoWeightFileIsNamed() throws IOException {
        Map<String, String> reasons = Map.of(
                "version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 1\n", "git lfs pull",
                "<!DOCTYPE html><html>404</html>", "web page",
                "\n <HTML>", "web page",
                "", "empty",
                "hello, world", "68 65 6c 6c 6f",
                "\u0080\u0002}q\0.", "torch.save did not write",
                "PK\u0003\u0004 and no more", "cut off",
                "\u0089HDF\r\n\u001a\n and no more", "HDF5");
        for (Map.Entry<String, String> each : reasons.entrySet()) {
            byte[] bytes = each.getKey().getBytes(StandardCharsets.ISO_8859_1);
            WeightFileFailure failure = assertThrows(WeightFileFailure.class, () -> open(bytes));
            assertTrue(failure.getMessage().contains(each.getValue()), failure.getMessage());
            assertTrue(failure.getMessage().startsWith(folder.resolve("weights") + " cannot be read: "));
        }
        assertTrue(assertThrows(WeightFileFailure.class, () -> WeightFiles.open(folder))
                .getMessage()
                .contains("a folder"));
        assertTrue(assertThrows(WeightFileFailure.class, () -> WeightFiles.open(folder.resolve("nothing")))
                .getMessage()
                .startsWith("There is no file"));
    }
}
