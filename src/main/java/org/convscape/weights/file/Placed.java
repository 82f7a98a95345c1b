package org.convscape.weights.file;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Numbers that stand in a file as they are, possibly in another order than row by row.
 *
 * @param begin the byte where the first element stands
 * @param strides how many elements the next one is away, for each dimension; never negative
 */
record Placed(FileBytes file, long begin, ByteOrder order, StoredArray array, List<Long> strides) implements Values {
    private static final int PIECE = 1 << 18;
    private static final int AFAR = 1 << 12;

    /** Row by row, without gaps. */
    static Placed plain(FileBytes file, long begin, StoredArray array) {
        return new Placed(file, begin, ByteOrder.LITTLE_ENDIAN, array, rowByRow(array.dimensions()));
    }

    /** The strides of an array whose rows follow each other. */
    static List<Long> rowByRow(List<Long> dimensions) {
        Long[] strides = new Long[dimensions.size()];
        long stride = 1;
        for (int i = strides.length - 1; i >= 0; i--) {
            strides[i] = stride;
            stride *= Math.max(1, dimensions.get(i));
        }
        return List.of(strides);
    }

    @Override
    public float[] read() {
        float[] values = Room.floats(file, array);
        if (values.length == 0) {
            return values;
        }
        // What has one element in a direction may have any stride there.
        List<Integer> axes = IntStream.range(0, strides.size())
                .filter(axis -> array.dimensions().get(axis) > 1)
                .boxed()
                .toList();
        List<Long> plain = rowByRow(array.dimensions());
        if (axes.stream().allMatch(axis -> strides.get(axis).equals(plain.get(axis)))) {
            inARow(values);
        } else {
            scattered(values, axes, plain);
        }
        return values;
    }

    private void inARow(float[] values) {
        int width = array.type().bytes();
        int most = PIECE / width;
        ByteBuffer piece =
                ByteBuffer.allocateDirect(Math.min(most, values.length) * width).order(order);
        for (int from = 0; from < values.length; from += most) {
            int count = Math.min(most, values.length - from);
            piece.clear().limit(count * width);
            file.fill(begin + (long) from * width, piece);
            Conversion.convert(piece.flip(), array.type(), values, from, count);
        }
    }

    /** In the order of the file, so that it is read once from front to back: long strides are outer loops. */
    private void scattered(float[] values, List<Integer> axes, List<Long> plain) {
        List<Integer> outerFirst = new ArrayList<>(axes);
        outerFirst.sort(Comparator.comparing(strides::get).reversed());
        int rank = outerFirst.size();
        int[] sizes = new int[rank];
        long[] from = new long[rank];
        int[] to = new int[rank];
        for (int i = 0; i < rank; i++) {
            int axis = outerFirst.get(i);
            sizes[i] = Math.toIntExact(array.dimensions().get(axis));
            from[i] = strides.get(axis);
            to[i] = Math.toIntExact(plain.get(axis));
        }
        int[] index = new int[rank];
        Window window = new Window();
        long source = 0;
        int target = 0;
        for (int done = 0; done < values.length; done++) {
            window.convert(source, values, target);
            for (int i = rank - 1; i >= 0; i--) {
                source += from[i];
                target += to[i];
                if (++index[i] < sizes[i]) {
                    break;
                }
                source -= from[i] * sizes[i];
                target -= to[i] * sizes[i];
                index[i] = 0;
            }
        }
    }

    /** A piece of the file; further along it is read in large pieces, after a jump in small ones. */
    private final class Window {
        private final int width = array.type().bytes();
        private final long end = last() + 1;
        private final ByteBuffer piece = ByteBuffer.allocate(PIECE).order(order);
        private long first;
        private long count;

        void convert(long element, float[] values, int target) {
            if (element < first || element >= first + count) {
                boolean next = element >= first && element < first + count + PIECE;
                first = element;
                count = Math.min((next ? PIECE : AFAR) / width, end - element);
                piece.clear().limit((int) count * width);
                file.fill(begin + first * width, piece);
            }
            piece.limit(piece.capacity()).position((int) (element - first) * width);
            Conversion.convert(piece, array.type(), values, target, 1);
        }

        private long last() {
            long last = 0;
            for (int axis = 0; axis < strides.size(); axis++) {
                last += (array.dimensions().get(axis) - 1) * strides.get(axis);
            }
            return last;
        }
    }
}
