package org.convscape.engine;

import org.convscape.op.TensorMath;
import org.convscape.tensor.Tensor;

/**
 * An arithmetic and the memory it works in. All calls come from one thread.
 *
 * @param <T> a value of this arithmetic
 */
public interface Backend<T> {

    /** The verbs. */
    TensorMath<T> math();

    /** Takes a heap array over. */
    T upload(Tensor tensor);

    /** Copies a value to the heap, with the dimensions of one picture. */
    Tensor download(T value);

    /** Gives the memory of a value back; it must not be used any more. */
    void release(T value);

    /** What computes, for a status line: name, version, build. */
    String description();
}
