package org.convscape.engine;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.convscape.op.WeightSpec;
import org.convscape.weights.WeightStore;

/** The arrays that were taken over from weight stores, kept from run to run up to a number of bytes. */
final class WeightCache<T> {

    private record Key(WeightStore store, String node, WeightSpec spec) {}

    private final Backend<T> backend;
    private final long limit;
    private final Map<Key, T> arrays = new LinkedHashMap<>(16, 0.75f, true);
    private long bytes;

    WeightCache(Backend<T> backend, long limit) {
        this.backend = backend;
        this.limit = limit;
    }

    /** The array of a node; stays valid until the next {@link #trim}. */
    T get(WeightStore store, String node, WeightSpec spec) {
        Key key = new Key(store, node, spec);
        T array = arrays.get(key);
        if (array == null) {
            array = backend.uploadWeight(store.get(node, spec));
            arrays.put(key, array);
            bytes += bytes(spec);
        }
        return array;
    }

    /** Gives back the arrays that were not used for longest, until the limit is kept. */
    void trim() {
        trimTo(limit);
    }

    /** Gives back every array. */
    void clear() {
        trimTo(0);
    }

    private void trimTo(long target) {
        Iterator<Map.Entry<Key, T>> oldest = arrays.entrySet().iterator();
        while (bytes > target && oldest.hasNext()) {
            Map.Entry<Key, T> entry = oldest.next();
            bytes -= bytes(entry.getKey().spec());
            backend.release(entry.getValue());
            oldest.remove();
        }
    }

    private static long bytes(WeightSpec spec) {
        return spec.elements() * Float.BYTES;
    }
}
