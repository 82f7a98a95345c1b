package org.convscape.execution;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.convscape.io.FileFailure;
import org.convscape.io.keras.KerasImport;
import org.convscape.io.keras.KerasWeights;
import org.convscape.io.onnx.OnnxFile;
import org.convscape.io.onnx.importing.OnnxImport;
import org.convscape.op.WeightSpec;
import org.convscape.tensor.Tensor;

/** The models whose weights documents run on, each read once; their arrays stay in the files. */
final class OpenedModels {
    private static final int MOST = 8;

    private static final Map<String, Opened> OPENED = new LinkedHashMap<>(16, 0.75f, true);

    /** A file as it was when it was read, and what of it stands open. */
    private record Opened(long size, long modified, Optional<Arrays> arrays, Runnable close) {}

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
                    forget(file);
                    opened = read(path, size, modified);
                    OPENED.put(file, opened);
                    if (OPENED.size() > MOST) {
                        forget(OPENED.keySet().iterator().next());
                    }
                }
                return opened.arrays();
            } catch (IOException | InvalidPathException e) {
                forget(file);
                return Optional.empty();
            }
        }
    }

    /** A run that still reads from it opens the file again. */
    private static void forget(String file) {
        Opened opened = OPENED.remove(file);
        if (opened != null) {
            opened.close().run();
        }
    }

    private static Opened read(Path path, long size, long modified) {
        try {
            if (path.toString().toLowerCase(Locale.ROOT).endsWith(OnnxFile.ENDING)) {
                return new Opened(
                        size, modified, Optional.of(OnnxImport.read(path).weights()::get), () -> {});
            }
            KerasWeights weights = KerasImport.read(path).weights();
            return new Opened(size, modified, Optional.of(weights::get), weights::close);
        } catch (FileFailure e) {
            return new Opened(size, modified, Optional.empty(), () -> {});
        }
    }
}
