package org.convscape.weights.file;

import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import io.jhdf.api.WritableDataset;
import io.jhdf.api.WritableGroup;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import onnx.OnnxMl.AttributeProto;
import onnx.OnnxMl.GraphProto;
import onnx.OnnxMl.ModelProto;
import onnx.OnnxMl.NodeProto;
import onnx.OnnxMl.TensorProto;
import org.nd4j.shade.protobuf.ByteString;

/** Small sound weight files of every format, made here. */
final class TinyFiles {
    /** Held, or its level would be forgotten: the library warns whenever it writes. */
    private static final Logger LOGGER = Logger.getLogger("io.jhdf");

    static {
        LOGGER.setLevel(Level.OFF);
    }

    private TinyFiles() {}

    static byte[] floats(float... values) {
        ByteBuffer buffer = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (float value : values) {
            buffer.putFloat(value);
        }
        return buffer.array();
    }

    static float[] upTo(int count) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = i;
        }
        return values;
    }

    /** An archive whose entries are stored as they are. */
    static byte[] zip(Map<String, byte[]> entries) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> each : entries.entrySet()) {
                ZipEntry entry = new ZipEntry(each.getKey());
                CRC32 checksum = new CRC32();
                checksum.update(each.getValue());
                entry.setMethod(ZipEntry.STORED);
                entry.setSize(each.getValue().length);
                entry.setCrc(checksum.getValue());
                out.putNextEntry(entry);
                out.write(each.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** The same archive as one of more than 4 GB would be: sizes and places in zip64's fields and nowhere else. */
    static byte[] wide(byte[] zip) {
        ByteBuffer in = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
        int end = zip.length - 22;
        int count = in.getShort(end + 10);
        int directory = in.getInt(end + 16);
        ByteBuffer out = ByteBuffer.allocate(zip.length + 1000).order(ByteOrder.LITTLE_ENDIAN);
        out.put(zip, 0, directory);
        int at = directory;
        for (int i = 0; i < count; i++) {
            int name = in.getShort(at + 28);
            int begin = out.position();
            out.put(zip, at, 46 + name);
            out.putShort((short) 1).putShort((short) 24);
            out.putLong(in.getInt(at + 24)).putLong(in.getInt(at + 20)).putLong(in.getInt(at + 42));
            out.putInt(begin + 20, -1).putInt(begin + 24, -1).putInt(begin + 42, -1);
            out.putShort(begin + 30, (short) 28);
            at += 46 + name + in.getShort(at + 30) + in.getShort(at + 32);
        }
        int record = out.position();
        out.putInt(0x06064b50)
                .putLong(44)
                .putShort((short) 45)
                .putShort((short) 45)
                .putInt(0)
                .putInt(0);
        out.putLong(count).putLong(count).putLong(record - directory).putLong(directory);
        out.putInt(0x07064b50).putInt(0).putLong(record).putInt(1);
        out.putInt(0x06054b50).putInt(0).putShort((short) -1).putShort((short) -1);
        out.putInt(-1).putInt(-1).putShort((short) 0);
        return Arrays.copyOf(out.array(), out.position());
    }

    static byte[] torchZip(byte[] pickle, Map<String, byte[]> storages) {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put("net/data.pkl", pickle);
        storages.forEach((key, bytes) -> entries.put("net/data/" + key, bytes));
        entries.put("net/version", "3\n".getBytes(StandardCharsets.US_ASCII));
        return zip(entries);
    }

    /** A state dict of two arrays that share a storage: 0 to 5 as 2×3, and the same transposed. */
    static byte[] stateDict() {
        return new PickleBytes()
                .global("collections", "OrderedDict")
                .op(")R(")
                .text("a.weight")
                .tensor("FloatStorage", "0", 6, 0, new long[] {2, 3}, new long[] {3, 1})
                .text("b.weight")
                .tensor("FloatStorage", "0", 6, 0, new long[] {3, 2}, new long[] {1, 3})
                .op("u}")
                .text("_metadata")
                .op("}sb")
                .end();
    }

    static byte[] torchZip() {
        return torchZip(stateDict(), Map.of("0", floats(upTo(6))));
    }

    static byte[] torchLegacy(byte[] pickle, String key, float... values) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(TorchLegacy.BEGINNING);
        out.writeBytes(new PickleBytes().number(1001).end());
        out.writeBytes(new PickleBytes()
                .op("}")
                .text("little_endian")
                .raw(0x88)
                .op("s")
                .end());
        out.writeBytes(pickle);
        out.writeBytes(new PickleBytes().op("]").text(key).op("a").end());
        out.writeBytes(ByteBuffer.allocate(8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(values.length)
                .array());
        out.writeBytes(floats(values));
        return out.toByteArray();
    }

    static byte[] torchLegacy() {
        return torchLegacy(stateDict(), "0", upTo(6));
    }

    static byte[] safetensors(String header, byte[] data) {
        byte[] text = header.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(8 + text.length + data.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(text.length)
                .put(text)
                .put(data)
                .array();
    }

    static byte[] safetensors() {
        return safetensors(
                "{\"__metadata__\":{\"format\":\"pt\"},"
                        + "\"b\":{\"dtype\":\"F32\",\"shape\":[3,2],\"data_offsets\":[0,24]},"
                        + "\"a\":{\"dtype\":\"F32\",\"shape\":[],\"data_offsets\":[24,28]}}  ",
                floats(0, 1, 2, 3, 4, 5, 6));
    }

    static TensorProto.Builder tensor(String name, int type, long... dimensions) {
        TensorProto.Builder tensor = TensorProto.newBuilder().setName(name).setDataType(type);
        for (long each : dimensions) {
            tensor.addDims(each);
        }
        return tensor;
    }

    static byte[] onnx(GraphProto.Builder graph) {
        return ModelProto.newBuilder().setIrVersion(8).setGraph(graph).build().toByteArray();
    }

    static byte[] onnx() {
        TensorProto constant = tensor("", 6, 2).addInt32Data(7).addInt32Data(-7).build();
        return onnx(GraphProto.newBuilder()
                .addInitializer(tensor("w", 1, 2, 3).setRawData(ByteString.copyFrom(floats(upTo(6)))))
                .addInitializer(tensor("h", 10, 2).addInt32Data(0x3C00).addInt32Data(0xC000))
                .addNode(NodeProto.newBuilder()
                        .setOpType("Constant")
                        .addOutput("c")
                        .addAttribute(
                                AttributeProto.newBuilder().setName("value").setT(constant)))
                .addNode(NodeProto.newBuilder()
                        .setOpType("Identity")
                        .addInput("w")
                        .addOutput("w.again")));
    }

    /** An HDF5 file as Keras 2 lays it out. */
    static void keras(Path path) {
        try (WritableHdfFile out = HdfFile.write(path)) {
            out.putAttribute("model_config", "{\"class_name\": \"Sequential\"}");
            WritableGroup weights = out.putGroup("model_weights");
            weights.putAttribute("layer_names", new String[] {"second", "first"});
            weights.putAttribute("backend", "tensorflow");
            for (String layer : new String[] {"first", "second"}) {
                WritableGroup group = weights.putGroup(layer);
                group.putAttribute("weight_names", new String[] {layer + "/kernel:0", layer + "/bias:0"});
                WritableGroup inner = group.putGroup(layer);
                inner.putDataset("bias:0", new float[] {1, 2});
                inner.putDataset("kernel:0", new float[][] {{1, 2}, {3, 4}});
            }
        }
    }

    /** An HDF5 file as Keras 3 lays it out, with a type that is not read. */
    static void keras3(Path path) {
        try (WritableHdfFile out = HdfFile.write(path)) {
            WritableGroup layers = out.putGroup("layers");
            for (String layer : new String[] {"conv2d", "conv2d_10", "conv2d_2"}) {
                WritableGroup vars = layers.putGroup(layer).putGroup("vars");
                vars.putAttribute("name", "my_" + layer);
                WritableDataset kernel = vars.putDataset("0", new float[] {1, 2, 3});
                kernel.putAttribute("trainable", 1);
                vars.putDataset("1", new double[] {0.5});
            }
        }
    }

    static byte[] bytes(Consumer<Path> writer) {
        try {
            Path path = Files.createTempFile("tiny", ".h5");
            try {
                writer.accept(path);
                return Files.readAllBytes(path);
            } finally {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] kerasArchive() {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put("metadata.json", "{}".getBytes(StandardCharsets.UTF_8));
        entries.put("config.json", "{\"class_name\": \"Functional\"}".getBytes(StandardCharsets.UTF_8));
        entries.put("model.weights.h5", bytes(TinyFiles::keras3));
        return zip(entries);
    }

    /** One of each format, by a name for messages. */
    static Map<String, byte[]> all() {
        Map<String, byte[]> all = new LinkedHashMap<>();
        all.put("torch zip", torchZip());
        all.put("torch legacy", torchLegacy());
        all.put("safetensors", safetensors());
        all.put("onnx", onnx());
        all.put("keras 2", bytes(TinyFiles::keras));
        all.put("keras 3", bytes(TinyFiles::keras3));
        all.put("keras archive", kerasArchive());
        return all;
    }
}
