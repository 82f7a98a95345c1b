package org.convscape.engine;

import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.convscape.tensor.Tensor;

/**
 * Which values may hold infinities or what is no number (NaN), because a picture or an array of weights brought some
 * and they were computed from it. What overflows in a network whose pictures and weights are all finite is not known
 * here.
 */
final class NotFinite<T> {
    private final Set<T> values = Collections.newSetFromMap(new IdentityHashMap<>());

    /** Remembers a value if what it was made from is not all finite. */
    void look(T value, List<Tensor> from) {
        if (!from.stream().allMatch(NotFinite::finite)) {
            values.add(value);
        }
    }

    /** True where every value is a finite number. */
    static boolean finite(Tensor tensor) {
        return finite(tensor.values());
    }

    /** True where every value is a finite number. */
    static boolean finite(float[] values) {
        for (float value : values) {
            if (!Float.isFinite(value)) {
                return false;
            }
        }
        return true;
    }

    /** True where one of them is such a value. */
    boolean among(Collection<T> some) {
        return !values.isEmpty() && some.stream().anyMatch(values::contains);
    }

    /** Remembers a value that was computed from another such one. */
    void mark(T value) {
        values.add(value);
    }

    /** Forgets a value whose memory goes back. */
    void forget(T value) {
        values.remove(value);
    }
}
