package org.convscape.engine.nd4j;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Native arrays that wait for their next use, by shape. A run needs the same shapes as the run before it, and fresh
 * memory costs more than the arithmetic of a small layer because the system hands it out page by page.
 */
final class ArrayPool {

    private final Map<List<Long>, Deque<INDArray>> idle = new HashMap<>();
    private final long limit;
    private long idleBytes;

    /** A pool that keeps at most {@code limit} bytes idle. */
    ArrayPool(long limit) {
        this.limit = limit;
    }

    /** An array of that shape; what it holds is left over from earlier use. */
    INDArray take(long... shape) {
        Deque<INDArray> waiting = idle.get(key(shape));
        if (waiting != null && !waiting.isEmpty()) {
            INDArray array = waiting.pop();
            idleBytes -= bytes(array);
            return array;
        }
        return Nd4j.createUninitialized(DataType.FLOAT, shape, 'c');
    }

    /** Takes an array back that {@link #take} gave, or another that owns its memory. */
    void giveBack(INDArray array) {
        if (idleBytes + bytes(array) > limit) {
            array.close();
            return;
        }
        idleBytes += bytes(array);
        idle.computeIfAbsent(key(array.shape()), shape -> new ArrayDeque<>()).push(array);
    }

    /** The bytes of the arrays that wait. */
    long idleBytes() {
        return idleBytes;
    }

    /** Frees every array that waits. */
    void clear() {
        idle.values().forEach(waiting -> waiting.forEach(INDArray::close));
        idle.clear();
        idleBytes = 0;
    }

    private static long bytes(INDArray array) {
        return array.length() * Float.BYTES;
    }

    private static List<Long> key(long... shape) {
        List<Long> key = new ArrayList<>(shape.length);
        for (long extent : shape) {
            key.add(extent);
        }
        return key;
    }
}
