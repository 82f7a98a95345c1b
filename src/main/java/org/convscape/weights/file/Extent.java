package org.convscape.weights.file;

import java.util.List;
import java.util.OptionalLong;

/** How much dimensions amount to, without overflow. */
final class Extent {
    private Extent() {}

    /** The number of elements; empty where a dimension is negative or the number of bytes overflows. */
    static OptionalLong elements(List<Long> dimensions, int bytesEach) {
        if (dimensions.stream().anyMatch(each -> each < 0)) {
            return OptionalLong.empty();
        }
        if (dimensions.contains(0L)) {
            return OptionalLong.of(0);
        }
        try {
            long product = 1;
            for (long each : dimensions) {
                product = Math.multiplyExact(product, each);
            }
            Math.multiplyExact(product, (long) bytesEach);
            return OptionalLong.of(product);
        } catch (ArithmeticException e) {
            return OptionalLong.empty();
        }
    }
}
