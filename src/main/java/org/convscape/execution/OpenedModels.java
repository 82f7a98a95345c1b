package org.convscape.execution;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.convscape.io.FileFailure;
import org.convscape.io.onnx.importing.OnnxImport;
import org.convscape.op.WeightSpec;
import org.convscape.tensor.Tensor;

/** The models whose weights documents run on, each read once; their arrays stay in the files. */
final class OpenedModels {
    private static final int MOST = 8;

    private static final Map<String, Opened> OPENED = new LinkedHashMap<>(16, 0.75f, true);

    /** A file as it was when it was read. */
    private record Opened(long size, long modified, Optional<Arrays> arrays) {}

    /** Arrays by origin; equal to itself alone. */
    @FunctionalInterface
    interface Arrays {
        /** The array of a node; empty where the file has none for it. */
        Optional<Tensor> get(String origin, WeightSpec spec);
    }

    private OpenedModels() {}

    /** The weights of a file; empty where it has gone or is no longer a model. */
    static Optional<Arrays> weights(String file) {
        synchronized (OPENED) {
            try {
                Path path = Path.of(file);
                long size = Files.size(path);
                long modified = Files.getLastModifiedTime(path).toMillis();
                Opened opened = OPENED.get(file);
                if (opened == null || opened.size() != size || opened.modified() != modified) {
                    opened = new Opened(size, modified, read(path));
                    OPENED.put(file, opened);
                    if (OPENED.size() > MOST) {
                        OPENED.remove(OPENED.keySet().iterator().next());
                    }
                }
                return opened.arrays();
            } catch (IOException | InvalidPathException e) {
                OPENED.remove(file);
                return Optional.empty();
            }
        }
    }

    private static Optional<Arrays> read(Path path) {
        try {
            return Optional.of(OnnxImport.read(path).weights()::get);
        } catch (FileFailure e) {
            return Optional.empty();
        }
    }
}
