package org.convscape.op;

import java.util.List;

/**
 * The linear verbs of {@link TensorMath}, each with what is done to its result before that is written: the map in
 * between exists nowhere.
 *
 * @param <T> a value of this arithmetic
 */
public interface FusedMath<T> {

    /** {@link TensorMath#convolve}, and then the rest, in order. */
    T convolve(T input, T kernel, T bias, Placement window, int groups, List<Afterwards<T>> afterwards);

    /** {@link TensorMath#convolveDepthwise}, and then the rest, in order. */
    T convolveDepthwise(T input, T kernel, T bias, Placement window, List<Afterwards<T>> afterwards);

    /** {@link TensorMath#multiply}, and then the rest, in order. */
    T multiply(T input, T kernel, T bias, List<Afterwards<T>> afterwards);
}
