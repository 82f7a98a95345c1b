package org.convscape.maps;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** The order in which the channels of a node are shown. */
public enum MapOrder {
    /** As the network numbers them. */
    INDEX("Index", null),
    /** The largest mean first. */
    MEAN("Mean", MapStatistics::mean),
    /** The largest single value first. */
    MAXIMUM("Maximum", MapStatistics::maximum),
    /** The most contrast first. */
    VARIANCE("Variance", MapStatistics::variance);

    private final String label;
    private final ToDoubleFunction<MapStatistics> key;

    MapOrder(String label, ToDoubleFunction<MapStatistics> key) {
        this.label = label;
        this.key = key;
    }

    /** How files and the command line name it. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** How the window names it. */
    public String label() {
        return label;
    }

    /** The channels' numbers in this order; equal ones by number, those without a finite value last. */
    public int[] channels(List<MapStatistics> statistics) {
        if (key == null) {
            return IntStream.range(0, statistics.size()).toArray();
        }
        return IntStream.range(0, statistics.size())
                .boxed()
                .sorted(Comparator.comparingDouble(channel -> rank(statistics.get(channel))))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private double rank(MapStatistics statistics) {
        double value = key.applyAsDouble(statistics);
        return Double.isNaN(value) ? Double.POSITIVE_INFINITY : -value;
    }

    /**
     * The order with an id.
     *
     * @throws IllegalArgumentException with a sentence that names the choices
     */
    public static MapOrder of(String id) {
        for (MapOrder order : values()) {
            if (order.id().equals(id)) {
                return order;
            }
        }
        throw new IllegalArgumentException("The order is one of index, mean, maximum, variance; found \"" + id + "\"");
    }
}
