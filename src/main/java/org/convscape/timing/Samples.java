package org.convscape.timing;

import java.util.Arrays;

/**
 * Repeated measurements of one time, in milliseconds. Quantiles interpolate between the two nearest measurements: of n
 * sorted ones, the quantile p lies at position p·(n − 1).
 */
public final class Samples {
    private final double[] sorted;

    private Samples(double[] sorted) {
        this.sorted = sorted;
    }

    /**
     * Measurements in any order.
     *
     * @throws IllegalArgumentException when there is none, or one is not a finite number
     */
    public static Samples of(double... milliseconds) {
        if (milliseconds.length == 0 || !Arrays.stream(milliseconds).allMatch(Double::isFinite)) {
            throw new IllegalArgumentException("Times must be finite and at least one, found "
                    + (milliseconds.length == 0 ? "none" : Arrays.toString(milliseconds)));
        }
        double[] sorted = milliseconds.clone();
        Arrays.sort(sorted);
        return new Samples(sorted);
    }

    /** How many there are. */
    public int count() {
        return sorted.length;
    }

    /** The shortest. */
    public double minimum() {
        return sorted[0];
    }

    /** Half of them are shorter. */
    public double median() {
        return quantile(0.5);
    }

    /** A quarter of them is shorter. */
    public double lowerQuartile() {
        return quantile(0.25);
    }

    /** Three quarters of them are shorter. */
    public double upperQuartile() {
        return quantile(0.75);
    }

    /** The interquartile range: how far the middle half of the measurements lies apart. */
    public double spread() {
        return upperQuartile() - lowerQuartile();
    }

    /** So large a share of them, 0 … 1, is shorter. */
    public double quantile(double share) {
        double position = share * (sorted.length - 1);
        int below = (int) Math.floor(position);
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
    }
}
