package org.convscape.viewmodel.maps;

import java.util.List;
import org.convscape.maps.MapStatistics;
import org.convscape.tensor.Shape;
import org.convscape.tensor.Tensor;

/**
 * What one layer gave in the last run, with its figures.
 *
 * @param all the figures over every channel
 * @param channels the figures of each channel, in their order
 */
public record MapStack(String path, Tensor tensor, MapStatistics all, List<MapStatistics> channels) {

    static MapStack of(String path, Tensor tensor) {
        return new MapStack(path, tensor, MapStatistics.of(tensor), MapStatistics.ofChannels(tensor));
    }

    /** The shape of the whole. */
    public Shape shape() {
        return tensor.shape();
    }

    /** True for a vector, which has values but no maps. */
    public boolean vector() {
        return tensor.rank() == 1;
    }

    /** One value of one map; of a vector, the value itself. */
    public float at(int row, int column, int channel) {
        return vector() ? tensor.values()[channel] : tensor.at(row, column, channel);
    }

    /** How often the values of a channel fall into each of so many equal steps from its minimum to its maximum. */
    public int[] histogram(int channel, int bins) {
        int[] counts = new int[bins];
        MapStatistics figures = channels.get(channel);
        double span = (double) figures.maximum() - figures.minimum();
        float[] values = tensor.values();
        int step = channels.size();
        for (int at = channel; at < values.length; at += step) {
            if (Float.isFinite(values[at])) {
                double share = span > 0 ? (values[at] - figures.minimum()) / span : 0;
                counts[Math.min(bins - 1, (int) (share * bins))]++;
            }
        }
        return counts;
    }
}
