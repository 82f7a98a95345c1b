package org.convscape.engine.onednn;

import java.util.function.Supplier;
import org.bytedeco.javacpp.PointerScope;

/** Native objects that are needed while something is made, and no longer. */
final class Temporaries {
    private Temporaries() {}

    /** Does the work and frees all native objects that were made for it, save those that were retained. */
    @SuppressWarnings("unchecked") // The scope's constructor takes an array of a generic type, which is empty here.
    static <R> R freed(Supplier<R> work) {
        PointerScope scope = new PointerScope();
        try {
            return work.get();
        } finally {
            scope.close();
        }
    }
}
