package org.convscape.engine;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.convscape.tensor.Tensor;

/** Outputs in the engine's own memory; each is copied to the heap when it is asked for. */
final class KeptActivations<T> implements Activations {
    private final EngineThread thread;
    private final Backend<T> backend;
    private final LiveValues<T> values;
    private final Map<String, Double> milliseconds;
    private final Set<String> paths = new LinkedHashSet<>();
    private final Consumer<KeptActivations<T>> whenClosed;
    private boolean closed;

    KeptActivations(
            EngineThread thread,
            Backend<T> backend,
            LiveValues<T> values,
            Map<String, Double> milliseconds,
            Consumer<KeptActivations<T>> whenClosed) {
        this.thread = thread;
        this.backend = backend;
        this.values = values;
        this.milliseconds = milliseconds;
        this.whenClosed = whenClosed;
        values.paths().forEach(paths::add);
    }

    @Override
    public Set<String> paths() {
        return Collections.unmodifiableSet(paths);
    }

    @Override
    public Tensor get(String path) {
        if (!paths.contains(path)) {
            throw new IllegalArgumentException("The output of \"" + path + "\" was not kept");
        }
        return thread.call(() -> {
            if (closed) {
                throw new EngineFailure("The maps of this run have been given back; run the network again to see them");
            }
            return backend.download(values.get(path));
        });
    }

    @Override
    public double milliseconds(String path) {
        return milliseconds.getOrDefault(path, 0.0);
    }

    @Override
    public double totalMilliseconds() {
        return milliseconds.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    @Override
    public void close() {
        thread.call(() -> {
            closeHere();
            return null;
        });
    }

    /** Gives the memory back; called on the engine's thread, any number of times. */
    void closeHere() {
        if (!closed) {
            closed = true;
            values.releaseAll();
            whenClosed.accept(this);
        }
    }
}
