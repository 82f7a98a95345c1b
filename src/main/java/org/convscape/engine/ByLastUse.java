package org.convscape.engine;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Values that are kept until their bytes are needed: what was not asked for longest goes first. */
final class ByLastUse<K, V> {
    private record Entry<V>(V value, long bytes) {}

    private final Consumer<V> letGo;
    private final Map<K, Entry<V>> entries = new LinkedHashMap<>(16, 0.75f, true);
    private long bytes;

    /**
     * An empty store.
     *
     * @param letGo takes each value that goes
     */
    ByLastUse(Consumer<V> letGo) {
        this.letGo = letGo;
    }

    boolean has(K key) {
        return entries.containsKey(key);
    }

    /** The value of that key, used just now; null where there is none. */
    V get(K key) {
        Entry<V> entry = entries.get(key);
        return entry == null ? null : entry.value();
    }

    /** Keeps a value under a key that has none. */
    void put(K key, V value, long size) {
        entries.put(key, new Entry<>(value, size));
        bytes += size;
    }

    /** Lets values go until no more than so many bytes are kept. */
    void trimTo(long target) {
        Iterator<Entry<V>> oldest = entries.values().iterator();
        while (bytes > target && oldest.hasNext()) {
            Entry<V> entry = oldest.next();
            bytes -= entry.bytes();
            oldest.remove();
            letGo.accept(entry.value());
        }
    }
}
