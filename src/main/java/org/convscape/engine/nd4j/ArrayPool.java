package org.convscape.engine.nd4j;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
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

    /** The shape that was asked for longest ago comes first. */
    private final Map<List<Long>, Deque<INDArray>> idle = new LinkedHashMap<>(16, 0.75f, true);

    /** Describing an array anew takes as long as a small operation. */
    private final Map<INDArray, INDArray> matrices = new IdentityHashMap<>();

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
        idle.computeIfAbsent(key(array.shape()), shape -> new ArrayDeque<>()).push(array);
        idleBytes += bytes(array);
        shrinkTo(limit);
    }

    /** The same memory as rows of the last dimension; for arrays that come back to this pool. */
    INDArray matrix(INDArray array) {
        long last = array.size(array.rank() - 1);
        return matrices.computeIfAbsent(array, owner -> owner.reshape(owner.length() / last, last));
    }

    private void shrinkTo(long target) {
        Iterator<Deque<INDArray>> oldest = idle.values().iterator();
        while (idleBytes > target && oldest.hasNext()) {
            Deque<INDArray> waiting = oldest.next();
            while (idleBytes > target && !waiting.isEmpty()) {
                INDArray array = waiting.pop();
                idleBytes -= bytes(array);
                matrices.remove(array);
                array.close();
            }
            if (waiting.isEmpty()) {
                oldest.remove();
            }
        }
    }

    /** The bytes of the arrays that wait. */
    long idleBytes() {
        return idleBytes;
    }

    /** Frees every array that waits. */
    void clear() {
        shrinkTo(0);
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
