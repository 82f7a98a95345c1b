package org.convscape.engine.onednn;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.bytedeco.dnnl.engine;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.reorder;
import org.bytedeco.dnnl.stream;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;

/**
 * Kernels in the order that the primitive which used them last asked for. Where that order takes no more room than the
 * kernel's own, the kernel itself is brought into it, so that a network's weights exist once.
 */
final class Kernels implements AutoCloseable {

    /** What is known of one kernel. */
    private static final class Known {
        /** How its owner gave it. */
        private final memory.desc given;

        /** How its own memory lies now. */
        private memory.desc lying;

        /** Where it also lies in an order that takes more room; null where nobody asked for one. */
        private memory larger;

        private memory.desc largerOrder;

        Known(memory.desc given) {
            this.given = copy(given);
            this.lying = copy(given);
        }

        void free() {
            given.releaseReference();
            lying.releaseReference();
            freeLarger();
        }

        void freeLarger() {
            if (larger != null) {
                larger.releaseReference();
                largerOrder.releaseReference();
                larger = null;
            }
        }
    }

    private final engine engine;
    private final stream stream;
    private final Map<Object, Known> byOwner = new IdentityHashMap<>();
    private BytePointer between;
    private int reordered;

    Kernels(engine engine, stream stream) {
        this.engine = engine;
        this.stream = stream;
    }

    /** A description that outlives the scope it is made in. */
    private static memory.desc copy(memory.desc order) {
        memory.desc copy = new memory.desc(order.data());
        copy.retainReference();
        return copy;
    }

    /** Where a kernel lies in the order that a primitive asks for; {@code given} says how its owner gave it. */
    Pointer in(Compiled primitive, Supplier<memory.desc> given, Weight kernel) {
        Known known = byOwner.get(kernel.owner());
        if (known == null) {
            known = Temporaries.freed(() -> new Known(given.get()));
            byOwner.put(kernel.owner(), known);
        }
        return in(primitive.kernelOrder(), known, kernel.memory());
    }

    /** Brings a kernel back into the order in which its owner gave it. */
    void restore(Weight kernel) {
        Known known = byOwner.get(kernel.owner());
        if (known != null) {
            in(known.given, known, kernel.memory());
        }
    }

    private Pointer in(memory.desc order, Known known, Pointer own) {
        if (known.lying.equals(order)) {
            return own;
        }
        if (known.larger == null || !known.largerOrder.equals(order)) {
            Temporaries.freed(() -> bring(order, known, own));
        }
        return known.lying.equals(order) ? own : known.larger.get_data_handle();
    }

    private boolean bring(memory.desc order, Known known, Pointer own) {
        long size = order.get_size();
        boolean fits = size <= known.given.get_size();
        memory target = fits ? new memory(order, engine, between(size)) : new memory(order, engine);
        memory source = new memory(known.lying, engine, own);
        new reorder(source, target).execute(stream, source, target);
        stream._wait();
        reordered++;
        if (fits) {
            Pointer.memcpy(own, between, size);
            memory.desc before = known.lying;
            known.lying = copy(order);
            before.releaseReference();
        } else {
            known.freeLarger();
            target.retainReference();
            known.larger = target;
            known.largerOrder = copy(order);
        }
        return true;
    }

    /** Room for a kernel on its way; the same for all, since fresh pages cost more than the way itself. */
    private Pointer between(long bytes) {
        if (between == null || between.capacity() < bytes) {
            freeBetween();
            between = new BytePointer(bytes);
            between.retainReference();
        }
        return between;
    }

    private void freeBetween() {
        if (between != null) {
            between.releaseReference();
            between = null;
        }
    }

    /** Forgets a kernel whose memory will be used for something else. */
    void forget(Object owner) {
        Known known = byOwner.remove(owner);
        if (known != null) {
            known.free();
        }
    }

    /** How many times a kernel was brought into another order. */
    int reordered() {
        return reordered;
    }

    /** How many kernels are known. */
    int held() {
        return byOwner.size();
    }

    /** Forgets all. */
    @Override
    public void close() {
        freeBetween();
        List.copyOf(byOwner.keySet()).forEach(this::forget);
    }
}
