package org.convscape.engine;

/**
 * The outputs of earlier runs, up to a number of bytes: what was not used for longest goes first. Maps that somebody
 * looks at stay with him; here they only stop being found.
 */
final class EarlierValues<T> {

    /** An output and how long it took. */
    record Entry<T>(T value, double milliseconds) {}

    private final ValueLedger<T> ledger;
    private final long limit;
    private final ByLastUse<Long, Entry<T>> entries;

    EarlierValues(ValueLedger<T> ledger, long limit) {
        this.ledger = ledger;
        this.limit = limit;
        this.entries = new ByLastUse<>(entry -> ledger.release(entry.value()));
    }

    boolean has(long key) {
        return entries.has(key);
    }

    Entry<T> get(long key) {
        return entries.get(key);
    }

    void put(long key, T value, long size, double milliseconds) {
        if (!entries.has(key) && size <= limit) {
            entries.put(key, new Entry<>(ledger.hold(value), milliseconds), size);
            entries.trimTo(limit);
        }
    }

    /** Forgets everything. */
    void clear() {
        entries.trimTo(0);
    }
}
