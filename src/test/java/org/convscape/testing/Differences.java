package org.convscape.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.convscape.tensor.Tensor;

/** How far two tensors are apart. */
public final class Differences {
    private Differences() {}

    /** The largest difference, divided by the largest magnitude of the expected values. */
    public static double relative(Tensor expected, Tensor actual) {
        assertEquals(expected.shape(), actual.shape(), "shapes");
        double largest = 0;
        double difference = 0;
        for (int i = 0; i < expected.size(); i++) {
            float value = expected.values()[i];
            assertTrue(Float.isFinite(value) && Float.isFinite(actual.values()[i]), "a value is not finite");
            largest = Math.max(largest, Math.abs(value));
            difference = Math.max(difference, Math.abs(value - actual.values()[i]));
        }
        return difference == 0 ? 0 : difference / largest;
    }
}
