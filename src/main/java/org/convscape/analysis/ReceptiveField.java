package org.convscape.analysis;

import java.util.ArrayList;
import java.util.List;
import org.convscape.attribute.Size;
import org.convscape.op.Placement;
import org.convscape.tensor.Shape;

/**
 * The part of the picture that a value of a map can depend on, in closed form: output row {@code i} sees the rows from
 * {@code offset + i · stride} on, {@code size} of them; likewise the columns. Rows before 0 or after the last lie in
 * padding.
 *
 * <p>Where paths join, it is the smallest rectangle around what each sees; dilation's gaps are inside it.
 */
public record ReceptiveField(Axis vertical, Axis horizontal) {

    /** What an input sees: itself. */
    static ReceptiveField ofPicture(Shape picture) {
        return new ReceptiveField(
                new Axis(picture.height(), List.of(Strand.POINT)), new Axis(picture.width(), List.of(Strand.POINT)));
    }

    /** What is seen through a window laid over what has this field. */
    ReceptiveField through(Placement window) {
        return new ReceptiveField(
                vertical.through(
                        window.output().height(),
                        window.kernel().height(),
                        window.stride().height(),
                        window.dilation().height(),
                        window.top()),
                horizontal.through(
                        window.output().width(),
                        window.kernel().width(),
                        window.stride().width(),
                        window.dilation().width(),
                        window.left()));
    }

    /**
     * What is seen where every position has become several. Where their number does not divide the stride, positions
     * next to each other look at places that no whole step parts: then all that any of them sees.
     */
    ReceptiveField enlarged(Size factor) {
        return factor.is(1)
                ? this
                : new ReceptiveField(vertical.enlarged(factor.height()), horizontal.enlarged(factor.width()));
    }

    /** What is seen by something that sees all positions at once. */
    ReceptiveField whole() {
        return new ReceptiveField(vertical.whole(), horizontal.whole());
    }

    /** What is seen where two paths join. */
    ReceptiveField with(ReceptiveField other) {
        return new ReceptiveField(vertical.with(other.vertical), horizontal.with(other.horizontal));
    }

    /** {@code 427×427}: height × width. */
    public String size() {
        return vertical.size() + "×" + horizontal.size();
    }

    /** True when some value sees every pixel of a picture of that shape. */
    public boolean covers(Shape picture) {
        return vertical.covers(picture.height()) && horizontal.covers(picture.width());
    }

    /** Rows or columns from {@code first} to {@code last}, both seen. */
    public record Interval(long first, long last) {

        /** True when the pixel lies inside. */
        public boolean contains(long pixel) {
            return first <= pixel && pixel <= last;
        }
    }

    /**
     * The field along one axis.
     *
     * @param positions how many positions the map has along this axis
     * @param strands one for each stride with which a path leads here: one only, unless paths of different strides join
     */
    public record Axis(int positions, List<Strand> strands) {

        /** Keeps an unmodifiable copy. */
        public Axis {
            strands = List.copyOf(strands);
        }

        /** What position {@code i} sees. */
        public Interval at(long i) {
            long first = Long.MAX_VALUE;
            long last = Long.MIN_VALUE;
            for (Strand strand : strands) {
                first = Math.min(first, strand.offset() + i * strand.stride());
                last = Math.max(last, strand.offset() + i * strand.stride() + strand.size() - 1);
            }
            return new Interval(first, last);
        }

        /** How many pixels a position sees; the most, where paths of different strides join. */
        public long size() {
            return Math.max(sizeAt(0), sizeAt(positions - 1L)); // convex in the position, so largest at an end
        }

        private long sizeAt(long i) {
            Interval seen = at(i);
            return seen.last() - seen.first() + 1;
        }

        /**
         * How far apart neighbouring positions look, in pixels; 0 where all see the same. The largest of the strands.
         */
        public long stride() {
            return strands.stream().mapToLong(Strand::stride).max().orElse(0);
        }

        /** The first pixel that position 0 sees; below 0 it lies in padding. */
        public long offset() {
            return at(0).first();
        }

        /** True when position i sees {@code offset + i · stride} and following: no paths of different strides join. */
        public boolean regular() {
            return strands.size() == 1;
        }

        private boolean covers(int extent) {
            for (long i = 0; i < positions; i++) {
                if (at(i).contains(0) && at(i).contains(extent - 1L)) {
                    return true;
                }
            }
            return false;
        }

        private Axis through(int outputs, int kernel, int stride, int dilation, int before) {
            List<Strand> seen = new ArrayList<>(strands.size());
            for (Strand strand : strands) {
                seen.add(strand.through(kernel, stride, dilation, before));
            }
            return new Axis(outputs, seen);
        }

        private Axis whole() {
            Interval first = at(0);
            Interval last = at(positions - 1L);
            long from = Math.min(first.first(), last.first());
            return new Axis(1, List.of(new Strand(Math.max(first.last(), last.last()) - from + 1, 0, from)));
        }

        private Axis enlarged(int factor) {
            boolean even = strands.stream().allMatch(strand -> strand.stride() % factor == 0);
            List<Strand> seen = even ? strands : whole().strands;
            return new Axis(
                    Math.multiplyExact(positions, factor),
                    seen.stream().map(strand -> strand.enlarged(factor)).toList());
        }

        private Axis with(Axis other) {
            List<Strand> joined = new ArrayList<>(strands);
            for (Strand strand : other.strands) {
                int same = 0;
                while (same < joined.size() && joined.get(same).stride() != strand.stride()) {
                    same++;
                }
                if (same < joined.size()) {
                    joined.set(same, joined.get(same).with(strand));
                } else {
                    joined.add(strand);
                }
            }
            return new Axis(positions, joined);
        }
    }

    /** What position i sees over paths of one stride: {@code size} pixels from {@code offset + i · stride} on. */
    public record Strand(long size, long stride, long offset) {
        private static final Strand POINT = new Strand(1, 1, 0);

        private Strand through(int kernel, int step, int dilation, int before) {
            return new Strand(size + (kernel - 1L) * dilation * stride, stride * step, offset - before * stride);
        }

        /** The first of the positions that one becomes looks furthest ahead of its own step, the last furthest back. */
        private Strand enlarged(int factor) {
            long step = stride / factor;
            return new Strand(size + (factor - 1) * step, step, offset - (factor - 1) * step);
        }

        private Strand with(Strand other) {
            long from = Math.min(offset, other.offset);
            long to = Math.max(offset + size, other.offset + other.size);
            return new Strand(to - from, stride, from);
        }
    }
}
