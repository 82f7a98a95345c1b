package org.convscape.engine;

import java.util.List;
import java.util.Optional;
import org.convscape.op.FusedMath;
import org.convscape.op.TensorMath;
import org.convscape.tensor.Tensor;

/**
 * An arithmetic and the memory it works in. All calls come from one thread.
 *
 * @param <T> a value of this arithmetic
 */
public interface Backend<T> extends AutoCloseable {

    /** The verbs. */
    TensorMath<T> math();

    /**
     * The same verbs, where element-wise ones (clip, add, scale) may write over their first input and return it. By
     * default they do not.
     */
    default TensorMath<T> overwriting() {
        return math();
    }

    /** The linear verbs with what follows them, where this arithmetic can do both at once. */
    default Optional<FusedMath<T>> fused() {
        return Optional.empty();
    }

    /** Takes an activation over: of each picture a stack of maps or a vector, all of one shape. */
    T upload(List<Tensor> activation);

    /** Takes an activation of one picture over. */
    default T upload(Tensor activation) {
        return upload(List.of(activation));
    }

    /** Whether values may be of more than one picture. */
    default boolean batches() {
        return false;
    }

    /** Takes the array of a node over, with the dimensions it has. */
    T uploadWeight(Tensor weight);

    /**
     * An array of weights times a factor for each channel, as {@link Tensor#timesChannels} does.
     *
     * @param kept whether the array itself is still wanted; otherwise it may become the result
     */
    T scaledWeight(T weight, float[] factors, boolean kept);

    /** Copies one picture's activation to the heap, with the dimensions of one picture; pictures count from 0. */
    Tensor download(T value, int picture);

    /** Copies the first picture's activation to the heap. */
    default Tensor download(T value) {
        return download(value, 0);
    }

    /** Gives the memory of a value back; it must not be used any more. */
    void release(T value);

    /** Gives memory that waits for its next use back to the system. */
    void trim();

    /** How many bytes may still be taken. */
    long availableBytes();

    /** What computes, for a status line: name, version, build. */
    String description();

    /** With how many threads it computes. */
    default int threads() {
        return 1;
    }

    /** Gives all memory back; nothing may be called afterwards. */
    @Override
    void close();
}
