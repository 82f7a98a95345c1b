package org.convscape.io.onnx.importing;

import java.util.List;

/**
 * A part of one of our axes, as a dimension of ONNX goes through it: index i of it is {@code stride · i} on the axis.
 *
 * @param size how many indices it has; 2 or more
 */
record Atom(Axis axis, int stride, int size) {

    /** The axes of maps, and of what was maps before it became a vector. */
    enum Axis {
        ROWS,
        COLUMNS,
        CHANNELS
    }

    /** A whole axis; none where that has but one index. */
    static List<Atom> whole(Axis axis, int size) {
        return size == 1 ? List.of() : List.of(new Atom(axis, 1, size));
    }

    /** True when the other one counts through what one step of this one passes over. */
    boolean joins(Atom finer) {
        return axis == finer.axis && stride == finer.stride * finer.size;
    }

    /** Both as one. */
    Atom joined(Atom finer) {
        return new Atom(axis, finer.stride, size * finer.size);
    }
}
