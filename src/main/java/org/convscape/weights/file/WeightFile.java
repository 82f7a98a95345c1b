package org.convscape.weights.file;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A weight file that stands open: what arrays it holds is known, their numbers are read one array at a time. May be
 * used by several threads at once. Whatever goes wrong is a {@link WeightFileFailure}.
 */
public interface WeightFile extends AutoCloseable {

    /** Where it lies. */
    Path path();

    /** What kind of file it is, by its contents. */
    Format format();

    /** All arrays, in the file's order, which need not be that of the layers. */
    List<StoredArray> arrays();

    /**
     * The numbers of one of the {@link #arrays}, row by row whatever their order in the file, as 32-bit floats. Only
     * they take memory. Compare the shape with what is wanted before: a small file can declare a large array.
     */
    float[] read(StoredArray array);

    /**
     * The layer that an array belongs to, where the file says so: Keras names layers apart from arrays, and the groups
     * of Keras 3 are not called after the layers.
     */
    default Optional<String> layer(StoredArray array) {
        return Optional.empty();
    }

    /** What else there is to say of the file and of what was read so far, in sentences. */
    List<String> remarks();

    /** What safetensors files say of themselves, by name; empty for all others. */
    default Map<String, String> metadata() {
        return Map.of();
    }

    /** What Keras wrote of the model, as JSON. */
    default Optional<String> configuration() {
        return Optional.empty();
    }

    /** The version of Keras that wrote the file, such as {@code 2.1.6}, where it says so. */
    default Optional<String> kerasVersion() {
        return Optional.empty();
    }

    @Override
    void close();
}
