package org.convscape.weights.file;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * An array that a file holds, as the file describes it. None of its dimensions is negative, and neither the number of
 * its elements nor that of its bytes overflows 64 bits; a dimension of 0 makes it empty, none at all a scalar.
 *
 * @param name as the file has it; within one file no two are equal
 * @param dimensions from the slowest to the fastest
 * @param type what the file holds, not what is read
 */
public record StoredArray(String name, List<Long> dimensions, ElementType type) {

    /** Checks the dimensions. */
    public StoredArray {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(type, "type");
        dimensions = List.copyOf(dimensions);
        Extent.elements(dimensions, type.bytes())
                .orElseThrow(() -> new IllegalArgumentException("Dimensions that cannot be"));
    }

    /** How many numbers it has; 1 for a scalar. */
    public long elements() {
        return Extent.elements(dimensions, type.bytes()).orElseThrow();
    }

    /** The dimensions for a reader, such as {@code 64×3×7×7}; a scalar has none and says so. */
    public String shapeText() {
        return dimensions.isEmpty()
                ? "scalar"
                : dimensions.stream().map(String::valueOf).collect(Collectors.joining("×"));
    }
}
