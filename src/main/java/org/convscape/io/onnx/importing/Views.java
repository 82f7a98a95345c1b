package org.convscape.io.onnx.importing;

import java.util.Arrays;
import java.util.stream.IntStream;

/** What operators that only look at values otherwise make of their dimensions, of constants and of layers alike. */
final class Views {
    private Views() {}

    /** The dimensions that a Shape gives: all, or those from one to another. */
    static long[] shape(NodeReader node, long... dimensions) {
        int rank = dimensions.length;
        int from = within(node.integer("start", 0), rank);
        int to = within(node.integer("end", rank), rank);
        return Arrays.copyOfRange(dimensions, from, Math.max(from, to));
    }

    private static int within(long index, int rank) {
        return (int) Math.max(0, Math.min(rank, index < 0 ? index + rank : index));
    }

    /** What a Reshape asks for, with 0 and -1 resolved. */
    static long[] reshaped(NodeReader node, long... dimensions) {
        long[] target = node.integers("shape", 1);
        if (target == null) {
            throw new Refused("the shape that it makes is missing");
        }
        long[] resolved = target.clone();
        boolean zeroIsZero = node.integer("allowzero", 0) == 1;
        int open = -1;
        long known = 1;
        for (int i = 0; i < resolved.length; i++) {
            if (resolved[i] == 0 && !zeroIsZero) {
                if (i >= dimensions.length) {
                    throw new Refused("it keeps dimension " + i + ", and its input has " + dimensions.length);
                }
                resolved[i] = dimensions[i];
            }
            if (resolved[i] == -1 && open < 0) {
                open = i;
            } else if (resolved[i] < 0 || (resolved[i] == 0 && zeroIsZero)) {
                throw new Refused("it asks for a dimension of " + resolved[i]);
            } else {
                known = Math.multiplyExact(known, resolved[i]);
            }
        }
        long all = OnnxArray.elements(dimensions);
        if (open >= 0) {
            resolved[open] = known == 0 ? 0 : all / known;
            known *= resolved[open];
        }
        if (known != all) {
            throw new Refused("it makes " + known + " values of " + all);
        }
        return resolved;
    }

    static long[] flattened(NodeReader node, long... dimensions) {
        long given = node.integer("axis", 1);
        int axis = within(given, dimensions.length);
        return new long[] {
            OnnxArray.elements(Arrays.copyOfRange(dimensions, 0, axis)),
            OnnxArray.elements(Arrays.copyOfRange(dimensions, axis, dimensions.length))
        };
    }

    static long[] unsqueezed(NodeReader node, long... dimensions) {
        long[] axes = node.integers("axes", 1);
        if (axes == null) {
            throw new Refused("the axes that it adds are missing");
        }
        int rank = dimensions.length + axes.length;
        long[] more = new long[rank];
        for (long axis : axes) {
            more[axis(axis, rank)] = 1;
        }
        int next = 0;
        for (int i = 0; i < rank; i++) {
            if (more[i] == 0) {
                more[i] = dimensions[next++];
            }
        }
        return more;
    }

    static long[] squeezed(NodeReader node, long... dimensions) {
        long[] axes = node.integers("axes", 1);
        boolean[] gone = new boolean[dimensions.length];
        for (int i = 0; axes == null && i < gone.length; i++) {
            gone[i] = dimensions[i] == 1;
        }
        for (long axis : axes == null ? new long[0] : axes) {
            int at = axis(axis, dimensions.length);
            gone[at] = dimensions[at] == 1;
            if (!gone[at]) {
                throw new Refused("it takes dimension " + at + " away, which is " + dimensions[at] + " and not 1");
            }
        }
        return IntStream.range(0, gone.length)
                .filter(i -> !gone[i])
                .mapToLong(i -> dimensions[i])
                .toArray();
    }

    static int[] order(NodeReader node, int rank) {
        long[] given = node.integers(
                "perm", IntStream.range(0, rank).mapToLong(i -> rank - 1 - i).toArray());
        int[] order = Arrays.stream(given).mapToInt(Math::toIntExact).toArray();
        if (!Arrays.equals(
                IntStream.of(order).sorted().toArray(), IntStream.range(0, rank).toArray())) {
            throw new Refused("its order " + Arrays.toString(order) + " is none of " + rank + " dimensions");
        }
        return order;
    }

    static int axis(long given, int rank) {
        if (given < -rank || given >= rank) {
            throw new Refused("axis " + given + " is none of " + rank + " dimensions");
        }
        return (int) (given < 0 ? given + rank : given);
    }

    /** Where a slice begins, ends and how it steps, along one axis. */
    record Cut(int axis, long start, long end, long step) {
        /** How many are kept of so many. */
        long kept() {
            return Math.max(0, step > 0 ? (end - start + step - 1) / step : (start - end - step - 1) / -step);
        }
    }

    /** What a Slice does along each axis that it names, within the dimensions. */
    static Cut[] cuts(NodeReader node, long... dimensions) {
        long[] starts = node.integers("starts", 1);
        long[] ends = node.integers("ends", 2);
        if (starts == null || ends == null || starts.length != ends.length) {
            throw new Refused("where it begins and ends is missing");
        }
        long[] given = node.integers("axes", 3);
        long[] axes =
                given == null ? IntStream.range(0, starts.length).asLongStream().toArray() : given;
        long[] some = node.has(4) ? node.array(4, "its steps").whole() : null;
        Cut[] cuts = new Cut[starts.length];
        for (int i = 0; i < cuts.length; i++) {
            int axis = axis(axes[i], dimensions.length);
            long extent = dimensions[axis];
            long step = some == null ? 1 : some[i];
            if (step == 0) {
                throw new Refused("a step of 0 leads nowhere");
            }
            long start = starts[i] < 0 ? starts[i] + extent : starts[i];
            long end = ends[i] < 0 ? Math.max(ends[i] + extent, -1) : ends[i];
            cuts[i] = step > 0
                    ? new Cut(axis, Math.max(0, Math.min(start, extent)), Math.max(0, Math.min(end, extent)), step)
                    : new Cut(
                            axis,
                            Math.max(0, Math.min(start, extent - 1)),
                            Math.max(-1, Math.min(end, extent - 1)),
                            step);
        }
        return cuts;
    }
}
