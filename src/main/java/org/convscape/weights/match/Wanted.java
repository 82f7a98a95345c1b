package org.convscape.weights.match;

import java.util.List;
import java.util.Optional;
import org.convscape.op.WeightSpec;
import org.convscape.tensor.Shape;

/**
 * An array that a network needs.
 *
 * @param origin where its node was made
 * @param part how its numbers lie
 * @param flattened the maps that a dense layer sees as one vector; empty for all other arrays
 * @param names what files may call it, one for each way of naming; the ways stand in the same order for all arrays
 * @param layer its layer, as Keras counts layers: both halves of a separable convolution belong to one
 */
public record Wanted(
        String origin, WeightSpec spec, Part part, Optional<Shape> flattened, List<Name> names, String layer) {

    /** What a file calls an array, and how a file lays it out that names its arrays in that way. */
    public record Name(String text, FileLayout layout) {}

    /** What kind of array it is, which decides how libraries lay it out. */
    public enum Part {
        /** {@code [kH, kW, C/groups, N]}. */
        CONVOLUTION,
        /** {@code [kH, kW, C, m]}. */
        DEPTHWISE,
        /** {@code [in, out]}. */
        DENSE,
        /** One number for each channel. */
        VECTOR
    }

    /** Keeps an unmodifiable copy. */
    public Wanted {
        names = List.copyOf(names);
    }
}
