package org.convscape.io.keras;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.convscape.op.WeightSpec;
import org.convscape.tensor.Tensor;
import org.convscape.weights.file.WeightFile;
import org.convscape.weights.file.WeightFiles;

/**
 * The weights of a model by the origin of the node that has them, read from the file whenever they are asked for. The
 * file stands open from then on until this is closed, and again when it is asked after that.
 */
public final class KerasWeights implements AutoCloseable {
    private final Path path;
    private final Map<String, Map<String, Weight>> byOrigin;
    private WeightFile file;

    KerasWeights(Path path, Map<String, Map<String, Weight>> byOrigin) {
        this.path = path;
        this.byOrigin = Map.copyOf(byOrigin);
    }

    /** The array of a node; empty where the file has none of that name and those dimensions. */
    public synchronized Optional<Tensor> get(String origin, WeightSpec spec) {
        Weight weight = byOrigin.getOrDefault(origin, Map.of()).get(spec.name());
        if (weight == null || !weight.dimensions().equals(spec.dimensions())) {
            return Optional.empty();
        }
        if (file == null) {
            file = WeightFiles.open(path);
        }
        return Optional.of(spec.tensor(weight.read(file)));
    }

    /** How many arrays there are. */
    public int arrays() {
        return byOrigin.values().stream().mapToInt(Map::size).sum();
    }

    @Override
    public synchronized void close() {
        if (file != null) {
            file.close();
            file = null;
        }
    }
}
