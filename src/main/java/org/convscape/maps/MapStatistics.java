package org.convscape.maps;

import java.util.ArrayList;
import java.util.List;
import org.convscape.tensor.Tensor;

/**
 * Figures of a set of values: minimum, maximum, mean and standard deviation (of the whole population) of the finite
 * ones, how many there are in all, how many are exactly zero and how many are not finite. Without a finite value the
 * first four are NaN.
 */
public record MapStatistics(
        float minimum, float maximum, double mean, double deviation, long count, long zeros, long notFinite) {

    /** The share of values that are exactly zero, 0 to 1. */
    public double zeroShare() {
        return count == 0 ? 0 : (double) zeros / count;
    }

    /** The mean squared distance from the mean. */
    public double variance() {
        return deviation * deviation;
    }

    /** The figures of all values of a tensor. */
    public static MapStatistics of(Tensor tensor) {
        Sums sums = new Sums();
        float[] values = tensor.values();
        for (float value : values) {
            sums.add(value);
        }
        return sums.finish();
    }

    /** The figures of each channel (the last dimension) of a tensor; of a vector, each value alone. */
    public static List<MapStatistics> ofChannels(Tensor tensor) {
        int channels = tensor.dimension(tensor.rank() - 1);
        Sums[] sums = new Sums[channels];
        for (int channel = 0; channel < channels; channel++) {
            sums[channel] = new Sums();
        }
        float[] values = tensor.values();
        for (int at = 0; at < values.length; at += channels) {
            for (int channel = 0; channel < channels; channel++) {
                sums[channel].add(values[at + channel]);
            }
        }
        List<MapStatistics> statistics = new ArrayList<>(channels);
        for (Sums each : sums) {
            statistics.add(each.finish());
        }
        return statistics;
    }

    /** Sums in 64 bits around the first value, so that a large mean does not eat a small deviation. */
    private static final class Sums {
        private float minimum = Float.POSITIVE_INFINITY;
        private float maximum = Float.NEGATIVE_INFINITY;
        private double origin;
        private double sum;
        private double squares;
        private long finite;
        private long zeros;
        private long notFinite;

        void add(float value) {
            if (!Float.isFinite(value)) {
                notFinite++;
                return;
            }
            if (finite == 0) {
                origin = value;
            }
            finite++;
            double distance = value - origin;
            sum += distance;
            squares += distance * distance;
            minimum = Math.min(minimum, value);
            maximum = Math.max(maximum, value);
            if (value == 0) {
                zeros++;
            }
        }

        MapStatistics finish() {
            long count = finite + notFinite;
            if (finite == 0) {
                return new MapStatistics(Float.NaN, Float.NaN, Double.NaN, Double.NaN, count, 0, notFinite);
            }
            double mean = sum / finite;
            double variance = Math.max(0, squares / finite - mean * mean);
            return new MapStatistics(minimum, maximum, origin + mean, Math.sqrt(variance), count, zeros, notFinite);
        }
    }
}
