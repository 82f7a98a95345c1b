package org.convscape.testing;

import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import io.jhdf.api.WritableGroup;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Array;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes small models as Keras does. */
public final class KerasFiles {
    /** Held, or its level would be forgotten: the library warns whenever it writes. */
    private static final Logger LOGGER = Logger.getLogger("io.jhdf");

    static {
        LOGGER.setLevel(Level.OFF);
    }

    private KerasFiles() {}

    /** An array with those dimensions, filled row by row. */
    public static Object array(int[] dimensions, float... values) {
        return filled(dimensions, 0, values);
    }

    private static Object filled(int[] dimensions, int from, float... values) {
        if (dimensions.length == 1) {
            return Arrays.copyOfRange(values, from, from + dimensions[0]);
        }
        int[] inner = Arrays.copyOfRange(dimensions, 1, dimensions.length);
        int part = Arrays.stream(inner).reduce(1, (a, b) -> a * b);
        Object array = Array.newInstance(float.class, dimensions);
        for (int i = 0; i < dimensions[0]; i++) {
            Array.set(array, i, filled(inner, from + i * part, values));
        }
        return array;
    }

    /**
     * A whole model as Keras 1 and 2 lay it out.
     *
     * @param layers for each layer of the model its arrays by the names that stand in {@code weight_names}
     */
    public static Path listed(
            Path path, String version, String configuration, Map<String, Map<String, Object>> layers) {
        try (WritableHdfFile out = HdfFile.write(path)) {
            out.putAttribute("model_config", configuration);
            WritableGroup weights = out.putGroup("model_weights");
            weights.putAttribute("keras_version", version);
            weights.putAttribute("backend", "tensorflow");
            if (!layers.isEmpty()) {
                weights.putAttribute("layer_names", layers.keySet().toArray(String[]::new));
            }
            layers.forEach((layer, arrays) -> {
                WritableGroup group = weights.putGroup(layer);
                group.putAttribute("weight_names", arrays.keySet().toArray(String[]::new));
                Map<String, WritableGroup> inner = new LinkedHashMap<>();
                arrays.forEach((name, array) -> put(group, inner, name, array));
            });
        }
        return path;
    }

    /** A small sound model: a convolution with a bias, a batch normalisation, and classes behind a global mean. */
    public static Path small(Path path) {
        String configuration =
                """
                {"class_name": "Sequential", "config": {"name": "small", "layers": [
                {"class_name": "Conv2D", "config": {"name": "conv", "batch_input_shape": [null, 6, 6, 3],
                 "filters": 4, "kernel_size": [3, 3], "padding": "same", "activation": "relu"}},
                {"class_name": "BatchNormalization", "config": {"name": "bn", "scale": false}},
                {"class_name": "GlobalAveragePooling2D", "config": {"name": "mean"}},
                {"class_name": "Dense", "config": {"name": "classes", "units": 5, "activation": "softmax"}}]}}
                """;
        Map<String, Map<String, Object>> layers = new LinkedHashMap<>();
        layers.put(
                "conv",
                Map.of(
                        "conv/kernel:0", array(new int[] {3, 3, 3, 4}, waves(108)),
                        "conv/bias:0", waves(4)));
        layers.put(
                "bn",
                Map.of(
                        "bn/beta:0", waves(4),
                        "bn/moving_mean:0", waves(4),
                        "bn/moving_variance:0", new float[] {1, 2, 3, 4}));
        layers.put(
                "classes",
                Map.of(
                        "classes/kernel:0", array(new int[] {4, 5}, waves(20)),
                        "classes/bias:0", waves(5)));
        return listed(path, "2.4.0", configuration, layers);
    }

    /** The weights of the convolution of {@link #small} alone, without a configuration. */
    public static Path bare(Path path) {
        try (WritableHdfFile out = HdfFile.write(path)) {
            out.putAttribute("layer_names", new String[] {"conv"});
            WritableGroup layer = out.putGroup("conv");
            layer.putAttribute("weight_names", new String[] {"conv/kernel:0", "conv/bias:0"});
            WritableGroup inner = layer.putGroup("conv");
            inner.putDataset("kernel:0", array(new int[] {3, 3, 3, 4}, waves(108)));
            inner.putDataset("bias:0", waves(4));
        }
        return path;
    }

    private static float[] waves(int count) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) Math.sin(i + 1);
        }
        return values;
    }

    private static void put(WritableGroup root, Map<String, WritableGroup> known, String path, Object array) {
        WritableGroup group = root;
        String at = "";
        String[] names = path.split("/");
        for (int i = 0; i < names.length - 1; i++) {
            at += names[i] + "/";
            WritableGroup parent = group;
            String name = names[i];
            group = known.computeIfAbsent(at, key -> parent.putGroup(name));
        }
        group.putDataset(names[names.length - 1], array);
    }

    /**
     * An archive of Keras 3.
     *
     * @param arrays by their paths, such as {@code layers/conv2d/vars/0}
     * @param labels what the groups called {@code vars} say of the layer, by their paths
     */
    public static Path archive(
            Path path, String version, String configuration, Map<String, Object> arrays, Map<String, String> labels) {
        try {
            Path inner = path.resolveSibling(path.getFileName() + ".h5");
            try (WritableHdfFile out = HdfFile.write(inner)) {
                Map<String, WritableGroup> groups = new LinkedHashMap<>();
                arrays.forEach((name, array) -> put(out, groups, name, array));
                labels.forEach((group, label) -> groups.get(group + "/").putAttribute("name", label));
            }
            Map<String, byte[]> entries = new LinkedHashMap<>();
            entries.put("metadata.json", ("{\"keras_version\": \"" + version + "\"}").getBytes(StandardCharsets.UTF_8));
            entries.put("config.json", configuration.getBytes(StandardCharsets.UTF_8));
            entries.put("model.weights.h5", Files.readAllBytes(inner));
            Files.delete(inner);
            try (OutputStream file = Files.newOutputStream(path);
                    ZipOutputStream out = new ZipOutputStream(file)) {
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
            }
            return path;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
