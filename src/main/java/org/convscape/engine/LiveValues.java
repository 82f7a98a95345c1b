package org.convscape.engine;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The outputs that exist at one moment of a run, or after it, by path. */
final class LiveValues<T> {
    private final ValueLedger<T> ledger;
    private final Map<String, T> byPath = new LinkedHashMap<>();

    LiveValues(ValueLedger<T> ledger) {
        this.ledger = ledger;
    }

    T get(String path) {
        return byPath.get(path);
    }

    boolean has(String path) {
        return byPath.containsKey(path);
    }

    void put(String path, T value) {
        byPath.put(path, ledger.hold(value));
    }

    void release(String path) {
        ledger.release(byPath.remove(path));
    }

    void releaseAll() {
        List.copyOf(byPath.keySet()).forEach(this::release);
    }
}
