package org.convscape.io.onnx.importing;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.stream.Collectors;
import org.convscape.tensor.Shape;

/**
 * How a value of ONNX lies on ours: each of its dimensions goes through parts of our axes, the coarsest first. A
 * dimension of 1, such as the batch, goes through none. So reshaping and transposing change the arrangement and move
 * nothing, and what a file moves to and fro comes out even.
 */
record Arrangement(List<List<Atom>> dimensions) {

    /** Joins parts that belong together. */
    Arrangement {
        dimensions = dimensions.stream().map(Arrangement::joined).toList();
    }

    /** Batch, channels, rows, columns. */
    static Arrangement ofMaps(Shape shape) {
        return new Arrangement(List.of(
                List.of(),
                Atom.whole(Atom.Axis.CHANNELS, shape.channels()),
                Atom.whole(Atom.Axis.ROWS, shape.height()),
                Atom.whole(Atom.Axis.COLUMNS, shape.width())));
    }

    /** Batch, rows, columns, channels. */
    static Arrangement ofMapsChannelsLast(Shape shape) {
        return ofMaps(shape).permuted(0, 2, 3, 1);
    }

    /** Batch and values. */
    static Arrangement ofVector(int length) {
        return new Arrangement(List.of(List.of(), Atom.whole(Atom.Axis.CHANNELS, length)));
    }

    private static List<Atom> joined(List<Atom> atoms) {
        List<Atom> joined = new ArrayList<>();
        for (Atom atom : atoms) {
            int last = joined.size() - 1;
            if (last >= 0 && joined.get(last).joins(atom)) {
                joined.set(last, joined.get(last).joined(atom));
            } else {
                joined.add(atom);
            }
        }
        return List.copyOf(joined);
    }

    int rank() {
        return dimensions.size();
    }

    /** How long a dimension is. */
    int size(int dimension) {
        return dimensions.get(dimension).stream().mapToInt(Atom::size).reduce(1, Math::multiplyExact);
    }

    /** All lengths. */
    long[] sizes() {
        long[] sizes = new long[rank()];
        Arrays.setAll(sizes, this::size);
        return sizes;
    }

    /** As a person reads it: {@code 1×64×7×7}. */
    String text() {
        return Arrays.stream(sizes()).mapToObj(Long::toString).collect(Collectors.joining("×"));
    }

    /** An axis from the front, also where it is counted from the back. */
    int axis(long given) {
        if (given < -rank() || given >= rank()) {
            throw new Refused("axis " + given + " is none of its input's " + rank() + " dimensions");
        }
        return (int) (given < 0 ? given + rank() : given);
    }

    /** With dimension {@code order[i]} in place i. */
    Arrangement permuted(int... order) {
        return new Arrangement(Arrays.stream(order).mapToObj(dimensions::get).toList());
    }

    /** With other dimensions for the same values in the same order. */
    Arrangement reshaped(long... target) {
        Deque<Atom> left = new ArrayDeque<>(
                joined(dimensions.stream().flatMap(List::stream).toList()));
        List<List<Atom>> dimensioned = new ArrayList<>();
        for (long extent : target) {
            List<Atom> taken = new ArrayList<>();
            long needed = extent;
            while (needed > 1) {
                Atom next = left.poll();
                if (next != null && needed % next.size() == 0) {
                    taken.add(next);
                    needed /= next.size();
                } else if (next != null && next.size() % needed == 0) {
                    int rest = (int) (next.size() / needed);
                    taken.add(new Atom(next.axis(), next.stride() * rest, (int) needed));
                    left.push(new Atom(next.axis(), next.stride(), rest));
                    needed = 1;
                } else {
                    throw new Refused(text() + " cannot be read as "
                            + Arrays.stream(target).mapToObj(Long::toString).collect(Collectors.joining("×"))
                            + " without rows, columns and channels mixing");
                }
            }
            dimensioned.add(taken);
        }
        if (!left.isEmpty()) {
            throw new Refused(text() + " has more values than "
                    + Arrays.stream(target).mapToObj(Long::toString).collect(Collectors.joining("×")));
        }
        return new Arrangement(dimensioned);
    }

    /** True when it is batch, channels, rows, columns of whole maps. */
    boolean isMaps(Shape frame) {
        return equals(ofMaps(frame));
    }

    /**
     * In how many groups the channels were before they were read by columns; 0 where that is not all that differs from
     * maps.
     */
    int shuffledGroups(Shape frame) {
        if (rank() != 4 || dimensions.get(1).size() != 2) {
            return 0;
        }
        Atom first = dimensions.get(1).get(0);
        Atom second = dimensions.get(1).get(1);
        boolean turned = second.joins(first)
                && first.axis() == Atom.Axis.CHANNELS
                && first.stride() == 1
                && first.size() * second.size() == frame.channels();
        List<List<Atom>> straight = new ArrayList<>(dimensions);
        straight.set(1, Atom.whole(Atom.Axis.CHANNELS, frame.channels()));
        return turned && new Arrangement(straight).isMaps(frame) ? second.size() : 0;
    }

    /** For each index of a dimension the position of that value in ours, where channels are fastest. */
    int[] order(int dimension, Shape frame) {
        int[] order = new int[size(dimension)];
        for (int i = 0; i < order.length; i++) {
            int rest = i;
            int at = 0;
            List<Atom> atoms = dimensions.get(dimension);
            for (int a = atoms.size() - 1; a >= 0; a--) {
                Atom atom = atoms.get(a);
                int index = rest % atom.size() * atom.stride();
                rest /= atom.size();
                at += switch (atom.axis()) {
                    case CHANNELS -> index;
                    case COLUMNS -> index * frame.channels();
                    case ROWS -> index * frame.channels() * frame.width();
                };
            }
            order[i] = at;
        }
        return order;
    }
}
