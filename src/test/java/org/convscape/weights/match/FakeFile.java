package org.convscape.weights.match;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.convscape.weights.file.ElementType;
import org.convscape.weights.file.Format;
import org.convscape.weights.file.StoredArray;
import org.convscape.weights.file.WeightFile;

/** A weight file that holds what a test says, each array filled with 0, 1, 2, … */
final class FakeFile implements WeightFile {
    private final Format format;
    private final List<StoredArray> arrays = new ArrayList<>();

    FakeFile(Format format) {
        this.format = format;
    }

    FakeFile with(String name, Integer... dimensions) {
        return with(ElementType.F32, name, dimensions);
    }

    FakeFile with(ElementType type, String name, Integer... dimensions) {
        arrays.add(new StoredArray(
                name, List.of(dimensions).stream().map(Integer::longValue).toList(), type));
        return this;
    }

    @Override
    public Path path() {
        return Path.of("fake");
    }

    @Override
    public Format format() {
        return format;
    }

    @Override
    public List<StoredArray> arrays() {
        return arrays;
    }

    @Override
    public float[] read(StoredArray array) {
        float[] values = new float[(int) array.elements()];
        for (int i = 0; i < values.length; i++) {
            values[i] = i;
        }
        return values;
    }

    @Override
    public Optional<String> layer(StoredArray array) {
        return Optional.empty();
    }

    @Override
    public List<String> remarks() {
        return List.of();
    }

    @Override
    public void close() {
        // Nothing is open.
    }
}
