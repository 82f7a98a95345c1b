package org.convscape.weights.file;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import onnx.OnnxMl.GraphProto;
import onnx.OnnxMl.NodeProto;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.shade.protobuf.ByteString;

/** Files made to do harm, or beyond sense, end in a sentence: nothing runs, hangs or takes the memory. */
class HostileWeightsTest {
    private static final String MOVE = "touch /tmp/convscape-must-not-exist";

    @TempDir
    private Path folder;

    private String refusal(byte[] bytes) throws IOException {
        Path path = Files.write(folder.resolve("weights"), bytes);
        return assertThrows(WeightFileFailure.class, () -> {
                    try (WeightFile file = WeightFiles.open(path)) {
                        file.arrays().forEach(file::read);
                    }
                })
                .getMessage();
    }

    private void assertRefused(String reason, byte[] bytes) throws IOException {
        String message = refusal(bytes);
        assertTrue(message.contains(reason), message);
    }

    private void assertPickleRefused(String reason, PickleBytes pickle) throws IOException {
        byte[] bytes = pickle.end();
        assertRefused(reason, TinyFiles.torchZip(bytes, Map.of("0", new byte[24])));
        assertRefused(reason, TinyFiles.torchLegacy(bytes, "0", 0, 0, 0, 0, 0, 0));
    }

    private void assertZipRefused(String reason, PickleBytes pickle) throws IOException {
        assertRefused(reason, TinyFiles.torchZip(pickle.end(), Map.of()));
    }

    @Test
    void picklesThatCallAreNamedAndNeverRun() throws IOException {
        assertPickleRefused(
                "os system",
                new PickleBytes().global("os", "system").op("(").text(MOVE).op("tR"));
        assertPickleRefused(
                "posix system",
                new PickleBytes().global("posix", "system").text(MOVE).raw(0x85).op("R"));
        assertPickleRefused(
                "os system",
                new PickleBytes()
                        .text("os")
                        .text("system")
                        .raw(0x93)
                        .text(MOVE)
                        .raw(0x85)
                        .op("R"));
        assertPickleRefused("builtins eval", new PickleBytes().global("builtins", "eval"));
        assertPickleRefused("INST", new PickleBytes().op("(").text(MOVE).op("ios\nsystem\n"));
        assertPickleRefused("OBJ", new PickleBytes().op("(o"));
        assertPickleRefused(
                "NEWOBJ", new PickleBytes().global("torch", "Size").op(")").raw(0x81));
        assertPickleRefused("EXT1", new PickleBytes().raw(0x82, 1));
        assertPickleRefused("PERSID", new PickleBytes().op("Pos\n"));
        assertPickleRefused(
                "posix system",
                new PickleBytes()
                        .raw(0x80, 4, 0x95, 40, 0, 0, 0, 0, 0, 0, 0, 0x8c, 5)
                        .op("posix")
                        .raw(0x94, 0x8c, 6)
                        .op("system")
                        .raw(0x94, 0x93));
        assertPickleRefused("protocol 4", new PickleBytes().raw(0x80, 4).op("N"));
        assertPickleRefused("protocol 3", new PickleBytes().raw(0x80, 3).op("C\0"));
        assertTrue(Files.notExists(Path.of("/tmp/convscape-must-not-exist")));
    }

    @Test
    void whatIsNoStateDictSaysWhatToSave() throws IOException {
        assertPickleRefused("A whole model was saved", new PickleBytes().global("__main__", "Net"));
        assertPickleRefused("A whole model was saved", new PickleBytes().global("torch.nn.modules.conv", "Conv2d"));
        assertPickleRefused("quantised", new PickleBytes().global("torch._utils", "_rebuild_qtensor"));
        assertPickleRefused("sparse", new PickleBytes().global("torch._utils", "_rebuild_sparse_tensor"));
        assertPickleRefused("subclass", new PickleBytes().global("torch._tensor", "_rebuild_from_type_v2"));
        assertPickleRefused("NumPy", new PickleBytes().global("numpy.core.multiarray", "scalar"));
        assertPickleRefused("argparse Namespace", new PickleBytes().global("argparse", "Namespace"));
        assertZipRefused("state dict", new PickleBytes().op("]"));
        assertZipRefused("holds none", new PickleBytes().op("}"));
    }

    @Test
    void picklesBeyondSenseEnd() throws IOException {
        PickleBytes deep = new PickleBytes();
        deep.op("]".repeat(200_000)).op("a".repeat(199_999));
        assertZipRefused("state dict", deep);
        assertZipRefused("state dict", new PickleBytes().op("(".repeat(100_000)).op("t".repeat(100_000)));
        // Doubles what the last one held, sixty times.
        PickleBytes memo = new PickleBytes().op("]q\0");
        for (int i = 1; i <= 60; i++) {
            memo.op("](").raw('h', i - 1, 'h', i - 1).op("e").raw('q', i);
        }
        assertPickleRefused("found 61", memo);
        assertZipRefused("state dict", new PickleBytes().op("]q\0h\0a"));
        assertPickleRefused("never made", new PickleBytes().raw('h', 7));
        assertPickleRefused("never began", new PickleBytes().op("t"));
        assertPickleRefused("than it made", new PickleBytes().op("R"));
        assertPickleRefused(
                "expected to have 2147483647 bytes", new PickleBytes().op("X").raw(0xFF, 0xFF, 0xFF, 0x7F));
        assertPickleRefused("more than 3000000 steps", new PickleBytes().op("]".repeat(3_000_001)));
        assertPickleRefused("no OrderedDict", new PickleBytes().op("}}b"));
        assertPickleRefused("expected in pairs", new PickleBytes().op("}(Nu"));
        assertZipRefused("expected to end here", new PickleBytes().op("}.more"));
    }

    @Test
    void aDictThatHoldsItselfIsRead() throws IOException {
        byte[] pickle = new PickleBytes()
                .op("}q\0(")
                .text("state_dict")
                .op("h\0")
                .text("w")
                .tensor("FloatStorage", "0", 1, 0, new long[] {1}, new long[] {1})
                .op("u")
                .end();
        Path path =
                Files.write(folder.resolve("weights"), TinyFiles.torchZip(pickle, Map.of("0", TinyFiles.floats(3))));
        try (WeightFile file = WeightFiles.open(path)) {
            assertEquals(1, file.arrays().size());
            assertArrayEquals(new float[] {3}, file.read(file.arrays().get(0)));
        }
    }

    @Test
    void tensorsThatReachOutOfTheirStorageAreRefused() throws IOException {
        long huge = Long.MAX_VALUE;
        assertTensorRefused("lie inside its storage", 6, 1, new long[] {2, 3}, new long[] {3, 1});
        assertTensorRefused("lie inside its storage", 6, 6, new long[] {}, new long[] {});
        assertTensorRefused("negative or overflowing", 6, -1, new long[] {1}, new long[] {1});
        assertTensorRefused("negative or overflowing", 6, 0, new long[] {-1}, new long[] {1});
        assertTensorRefused("negative or overflowing", 6, 0, new long[] {2}, new long[] {-1});
        assertTensorRefused("negative or overflowing", 6, 0, new long[] {1L << 32, 1L << 32}, new long[] {0, 0});
        assertTensorRefused("overflowing", 6, 0, new long[] {3, 3}, new long[] {huge / 2, huge / 2});
        assertTensorRefused("as many strides as dimensions", 6, 0, new long[] {2, 3}, new long[] {1});
        assertTensorRefused("claims to be", 6, 0, new long[] {1 << 20, 1 << 20}, new long[] {0, 0});
        assertTensorRefused("was expected to have 28 bytes", 7, 0, new long[] {1}, new long[] {1});
        assertTensorRefused("claims to have", huge / 2, 0, new long[] {1}, new long[] {1});
    }

    private void assertTensorRefused(String reason, long elements, long offset, long[] size, long[] strides)
            throws IOException {
        byte[] pickle = new PickleBytes()
                .op("}")
                .text("w")
                .tensor("FloatStorage", "0", elements, offset, size, strides)
                .op("s")
                .end();
        assertRefused(reason, TinyFiles.torchZip(pickle, Map.of("0", new byte[24])));
    }

    @Test
    void storagesThatContradictThemselvesAreRefused() throws IOException {
        assertPickleRefused(
                "was 6 of float32 before",
                new PickleBytes()
                        .op("(")
                        .storage("FloatStorage", "0", 6)
                        .storage("HalfStorage", "0", 6)
                        .op("t"));
        assertPickleRefused(
                "a storage was expected", new PickleBytes().text("storage").op("Q"));
        assertPickleRefused("torch UntypedStorage", new PickleBytes().global("torch", "UntypedStorage"));
        assertRefused(
                "names one that no tensor uses", TinyFiles.torchLegacy(TinyFiles.stateDict(), "1", 0, 0, 0, 0, 0, 0));
        assertRefused("found 5", TinyFiles.torchLegacy(TinyFiles.stateDict(), "0", 0, 0, 0, 0, 0));
        byte[] whole = TinyFiles.torchLegacy();
        assertRefused("are left", Arrays.copyOf(whole, whole.length - 1));
    }

    @Test
    void archivesThatAreNotAsTheySeemAreRefused() throws IOException {
        Map<String, byte[]> script = new LinkedHashMap<>();
        script.put("net/data.pkl", TinyFiles.stateDict());
        script.put("net/constants.pkl", new byte[4]);
        script.put("net/code/a.py", new byte[4]);
        assertRefused("TorchScript", TinyFiles.zip(script));
        assertRefused("neither one of PyTorch", TinyFiles.zip(Map.of("a.txt", new byte[4])));
        assertRefused("has none", TinyFiles.torchZip(TinyFiles.stateDict(), Map.of()));
        Path deflated = folder.resolve("deflated");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(deflated))) {
            out.putNextEntry(new ZipEntry("net/data.pkl"));
            out.write(new byte[1 << 20]);
        }
        assertRefused("is compressed", Files.readAllBytes(deflated));
        // A directory that gives two entries the same bytes.
        byte[] overlapping = TinyFiles.torchZip();
        int last = lastDirectoryEntry(overlapping);
        for (int i = 0; i < 4; i++) {
            overlapping[last + 42 + i] = 0;
        }
        assertRefused("overlap", overlapping);
    }

    private static int lastDirectoryEntry(byte[] zip) {
        for (int i = zip.length - 4; ; i--) {
            if (zip[i] == 'P' && zip[i + 1] == 'K' && zip[i + 2] == 1 && zip[i + 3] == 2) {
                return i;
            }
        }
    }

    @Test
    void safetensorsThatContradictThemselvesAreRefused() throws IOException {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put(
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]},"
                        + "\"b\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[4,8]}}",
                "two arrays overlap");
        headers.put("{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[4,8]}}", "bytes are left out");
        headers.put("{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}}", "to end with the file");
        headers.put("{\"a\":{\"dtype\":\"F32\",\"shape\":[3],\"data_offsets\":[0,12]}}", "is said to stand at");
        headers.put("{\"a\":{\"dtype\":\"F32\",\"shape\":[3],\"data_offsets\":[0,8]}}", "expected to have 12 bytes");
        headers.put("{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[8,0]}}", "is said to stand at");
        headers.put(
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[4294967296,4294967296],\"data_offsets\":[0,8]}}", "overflows");
        headers.put("{\"a\":{\"dtype\":\"F32\",\"shape\":[99999999999999999999],\"data_offsets\":[0,8]}}", "overflows");
        headers.put("{\"a\":{\"dtype\":\"F32\",\"shape\":[-2],\"data_offsets\":[0,8]}}", "not negative");
        headers.put("{\"a\":{\"dtype\":\"F8_E4M3\",\"shape\":[8],\"data_offsets\":[0,8]}}", "the type F8_E4M3");
        headers.put("{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]},\"a\":{}}", "two arrays");
        headers.put("{\"a\":{\"dtype\":\"F32\",\"shape\":[2]}}", "two data_offsets");
        headers.put("{\"a\":[[[[[[", "'{' was expected");
        headers.put("{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}} x", "expected to end");
        for (Map.Entry<String, String> each : headers.entrySet()) {
            assertRefused(each.getValue(), TinyFiles.safetensors(each.getKey(), new byte[8]));
        }
        byte[] beyond = TinyFiles.safetensors();
        beyond[2] = 1;
        assertRefused("claims to have 65", beyond);
        beyond[7] = (byte) 0x80;
        assertRefused("claims to have 9223372036854", beyond);
    }

    @Test
    void onnxModelsThatContradictThemselvesAreRefused() throws IOException {
        assertRefused("no graph", new byte[] {8, 8, 0x12, 0});
        assertRefused(
                "quantised",
                TinyFiles.onnx(
                        GraphProto.newBuilder().addNode(NodeProto.newBuilder().setOpType("QLinearConv"))));
        assertRefused(
                "overflows",
                TinyFiles.onnx(GraphProto.newBuilder().addInitializer(TinyFiles.tensor("w", 1, 1L << 32, 1L << 32))));
        assertRefused(
                "negative",
                TinyFiles.onnx(GraphProto.newBuilder()
                        .addInitializer(TinyFiles.tensor("w", 1, -1).setRawData(ByteString.EMPTY))));
        assertRefused(
                "has no numbers",
                TinyFiles.onnx(GraphProto.newBuilder().addInitializer(TinyFiles.tensor("w", 1, 1 << 30))));
        assertRefused(
                "expected to have 3 numbers",
                TinyFiles.onnx(GraphProto.newBuilder()
                        .addInitializer(TinyFiles.tensor("w", 1, 3).addFloatData(1))));
        assertRefused(
                "do not stand where",
                TinyFiles.onnx(GraphProto.newBuilder()
                        .addInitializer(TinyFiles.tensor("w", 1, 1).addDoubleData(1))));
        assertRefused(
                "two arrays",
                TinyFiles.onnx(GraphProto.newBuilder()
                        .addInitializer(TinyFiles.tensor("w", 1, 1).addFloatData(1))
                        .addInitializer(TinyFiles.tensor("w", 1, 1).addFloatData(1))));
        assertRefused("are left", new byte[] {8, 8, 0x3A, 0x7F});
        assertRefused("within ten bytes", new byte[] {8, 8, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1});
    }

    @Test
    void everyTypeOfDamageEndsInArraysOrASentence() throws IOException {
        assertEquals(List.of(), WeightDamage.trials(folder, TinyFiles.all(), 400, 1));
    }
}
