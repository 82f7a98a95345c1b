package org.convscape.engine;

import java.util.List;
import java.util.function.Supplier;
import org.convscape.op.WeightSpec;
import org.convscape.tensor.Tensor;
import org.convscape.weights.Fold;
import org.convscape.weights.WeightStore;

/** The arrays that were taken over from weight stores, kept from run to run up to a number of bytes. */
final class WeightCache<T> {

    /** Fetches an array, which may take long: a large one is drawn number by number. */
    interface Fetching {
        /** What the supplier gives. */
        <R> R fetch(Supplier<R> supplier);
    }

    /** An array belongs to an origin, or to a fold of several. */
    private record Key(WeightStore store, Object owner, String name, List<Integer> dimensions) {}

    /** So many numbers take some ten milliseconds to draw. */
    private static final long LARGE = 1 << 20;

    private final Backend<T> backend;
    private final NotFinite<T> notFinite;
    private final long limit;
    private final ByLastUse<Key, T> arrays;

    WeightCache(Backend<T> backend, NotFinite<T> notFinite, long limit) {
        this.backend = backend;
        this.notFinite = notFinite;
        this.limit = limit;
        this.arrays = new ByLastUse<>(this::giveBack);
    }

    /** The array of a node; stays valid until the next {@link #trim}. */
    T get(WeightStore store, String origin, WeightSpec spec, Fetching fetching) {
        Key key = new Key(store, origin, spec.name(), spec.dimensions());
        T array = arrays.get(key);
        return array == null ? put(key, fetching.fetch(() -> store.get(origin, spec))) : array;
    }

    /**
     * An array of several nodes that are computed as one; stays valid until the next {@link #trim}. A large kernel is
     * also kept as it was before folding: drawing it again would keep somebody waiting who edits what is folded into
     * it, or opens the map between the nodes.
     */
    T get(WeightStore store, Fold fold, List<WeightSpec> specs, WeightSpec wanted, Fetching fetching) {
        Key key = new Key(store, fold, wanted.name(), wanted.dimensions());
        T array = arrays.get(key);
        if (array == null) {
            Fold.Scaling scaling = fetching.fetch(() -> fold.scaling(store, specs));
            for (WeightSpec spec : specs) {
                Key each = new Key(store, fold, spec.name(), spec.dimensions());
                if (!arrays.has(each)) {
                    add(each, fold, spec, scaling, fetching);
                }
            }
            array = arrays.get(key);
        }
        return array;
    }

    private void add(Key key, Fold fold, WeightSpec spec, Fold.Scaling scaling, Fetching fetching) {
        if (spec.role() == WeightSpec.Role.BIAS) {
            put(key, scaling.bias());
            return;
        }
        boolean kept = spec.elements() >= LARGE;
        String origin = fold.linear().origin();
        T kernel = kept
                ? get(key.store(), origin, spec, fetching)
                : takenOver(fetching.fetch(() -> key.store().get(origin, spec)));
        boolean finite = !notFinite.among(List.of(kernel)) && NotFinite.finite(scaling.factors());
        T scaled = backend.scaledWeight(kernel, scaling.factors(), kept);
        if (!kept) {
            notFinite.forget(kernel);
        }
        if (!finite) {
            notFinite.mark(scaled);
        }
        arrays.put(key, scaled, spec.elements() * Float.BYTES);
    }

    private T put(Key key, Tensor values) {
        T array = takenOver(values);
        arrays.put(key, array, (long) values.size() * Float.BYTES);
        return array;
    }

    private T takenOver(Tensor values) {
        T array = backend.uploadWeight(values);
        notFinite.look(array, List.of(values));
        return array;
    }

    private void giveBack(T array) {
        notFinite.forget(array);
        backend.release(array);
    }

    /** Gives back the arrays that were not used for longest, until the limit is kept. */
    void trim() {
        arrays.trimTo(limit);
    }

    /** Gives back every array. */
    void clear() {
        arrays.trimTo(0);
    }
}
