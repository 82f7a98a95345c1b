package org.convscape.maps;

/**
 * The values that the two ends of a colour map stand for. Where both are the same (a constant map), every finite value
 * takes the lower end of a sequential map and the middle of a diverging one.
 */
public record MapRange(double low, double high) {

    /** The range that shows values with these statistics: minimum to maximum, symmetric about zero when diverging. */
    public static MapRange of(MapStatistics statistics, ColourMap colours) {
        if (Float.isNaN(statistics.minimum())) {
            return new MapRange(0, 0);
        }
        if (colours.diverging()) {
            double reach = Math.max(Math.abs(statistics.minimum()), Math.abs(statistics.maximum()));
            return new MapRange(-reach, reach);
        }
        return new MapRange(statistics.minimum(), statistics.maximum());
    }

    /** Where a value stands between the ends, 0 to 1 inside; NaN for a value that is not finite. */
    public double position(float value, ColourMap colours) {
        if (!Float.isFinite(value)) {
            return Double.NaN;
        }
        if (high <= low) {
            return colours.diverging() ? 0.5 : 0;
        }
        return (value - low) / (high - low);
    }
}
