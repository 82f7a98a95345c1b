package org.convscape.chart;

import java.util.List;

/**
 * Amounts one after the other, from nothing.
 *
 * @param profile true where they follow each other in time, from left to right by their number; else each stands under
 *     the other beside its name
 * @param unit how the amounts on the axis are written
 */
public record Bars(Words words, List<Bar> bars, boolean profile, Unit unit) implements Chart {

    /** What an axis of amounts counts. */
    public enum Unit {
        MILLISECONDS,
        BYTES,
        COUNT
    }

    /**
     * One amount.
     *
     * @param name what stands beside it
     * @param value at least 0
     * @param written the value as it is written beside the bar where there is room
     */
    public record Bar(String path, String name, String kind, double value, String written, String tip)
            implements Mark {}

    /** Keeps an unmodifiable copy. */
    public Bars {
        bars = List.copyOf(bars);
    }

    @Override
    public List<Bar> marks() {
        return bars;
    }

    /** The largest amount; 0 where there are none. */
    public double most() {
        return bars.stream().mapToDouble(Bar::value).max().orElse(0);
    }
}
