package org.convscape.engine;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Who holds which value. A run, the maps it leaves, and the memory of earlier runs may hold one and the same (dropout
 * passes its input on); its memory goes back when the last of them lets go.
 */
final class ValueLedger<T> {
    private final Backend<T> backend;
    private final NotFinite<T> notFinite;
    private final Map<T, Integer> holders = new IdentityHashMap<>();

    ValueLedger(Backend<T> backend, NotFinite<T> notFinite) {
        this.backend = backend;
        this.notFinite = notFinite;
    }

    /** One more holds the value. */
    T hold(T value) {
        holders.merge(value, 1, Integer::sum);
        return value;
    }

    /** One holder lets go. */
    void release(T value) {
        if (holders.merge(value, -1, Integer::sum) == 0) {
            holders.remove(value);
            giveBack(value);
        }
    }

    /** True when nobody but one holds the value. */
    boolean heldOnce(T value) {
        return holders.getOrDefault(value, 0) == 1;
    }

    /** Gives back what a step made and nobody holds. */
    void releaseLeftovers(List<T> made) {
        Map<T, Boolean> released = new IdentityHashMap<>();
        for (T value : made) {
            if (!holders.containsKey(value) && released.put(value, true) == null) {
                giveBack(value);
            }
        }
    }

    private void giveBack(T value) {
        notFinite.forget(value);
        backend.release(value);
    }
}
