package org.convscape.engine;

import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The outputs that exist at one moment of a run. Several nodes may hold one and the same value (dropout passes its input
 * on); its memory goes back when the last of them lets go.
 */
final class LiveValues<T> {
    private final Backend<T> backend;
    private final Map<String, T> byPath = new LinkedHashMap<>();
    private final Map<T, Integer> holders = new IdentityHashMap<>();

    LiveValues(Backend<T> backend) {
        this.backend = backend;
    }

    T get(String path) {
        return byPath.get(path);
    }

    /** The paths, in the order in which their values came. */
    Iterable<String> paths() {
        return byPath.keySet();
    }

    void put(String path, T value) {
        byPath.put(path, value);
        holders.merge(value, 1, Integer::sum);
    }

    void release(String path) {
        T value = byPath.remove(path);
        if (holders.merge(value, -1, Integer::sum) == 0) {
            holders.remove(value);
            backend.release(value);
        }
    }

    void releaseAll() {
        List.copyOf(byPath.keySet()).forEach(this::release);
    }

    /** Gives back what a step made and no node holds. */
    void releaseLeftovers(List<T> made) {
        Map<T, Boolean> released = new IdentityHashMap<>();
        for (T value : made) {
            if (!holders.containsKey(value) && released.put(value, true) == null) {
                backend.release(value);
            }
        }
    }
}
