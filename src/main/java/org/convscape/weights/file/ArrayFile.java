package org.convscape.weights.file;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An open file once its format's reader has found where everything stands. */
final class ArrayFile implements WeightFile {

    /** One array, the layer that the file says it belongs to (or null), and its numbers. */
    record Entry(StoredArray array, String layer, Values values) {}

    /** What a reader found. */
    static final class Contents {
        final Format format;
        final Map<String, Entry> entries = new LinkedHashMap<>();
        final List<String> remarks = new ArrayList<>();
        final List<AutoCloseable> open = new ArrayList<>();
        final Map<String, String> metadata = new LinkedHashMap<>();
        String configuration;
        String kerasVersion;

        Contents(Format format) {
            this.format = format;
        }

        /** Adds an array; whether its name was new. */
        boolean add(StoredArray array, Values values) {
            return add(array, null, values);
        }

        boolean add(StoredArray array, String layer, Values values) {
            return entries.putIfAbsent(array.name(), new Entry(array, layer, values)) == null;
        }
    }

    private final FileBytes file;
    private final Contents contents;
    private final List<StoredArray> arrays;
    private final Map<String, String> notFinite = new LinkedHashMap<>();

    ArrayFile(FileBytes file, Contents contents) {
        this.file = file;
        this.contents = contents;
        this.arrays = contents.entries.values().stream().map(Entry::array).toList();
    }

    @Override
    public Path path() {
        return file.path();
    }

    @Override
    public Format format() {
        return contents.format;
    }

    @Override
    public List<StoredArray> arrays() {
        return arrays;
    }

    @Override
    public float[] read(StoredArray array) {
        Entry entry = entry(array);
        file.checkUnchanged();
        float[] values;
        try {
            values = entry.values.read();
        } catch (OutOfMemoryError e) {
            throw Room.tooLarge(file, array);
        }
        file.checkUnchanged();
        note(array, values);
        return values;
    }

    private Entry entry(StoredArray array) {
        Entry entry = contents.entries.get(array.name());
        if (entry == null || !entry.array.equals(array)) {
            throw new IllegalArgumentException(array + " is no array of " + path());
        }
        return entry;
    }

    private void note(StoredArray array, float[] values) {
        int strange = 0;
        for (float value : values) {
            if (!Float.isFinite(value)) {
                strange++;
            }
        }
        if (strange > 0) {
            String text = strange == 1
                    ? "One value of " + array.name() + " is no number or infinite"
                    : strange + " values of " + array.name() + " are no numbers or infinite";
            synchronized (notFinite) {
                notFinite.put(array.name(), text);
            }
        }
    }

    @Override
    public Optional<String> layer(StoredArray array) {
        return Optional.ofNullable(entry(array).layer);
    }

    @Override
    public List<String> remarks() {
        List<String> all = new ArrayList<>(contents.remarks);
        synchronized (notFinite) {
            all.addAll(notFinite.values());
        }
        return all;
    }

    @Override
    public Map<String, String> metadata() {
        return Collections.unmodifiableMap(contents.metadata);
    }

    @Override
    public Optional<String> configuration() {
        return Optional.ofNullable(contents.configuration);
    }

    @Override
    public Optional<String> kerasVersion() {
        return Optional.ofNullable(contents.kerasVersion);
    }

    @Override
    public void close() {
        closeAll(contents.open);
        file.close();
    }

    /** Closes what readers opened beside the file itself. */
    static void closeAll(List<AutoCloseable> open) {
        for (AutoCloseable each : open) {
            try {
                each.close();
            } catch (Exception e) {
                throw new WeightFileFailure("A weight file could not be closed: " + e.getMessage(), e);
            }
        }
    }
}
