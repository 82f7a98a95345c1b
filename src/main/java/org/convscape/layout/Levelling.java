package org.convscape.layout;

import java.util.Comparator;
import java.util.List;

/**
 * Keeps a long chain in one line. A layered drawing keeps single connections straight; where blocks are entered at
 * another height than they are left, each then stands a little higher or lower than the one before, like the steps of a
 * staircase.
 */
final class Levelling {
    /** A chain is levelled when it is so many times as high as its highest part. */
    private static final double STEEP = 1.3;

    private Levelling() {}

    /**
     * A part of the chain that moves as one: the columns from {@code begin} to before {@code end}.
     *
     * @param top where it begins, downwards
     */
    record Segment(int begin, int end, double top, double height) {
        double bottom() {
            return top + height;
        }
    }

    /**
     * By how much each column has to sink, so that all lie in the band of the highest; nothing sinks where that saves
     * little.
     */
    static double[] of(List<Segment> segments, int columns) {
        double[] sinks = new double[columns];
        if (segments.isEmpty()) {
            return sinks;
        }
        Segment band = segments.stream()
                .max(Comparator.comparingDouble(Segment::height))
                .orElseThrow();
        double top = segments.stream().mapToDouble(Segment::top).min().orElseThrow();
        double bottom = segments.stream().mapToDouble(Segment::bottom).max().orElseThrow();
        if (bottom - top < STEEP * band.height()) {
            return sinks;
        }
        double sink = 0;
        for (Segment segment : segments) {
            // What follows moves along, so that the connection to it stays straight, unless it would leave the band.
            sink = Math.min(sink, band.bottom() - segment.bottom());
            sink = Math.max(sink, band.top() - segment.top());
            for (int column = segment.begin(); column < segment.end(); column++) {
                sinks[column] = sink;
            }
        }
        return sinks;
    }
}
