package org.convscape.engine;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The outputs of earlier runs, up to a number of bytes: what was not used for longest goes first. Maps that somebody
 * looks at stay with him; here they only stop being found.
 */
final class EarlierValues<T> {

    /** An output and how long it took. */
    record Entry<T>(T value, long bytes, double milliseconds) {}

    private final ValueLedger<T> ledger;
    private final long limit;
    private final Map<Long, Entry<T>> entries = new LinkedHashMap<>(16, 0.75f, true);
    private long bytes;

    EarlierValues(ValueLedger<T> ledger, long limit) {
        this.ledger = ledger;
        this.limit = limit;
    }

    boolean has(long key) {
        return entries.containsKey(key);
    }

    Entry<T> get(long key) {
        return entries.get(key);
    }

    void put(long key, T value, long size, double milliseconds) {
        if (!entries.containsKey(key) && size <= limit) {
            entries.put(key, new Entry<>(ledger.hold(value), size, milliseconds));
            bytes += size;
            trimTo(limit);
        }
    }

    /** Forgets everything. */
    void clear() {
        trimTo(0);
    }

    private void trimTo(long target) {
        Iterator<Entry<T>> oldest = entries.values().iterator();
        while (bytes > target && oldest.hasNext()) {
            Entry<T> entry = oldest.next();
            bytes -= entry.bytes();
            oldest.remove();
            ledger.release(entry.value());
        }
    }
}
